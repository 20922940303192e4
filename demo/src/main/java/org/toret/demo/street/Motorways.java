package org.toret.demo.street;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.toret.demo.plane.Piece;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// Motorways meet other roads at the junctions of the table only, by a link to the nearest main
/// road.
final class Motorways {

  private static final Set<String> ROADS = Set.of("primary", "secondary", "tertiary");

  private final NodePool pool;
  private final NodePool own = new NodePool();
  private final Map<Integer, Integer> images = new HashMap<>();

  /// @param pool the nodes of the map, to which those of the motorways are added
  Motorways(NodePool pool) {
    this.pool = pool;
  }

  /// The motorways as ways of their own and the links, given the streets that are there already.
  List<Way> of(List<Draft> drafts, List<Way> streets) {
    List<Spot> junctions = new ArrayList<>();
    for (Row row : Tables.read("junctions.csv")) {
      junctions.add(Spot.of(row.point()));
    }
    List<Draft> motorways = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.kind() == Draft.Kind.MOTORWAY) {
        motorways.add(draft);
      }
    }
    List<Integer> roadNodes = roadNodes(streets);
    List<Way> ways = new ArrayList<>();
    List<Way> links = new ArrayList<>();
    List<List<Spot>> lines = new ArrayList<>();
    motorways.forEach(x -> lines.add(new ArrayList<>(x.trace().spots())));
    for (Spot junction : junctions) {
      Spot ramp = insert(lines, junction);
      int road = nearest(roadNodes, ramp);
      links.add(link(ramp, road));
    }
    for (int i = 0; i < motorways.size(); i++) {
      List<Integer> nodes = new ArrayList<>();
      for (Spot spot : new Trace(lines.get(i)).every(500).spots()) {
        nodes.add(shared(spot));
      }
      ways.add(new Way(Draft.Kind.MOTORWAY, motorways.get(i).tags(), nodes));
    }
    ways.addAll(links);
    return ways;
  }

  private Way link(Spot ramp, int road) {
    int up = shared(ramp);
    TreeMap<String, String> tags = new TreeMap<>();
    tags.put("highway", "motorway_link");
    tags.put("oneway", "no");
    tags.put("maxspeed", "50");
    return new Way(Draft.Kind.MOTORWAY, tags, List.of(up, road));
  }

  /// A node of the map for a spot on a motorway: one for each spot, never one of a street.
  private int shared(Spot spot) {
    int key = own.at(spot);
    return images.computeIfAbsent(key, k -> pool.alone(spot));
  }

  /// Puts the point of a motorway nearest to the junction into its line, and answers it.
  private static Spot insert(List<List<Spot>> lines, Spot junction) {
    List<Spot> bestLine = lines.getFirst();
    int bestIndex = 1;
    Spot best = bestLine.getFirst();
    double bestMetres = Double.MAX_VALUE;
    for (List<Spot> line : lines) {
      for (int i = 1; i < line.size(); i++) {
        Spot spot = new Piece(line.get(i - 1), line.get(i)).nearest(junction);
        double metres = spot.metresTo(junction);
        if (metres < bestMetres) {
          bestMetres = metres;
          bestLine = line;
          bestIndex = i;
          best = spot;
        }
      }
    }
    bestLine.add(bestIndex, best);
    return best;
  }

  private static List<Integer> roadNodes(List<Way> streets) {
    List<Integer> nodes = new ArrayList<>();
    for (Way way : streets) {
      if (ROADS.contains(way.tag("highway")) && !way.tags().containsKey("bridge")) {
        nodes.addAll(way.nodes());
      }
    }
    return nodes;
  }

  private int nearest(List<Integer> nodes, Spot spot) {
    int best = nodes.getFirst();
    for (int node : nodes) {
      if (pool.spots().get(node).metresTo(spot) < pool.spots().get(best).metresTo(spot)) {
        best = node;
      }
    }
    return best;
  }
}
