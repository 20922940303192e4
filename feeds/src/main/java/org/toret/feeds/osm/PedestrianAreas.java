package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.toret.feeds.osm.area.RingJoiner;
import org.toret.feeds.osm.pbf.PbfPass;

/// Squares and platforms that a file draws as areas: closed ways and multipolygons (OpenStreetMap,
/// *Key:area*, *Relation:multipolygon*). Read before the streets, so that their outlines become
/// streets with junctions where other ways join them: see [#prepare].
///
/// Ways of footways, paths and pedestrian streets are areas with `area=yes`, closed platforms
/// unless `area=no`.
final class PedestrianAreas {

  private static final Set<String> WALKED = Set.of("pedestrian", "footway", "path");
  private static final Map<String, Object> WALL =
      Map.of("highway", "pedestrian", "access", "no", "foot", "no");

  private final TreeMap<Long, ReaderRelation> relations = new TreeMap<>();
  private final TreeMap<Long, Area> closed = new TreeMap<>();
  private final Map<Long, long[]> members = new HashMap<>();
  private final Set<Long> ownStreets = new HashSet<>();
  private final Map<Long, ReaderRelation> outlines = new HashMap<>();
  private final Set<Long> walls = new HashSet<>();
  private final Map<Long, Long> places = new HashMap<>();
  private final Set<Long> doors = new HashSet<>();

  private static final long NOWHERE = Long.MIN_VALUE;

  /// One area.
  ///
  /// @param border all ways of its border
  /// @param own those that are nothing but its border, no streets themselves
  /// @param rings node ids, closed
  /// @param whole whether all rings close
  record Area(
      Map<String, Object> tags,
      Set<Long> border,
      Set<Long> own,
      List<long[]> rings,
      boolean whole) {}

  /// Reads which areas a file has.
  static PedestrianAreas of(Path file) throws IOException {
    PedestrianAreas areas = new PedestrianAreas();
    PbfPass.relations(file, areas::relation);
    PbfPass.ways(file, areas::way);
    areas.relations.values().forEach(areas::share);
    PbfPass.nodes(file, areas::node);
    return areas;
  }

  /// None.
  static PedestrianAreas none() {
    return new PedestrianAreas();
  }

  /// Gives a way that is the border of an area and no street itself the tags of the area; one
  /// around a hole becomes a street that is closed to all, so that ways which end there do so at a
  /// junction. Closed platforms of public transport become streets too.
  void prepare(ReaderWay way) {
    ReaderRelation owner = outlines.get(way.getId());
    if (owner != null) {
      way.clearTags();
      asStreet(owner).forEach(way::setTag);
    } else if (walls.contains(way.getId())) {
      way.clearTags();
      WALL.forEach(way::setTag);
    } else if (closed.containsKey(way.getId()) && !isStreet(way)) {
      way.setTag("highway", "platform");
    }
  }

  /// The tags of an area; those of a street where it tells of public transport only.
  private static Map<String, Object> asStreet(ReaderElement element) {
    Map<String, Object> tags = new HashMap<>(element.getTags());
    if (!isStreet(element)) {
      tags.put("highway", "platform");
    }
    return tags;
  }

  /// All areas, in the order of their ids, closed ways first.
  List<Area> list() {
    List<Area> areas = new ArrayList<>(closed.values());
    for (ReaderRelation relation : relations.values()) {
      Set<Long> border = new HashSet<>();
      Set<Long> own = new HashSet<>();
      List<long[]> ways = new ArrayList<>();
      int nodes = 0;
      for (ReaderRelation.Member member : relation.getMembers()) {
        long id = member.getRef();
        if (member.getType() == ReaderElement.Type.WAY) {
          long[] way = members.getOrDefault(id, new long[0]);
          ways.add(way);
          border.add(id);
          nodes += Math.max(0, way.length - 1);
          if (outlines.get(id) == relation || walls.contains(id)) {
            own.add(id);
          }
        }
      }
      List<long[]> rings = RingJoiner.rings(ways);
      int inRings = rings.stream().mapToInt(ring -> ring.length - 1).sum();
      boolean whole = inRings == nodes && ways.stream().allMatch(way -> way.length > 1);
      areas.add(new Area(asStreet(relation), border, own, rings, whole));
    }
    return areas;
  }

  /// Where a node lies: latitude and longitude, 1e-7 degree; null outside the file.
  int @Nullable [] place(long node) {
    long place = places.getOrDefault(node, NOWHERE);
    return place == NOWHERE ? null : new int[] {(int) (place >> 32), (int) place};
  }

  /// Whether a place is where one comes up from another storey.
  boolean isDoor(int latE7, int lonE7) {
    return doors.contains(packed(latE7, lonE7));
  }

  private void relation(ReaderElement element) {
    if (element instanceof ReaderRelation relation
        && relation.hasTag("type", "multipolygon")
        && isWalked(relation)) {
      relations.put(relation.getId(), relation);
      for (ReaderRelation.Member member : relation.getMembers()) {
        if (member.getType() == ReaderElement.Type.WAY) {
          members.put(member.getRef(), new long[0]);
        }
      }
    }
  }

  private void way(ReaderElement element) {
    if (!(element instanceof ReaderWay way) || way.getNodes().size() < 2) {
      return;
    }
    long[] nodes = way.getNodes().toArray();
    boolean ring = nodes.length > 3 && nodes[0] == nodes[nodes.length - 1];
    boolean area = ring && isArea(way);
    if (area) {
      Map<String, Object> tags = asStreet(way);
      Set<Long> border = Set.of(way.getId());
      closed.put(way.getId(), new Area(tags, border, border, List.of(nodes), true));
    }
    boolean member = members.containsKey(way.getId());
    if (member) {
      members.put(way.getId(), nodes);
      if (area || isStreet(way)) {
        ownStreets.add(way.getId());
      }
    }
    if (area || member) {
      for (long node : nodes) {
        places.putIfAbsent(node, NOWHERE);
      }
    }
  }

  /// Deals the borders that are no streets themselves to the areas: outer ones before holes.
  private void share(ReaderRelation relation) {
    for (ReaderRelation.Member member : relation.getMembers()) {
      long id = member.getRef();
      if (member.getType() == ReaderElement.Type.WAY && !ownStreets.contains(id)) {
        if (!member.getRole().equals("inner")) {
          outlines.putIfAbsent(id, relation);
          walls.remove(id);
        } else if (!outlines.containsKey(id)) {
          walls.add(id);
        }
      }
    }
  }

  private void node(ReaderElement element) {
    if (!(element instanceof ReaderNode node)) {
      return;
    }
    int lat = StreetColumns.e7(node.getLat());
    int lon = StreetColumns.e7(node.getLon());
    if (places.containsKey(node.getId())) {
      places.put(node.getId(), packed(lat, lon));
    }
    if (node.hasTag("railway", "subway_entrance") || node.hasTag("highway", "elevator")) {
      doors.add(packed(lat, lon));
    }
  }

  /// Both coordinates of a place in one number.
  static long packed(int latE7, int lonE7) {
    return (long) latE7 << 32 | (lonE7 & 0xffffffffL);
  }

  private static boolean isArea(ReaderWay way) {
    return isPlatform(way) ? !way.hasTag("area", "no") : way.hasTag("area", "yes") && isWalked(way);
  }

  private static boolean isWalked(ReaderElement element) {
    return isPlatform(element) || WALKED.contains(element.getTag("highway", ""));
  }

  private static boolean isPlatform(ReaderElement element) {
    return element.hasTag("highway", "platform")
        || !element.hasTag("highway")
            && (element.hasTag("railway", "platform")
                || element.hasTag("public_transport", "platform"));
  }

  private static boolean isStreet(ReaderElement element) {
    return element.hasTag("highway") || element.hasTag("railway", "platform");
  }
}
