package org.toret.demo.street;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Builds the map of the demo city: the avenues of the tables, the invented streets between them,
/// and the picture around.
public final class Streets {

  private static final Set<String> MAIN = Set.of("primary", "secondary", "tertiary");
  private static final double AVENUE_REACH_METRES = 170;

  private Streets() {}

  public static StreetMap build() {
    Ground ground = new Ground();
    List<Quarter> quarters = Quarter.all();
    List<Draft> avenues = Avenues.of(ground);
    avenues =
        new LooseEnds(ground.waters(), LooseEnds.gridOf(avenues))
            .tied(avenues, AVENUE_REACH_METRES);
    List<Draft> drafts = new ArrayList<>(avenues);
    drafts.addAll(Blocks.of(ground, quarters, avenues));
    Heights heights = new Heights();
    drafts.addAll(HillLanes.of(ground, heights, drafts));
    drafts.addAll(ParkPaths.of(ground, drafts));
    NodePool pool = new NodePool();
    List<Draft> streets = drafts.stream().filter(x -> x.kind() != Draft.Kind.MOTORWAY).toList();
    List<Way> ways = new ArrayList<>(Crossings.of(streets, pool));
    ways.addAll(new Motorways(pool).of(drafts, ways));
    StreetMap map = compact(pool, Soundness.of(pool.spots(), ways));
    signal(map);
    Picture.draw(map, ground, quarters);
    for (int i = 0; i < map.nodeCount(); i++) {
      map.tags(i).put("ele", heights.text(map.spot(i)));
    }
    return map;
  }

  /// The map with the nodes that are still used, numbered in the order of their ways.
  private static StreetMap compact(NodePool pool, List<Way> ways) {
    StreetMap map = new StreetMap();
    Map<Integer, Integer> numbers = new HashMap<>();
    for (Way way : ways) {
      List<Integer> nodes = new ArrayList<>();
      for (int node : way.nodes()) {
        nodes.add(numbers.computeIfAbsent(node, x -> map.addNode(pool.spots().get(x))));
      }
      map.addWay(way.with(nodes));
    }
    return map;
  }

  /// Traffic lights where main streets meet, crossings where paths meet streets.
  private static void signal(StreetMap map) {
    int[] main = new int[map.nodeCount()];
    int[] feet = new int[map.nodeCount()];
    int[] cars = new int[map.nodeCount()];
    for (Way way : map.ways()) {
      for (int node : way.nodes()) {
        main[node] += MAIN.contains(way.tag("highway")) ? 1 : 0;
        cars[node] += way.forCars() ? 1 : 0;
        feet[node] += way.forCars() ? 0 : 1;
      }
    }
    for (int i = 0; i < main.length; i++) {
      if (main[i] > 1 && cars[i] > 1) {
        map.tags(i).put("highway", "traffic_signals");
      } else if (feet[i] > 0 && cars[i] > 0) {
        map.tags(i).put("highway", "crossing");
        map.tags(i).put("crossing", "zebra");
      }
    }
  }
}
