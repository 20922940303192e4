package org.toret.router.path;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;
import org.toret.router.walk.StopSites;

/// Streets drawn as ASCII art. A cell is 100 m wide and high, north is up.
///
/// | sign | meaning |
/// | --- | --- |
/// | `A` … `Z`, `+` | junction; `+` has no name |
/// | `-` and bar | street for all, both ways |
/// | `<` `>` `^` `v` | one-way street (people on foot go both ways) |
/// | `=` and `:` | footpath, east-west and north-south |
/// | `#` | stairs |
/// | `~` | private street: cars may end there, not pass |
/// | `%` | private way on foot: one may end there, not pass |
/// | `a` … `u`, `w` … `z` | a stop or place, off the street |
final class StreetMap {

  static final int CELL_METRES = 100;
  private static final double SOUTH = 45.0;
  private static final double WEST = 7.6;
  private static final double LAT_PER_METRE = 180 / (Math.PI * 6_371_008.8);

  private final String[] rows;
  private final StreetBuilder builder = new StreetBuilder(false);
  private final Map<Long, Integer> nodes = new HashMap<>();
  private final Map<Character, Integer> named = new HashMap<>();
  private final Map<String, Integer> edges = new HashMap<>();
  private final TreeMap<Character, GeoPoint> places = new TreeMap<>();

  private StreetMap(String art) {
    rows = art.split("\n", -1);
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length(); x++) {
        read(x, y);
      }
    }
    for (long key : new ArrayList<>(new java.util.TreeSet<>(nodes.keySet()))) {
      int x = (int) (key & 0xffff);
      int y = (int) (key >> 16);
      follow(x, y, 1, 0);
      follow(x, y, 0, 1);
    }
  }

  static StreetMap of(String art) {
    return new StreetMap(art);
  }

  /// Forbids cars to go from one junction over a second to a third, both reached in a straight
  /// line.
  StreetMap forbid(char from, char via, char to) {
    builder.forbidTurn(edge(from, via), known(named, via), edge(via, to));
    return this;
  }

  StreetNetwork streets() {
    return streets(MapFeatures.NONE);
  }

  StreetNetwork streets(MapFeatures features) {
    return builder.build(features);
  }

  /// The places in alphabetical order, as stops.
  StopSites sites() {
    List<GeoPoint> points = new ArrayList<>(places.values());
    return StopSites.of(
        points.stream().mapToInt(GeoPoint::latE7).toArray(),
        points.stream().mapToInt(GeoPoint::lonE7).toArray());
  }

  StreetRouter router() {
    return StreetRouter.of(streets(), sites(), 0);
  }

  int stop(char place) {
    return places.headMap(place).size();
  }

  GeoPoint place(char place) {
    return known(places, place);
  }

  /// A place so many metres east and north of a drawn one.
  GeoPoint near(char place, double east, double north) {
    GeoPoint p = known(places, place);
    double lon = east * LAT_PER_METRE / Math.cos(Math.toRadians(SOUTH));
    return new GeoPoint(p.lat() + north * LAT_PER_METRE, p.lon() + lon);
  }

  private static <K, V> V known(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key), () -> "Not drawn: " + key);
  }

  private int edge(char a, char b) {
    Integer edge = edges.get("" + a + b);
    if (edge == null) {
      throw new IllegalArgumentException("No street from " + a + " to " + b);
    }
    return edge;
  }

  private void read(int x, int y) {
    char c = rows[y].charAt(x);
    if (c == '+' || Character.isUpperCase(c)) {
      GeoPoint p = point(x, y);
      int node = builder.node(p.latE7(), p.lonE7(), 0);
      nodes.put(key(x, y), node);
      if (c != '+') {
        named.put(c, node);
      }
    } else if (Character.isLowerCase(c) && c != 'v') {
      places.put(c, point(x, y));
    }
  }

  /// Follows a street from a junction eastward or southward to the next junction.
  private void follow(int x, int y, int dx, int dy) {
    int length = 1;
    char kind = sign(x + dx, y + dy);
    boolean street = dx == 1 ? "-<>=#~%".indexOf(kind) >= 0 : "|^v:#~%".indexOf(kind) >= 0;
    if (!street) {
      return;
    }
    while (sign(x + length * dx, y + length * dy) == kind) {
      length++;
    }
    Integer end = nodes.get(key(x + length * dx, y + length * dy));
    if (end == null) {
      throw new IllegalArgumentException("A street ends nowhere at " + x + "," + y);
    }
    int edge = builder.edge(edge(known(nodes, key(x, y)), end, kind, length));
    String names = "" + sign(x, y) + sign(x + length * dx, y + length * dy);
    edges.put(names, edge);
    edges.put(new StringBuilder(names).reverse().toString(), edge);
  }

  private static StreetEdge edge(int from, int to, char kind, int cells) {
    int flags = StreetFlags.FOOT | StreetFlags.WHEELCHAIR;
    if ("><^v".indexOf(kind) >= 0) {
      boolean forward = kind == '>' || kind == 'v';
      flags |= forward ? StreetFlags.CAR_FORWARD : StreetFlags.CAR_BACKWARD;
      flags |= forward ? StreetFlags.BIKE_FORWARD : StreetFlags.BIKE_BACKWARD;
    } else if ("-|~".indexOf(kind) >= 0) {
      flags |= StreetFlags.CAR | StreetFlags.BIKE;
    }
    if (kind == '#') {
      flags = StreetFlags.FOOT | StreetFlags.STEPS;
    }
    if (kind == '%') {
      flags = StreetFlags.FOOT_PRIVATE;
    }
    if (kind == '~') {
      flags |= StreetFlags.CAR_DESTINATION;
    }
    return new StreetEdge(
        from,
        to,
        cells * CELL_METRES * 10,
        flags,
        kind == '#' ? 3 : 5,
        18,
        18,
        36,
        36,
        kind == '#' ? StreetClass.STEPS : StreetClass.RESIDENTIAL,
        StreetSurface.UNKNOWN,
        10,
        0,
        0,
        "",
        "",
        new int[0],
        new int[0]);
  }

  private char sign(int x, int y) {
    boolean inside = y >= 0 && y < rows.length && x >= 0 && x < rows[y].length();
    return inside ? rows[y].charAt(x) : ' ';
  }

  private GeoPoint point(int x, int y) {
    double east = x * CELL_METRES * LAT_PER_METRE / Math.cos(Math.toRadians(SOUTH));
    return new GeoPoint(SOUTH - y * CELL_METRES * LAT_PER_METRE, WEST + east);
  }

  private static long key(int x, int y) {
    return (long) y << 16 | x;
  }
}
