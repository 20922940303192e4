package org.toret.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class StreetsTest {

  private static final Set<String> NO_CARS =
      Set.of("footway", "steps", "path", "cycleway", "pedestrian");

  private static StreetNet net = new StreetNet();

  @BeforeAll
  static void read() throws Exception {
    net = StreetNet.read(DemoFiles.folder().resolve("demo-streets.osm.pbf"));
  }

  @Test
  void everyWayHasItsNodesAndEveryNodeAHeight() {
    for (StreetNet.Line line : net.lines) {
      assertThat(line.nodes()).hasSizeBetween(2, 2000);
      assertThat(net.nodes.keySet().containsAll(line.nodes())).isTrue();
    }
    for (StreetNet.Node node : net.nodes.values()) {
      double metres = Double.parseDouble(node.tags().getOrDefault("ele", "0"));
      if (metres < 150 || metres > 750) {
        fail("At " + node.lat() + "," + node.lon() + " it is not " + metres + " m high");
      }
    }
  }

  @Test
  void streetsCrossRiversOnBridgesOnly() {
    List<StreetNet.Line> rivers =
        net.lines.stream().filter(x -> x.tag("natural").equals("water")).toList();
    assertThat(rivers).hasSize(4);
    for (StreetNet.Line line : net.lines) {
      if (street(line) && !line.tag("bridge").equals("yes")) {
        for (int i = 1; i < line.nodes().size(); i++) {
          StreetNet.Node a = node(line.nodes().get(i - 1));
          StreetNet.Node b = node(line.nodes().get(i));
          double lat = (a.lat() + b.lat()) / 2;
          double lon = (a.lon() + b.lon()) / 2;
          assertThat(rivers)
              .as(line.tags() + " near " + lat + "," + lon)
              .noneMatch(river -> inside(river, lat, lon));
        }
      }
    }
  }

  @Test
  void bridgesOfThePoAreThere() {
    assertThat(net.lines)
        .filteredOn(x -> x.tag("bridge").equals("yes"))
        .extracting(x -> x.tag("name"))
        .contains(
            "Ponte Umberto I",
            "Ponte Vittorio Emanuele I",
            "Ponte Regina Margherita",
            "Ponte Principessa Isabella",
            "Ponte Franco Balbis",
            "Ponte Sassi");
  }

  @Test
  void carsGetFromEverywhereToEverywhere() {
    Set<Long> all = new HashSet<>();
    Map<Long, List<Long>> out = new HashMap<>();
    Map<Long, List<Long>> in = new HashMap<>();
    for (StreetNet.Line line : net.lines) {
      if (street(line) && !NO_CARS.contains(line.tag("highway"))) {
        all.addAll(line.nodes());
        for (int i = 1; i < line.nodes().size(); i++) {
          link(out, in, line.nodes().get(i - 1), line.nodes().get(i));
          if (!line.tag("oneway").equals("yes")) {
            link(out, in, line.nodes().get(i), line.nodes().get(i - 1));
          }
        }
      }
    }
    long start = all.iterator().next();
    assertThat(without(all, reached(start, out))).isEmpty();
    assertThat(without(all, reached(start, in))).isEmpty();
    assertThat(all).hasSizeGreaterThan(12_000);
  }

  @Test
  void peopleWalkFromEverywhereToEverywhere() {
    Set<Long> all = new HashSet<>();
    Map<Long, List<Long>> links = new HashMap<>();
    for (StreetNet.Line line : net.lines) {
      if (street(line) && !line.tag("highway").startsWith("motorway")) {
        all.addAll(line.nodes());
        for (int i = 1; i < line.nodes().size(); i++) {
          link(links, links, line.nodes().get(i - 1), line.nodes().get(i));
        }
      }
    }
    assertThat(without(all, reached(all.iterator().next(), links))).isEmpty();
  }

  @Test
  void avenuesOfTheCityHaveTheirNames() {
    assertThat(net.lines)
        .extracting(x -> x.tag("name"))
        .contains(
            "Corso Francia",
            "Corso Vittorio Emanuele II",
            "Corso Regina Margherita",
            "Corso Unione Sovietica",
            "Corso Giulio Cesare",
            "Via Po",
            "Via Roma",
            "Via Nizza",
            "Corso Re Umberto",
            "Corso Moncalieri",
            "Corso Casale",
            "Corso Orbassano",
            "Parco del Valentino",
            "Tangenziale Sud");
  }

  private static Set<Long> without(Set<Long> all, Set<Long> some) {
    Set<Long> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static boolean street(StreetNet.Line line) {
    return !line.tag("highway").isEmpty();
  }

  private static void link(
      Map<Long, List<Long>> out, Map<Long, List<Long>> in, long from, long to) {
    out.computeIfAbsent(from, x -> new ArrayList<>()).add(to);
    in.computeIfAbsent(to, x -> new ArrayList<>()).add(from);
  }

  private static Set<Long> reached(long start, Map<Long, List<Long>> links) {
    Set<Long> seen = new HashSet<>(Set.of(start));
    Deque<Long> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (long next : links.getOrDefault(open.remove(), List.of())) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return seen;
  }

  /// Whether the outline winds around the point.
  private static boolean inside(StreetNet.Line outline, double lat, double lon) {
    int turns = 0;
    for (int i = 1; i < outline.nodes().size(); i++) {
      StreetNet.Node a = node(outline.nodes().get(i - 1));
      StreetNet.Node b = node(outline.nodes().get(i));
      double left = (b.lon() - a.lon()) * (lat - a.lat()) - (lon - a.lon()) * (b.lat() - a.lat());
      if (a.lat() <= lat && b.lat() > lat && left > 0) {
        turns++;
      } else if (a.lat() > lat && b.lat() <= lat && left < 0) {
        turns--;
      }
    }
    return turns != 0;
  }

  private static StreetNet.Node node(long id) {
    StreetNet.Node node = net.nodes.get(id);
    if (node == null) {
      throw new AssertionError("No node " + id);
    }
    return node;
  }
}
