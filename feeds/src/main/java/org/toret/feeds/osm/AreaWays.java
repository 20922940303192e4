package org.toret.feeds.osm;

import com.carrotsearch.hppc.LongArrayList;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Heights;
import org.toret.feeds.osm.area.Crossings;
import org.toret.feeds.osm.area.Feet;
import org.toret.feeds.osm.area.Ground;
import org.toret.feeds.osm.area.Plane;

/// Adds ways across [PedestrianAreas] to a graph that is otherwise finished.
///
/// One enters an area at junctions of its border with walkable ways of a common storey, and inside
/// where a walkable way of the same ground ends, or one comes up from below or down from above.
/// What the area's own tags say of access, wheelchairs and surface holds for the ways across; cars
/// do not use them.
final class AreaWays {

  /// Side of the squares in which ends of ways are looked up, 1e-7 degree: about 500 m.
  private static final int CELL = 50_000;

  private final BaseGraph graph;
  private final PedestrianAreas areas;
  private final LongArrayList wayOfEdge;
  private final Map<Long, Plane> planes;
  private final BooleanEncodedValue foot;
  private final BooleanEncodedValue privateFoot;
  private final BooleanEncodedValue wheelchair;
  private final Heights heights;
  private final EdgeExplorer explorer;
  private final Map<Long, IntList> nodesByPlace = new HashMap<>();
  private final Map<Long, IntList> endsByCell = new HashMap<>();
  private Report report = Report.NONE;

  /// What was done.
  ///
  /// @param crossed areas with new ways
  /// @param lines new ways
  /// @param tooLarge areas left as they are since they have too many corners and entrances
  /// @param open areas whose border the file does not hold as a whole
  record Report(int crossed, int lines, int tooLarge, int open) {
    static final Report NONE = new Report(0, 0, 0, 0);

    Report plus(int crossed, int lines, int tooLarge, int open) {
      return new Report(
          this.crossed + crossed, this.lines + lines, this.tooLarge + tooLarge, this.open + open);
    }
  }

  /// Takes what is added.
  interface Adder {
    /// Adds one way; tells whether people on foot may use it.
    boolean add(int from, int to, PointList course, ReaderWay way);

    /// Puts pieces in the place of a street.
    void split(int edge, List<EdgeIteratorState> pieces);
  }

  /// @param wayOfEdge the way each street edge comes from
  /// @param planes where ways lie; those on the ground are left out
  AreaWays(
      BaseGraph graph,
      StreetTags tags,
      PedestrianAreas areas,
      LongArrayList wayOfEdge,
      Map<Long, Plane> planes,
      Heights heights) {
    this.graph = graph;
    this.areas = areas;
    this.wayOfEdge = wayOfEdge;
    this.planes = planes;
    this.heights = heights;
    foot = tags.flag("foot_access");
    privateFoot = tags.privateFoot();
    wheelchair = tags.wheelchair();
    explorer = graph.createEdgeExplorer();
  }

  Report add(Adder adder) {
    List<PedestrianAreas.Area> all = areas.list();
    if (!all.isEmpty()) {
      index();
      all.forEach(area -> cross(area, adder));
    }
    return report;
  }

  private void index() {
    for (int node = 0; node < graph.getNodes(); node++) {
      int lat = lat(node);
      int lon = lon(node);
      nodesByPlace
          .computeIfAbsent(PedestrianAreas.packed(lat, lon), place -> new IntList(1))
          .add(node);
      if (areas.isDoor(lat, lon) || isEnd(node)) {
        endsByCell.computeIfAbsent(cell(lat / CELL, lon / CELL), key -> new IntList(2)).add(node);
      }
    }
  }

  private static long cell(int lat, int lon) {
    return PedestrianAreas.packed(lat, lon);
  }

  private void cross(PedestrianAreas.Area area, Adder adder) {
    List<int[][]> rings = rings(area);
    if (rings.isEmpty()) {
      report = report.plus(0, 0, 0, 1);
      return;
    }
    Ground ground = Ground.of(rings);
    int[] entrances = entrances(area, ground, rings);
    if (entrances.length < 2) {
      return;
    }
    int[] lats = new int[entrances.length];
    int[] lons = new int[entrances.length];
    for (int i = 0; i < entrances.length; i++) {
      lats[i] = lat(entrances[i]);
      lons[i] = lon(entrances[i]);
    }
    Crossings crossings = new Crossings(ground, lats, lons);
    if (crossings.isTooLarge()) {
      report = report.plus(0, 0, 1, 0);
      return;
    }
    boolean open = true;
    int added = 0;
    for (Crossings.Line line : crossings.lines(known(entrances))) {
      int from = entrances[line.from()];
      int to = entrances[line.to()];
      open = open && adder.add(from, to, course(entrances, line), way(area));
      added += open ? 1 : 0;
    }
    if (open) {
      added += meetBorder(area, ground, entrances, crossings, adder);
    }
    report = report.plus(added > 0 ? 1 : 0, added, 0, 0);
  }

  private static ReaderWay way(PedestrianAreas.Area area) {
    ReaderWay way = new ReaderWay(0);
    area.tags().forEach(way::setTag);
    return way;
  }

  /// Splits streets of the border where they are met from entrances; returns how many ways lead
  /// there.
  private int meetBorder(
      PedestrianAreas.Area area, Ground ground, int[] entrances, Crossings crossings, Adder adder) {
    List<EdgeIteratorState> edges = new ArrayList<>();
    List<Feet.Border> borders = borders(area, entrances, edges);
    int[] lats = Arrays.stream(entrances).map(this::lat).toArray();
    int[] lons = Arrays.stream(entrances).map(this::lon).toArray();
    List<Feet.Foot> feet = new Feet(ground, lats, lons, crossings::metres).of(borders);
    for (int border = 0; border < borders.size(); border++) {
      int own = border;
      List<Feet.Foot> here =
          feet.stream()
              .filter(foot -> foot.border() == own)
              .sorted(Comparator.comparingDouble(Feet.Foot::along))
              .toList();
      if (!here.isEmpty()) {
        BorderSplit split = new BorderSplit(graph, edges.get(border), here);
        adder.split(edges.get(border).getEdge(), split.pieces());
        for (int i = 0; i < here.size(); i++) {
          int entrance = entrances[here.get(i).entrance()];
          PointList course = new PointList(2, true);
          add(course, entrance);
          add(course, split.node(i));
          adder.add(entrance, split.node(i), course, way(area));
        }
      }
    }
    return feet.size();
  }

  /// The walkable streets that are nothing but the border, between entrances.
  private List<Feet.Border> borders(
      PedestrianAreas.Area area, int[] entrances, List<EdgeIteratorState> edges) {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < entrances.length; i++) {
      numbers.put(entrances[i], i);
    }
    List<Feet.Border> borders = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int from = 0; from < entrances.length; from++) {
      EdgeIterator edge = explorer.setBaseNode(entrances[from]);
      while (edge.next()) {
        boolean own =
            edge.getEdge() < wayOfEdge.size() && area.own().contains(wayOfEdge.get(edge.getEdge()));
        Integer to = numbers.get(edge.getAdjNode());
        if (own && to != null && isWalkable(edge) && seen.add(edge.getEdge())) {
          PointList course = edge.fetchWayGeometry(FetchMode.ALL);
          int[] lats = new int[course.size()];
          int[] lons = new int[course.size()];
          for (int i = 0; i < lats.length; i++) {
            lats[i] = StreetColumns.e7(course.getLat(i));
            lons[i] = StreetColumns.e7(course.getLon(i));
          }
          borders.add(new Feet.Border(from, to, lats, lons));
          edges.add(edge.detach(false));
        }
      }
    }
    return borders;
  }

  /// The rings of an area as coordinates; none where they are not whole.
  private List<int[][]> rings(PedestrianAreas.Area area) {
    List<int[][]> rings = new ArrayList<>();
    for (long[] ids : area.rings()) {
      int[][] ring = new int[2][ids.length];
      for (int i = 0; i < ids.length; i++) {
        int[] place = areas.place(ids[i]);
        if (place == null) {
          return List.of();
        }
        ring[0][i] = place[0];
        ring[1][i] = place[1];
      }
      rings.add(ring);
    }
    return area.whole() ? rings : List.of();
  }

  /// The nodes at which one enters, one for each place.
  private int[] entrances(PedestrianAreas.Area area, Ground ground, List<int[][]> rings) {
    Plane plane = Plane.of(key -> (String) area.tags().get(key));
    LinkedHashMap<Long, Integer> found = new LinkedHashMap<>();
    int south = Integer.MAX_VALUE;
    int north = Integer.MIN_VALUE;
    int west = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    for (int[][] ring : rings) {
      for (int i = 0; i < ring[0].length; i++) {
        south = Math.min(south, ring[0][i]);
        north = Math.max(north, ring[0][i]);
        west = Math.min(west, ring[1][i]);
        east = Math.max(east, ring[1][i]);
        long place = PedestrianAreas.packed(ring[0][i], ring[1][i]);
        for (int node : nodesByPlace.getOrDefault(place, new IntList(1)).toArray()) {
          if (isEntrance(node, area, plane)) {
            found.putIfAbsent(place, node);
          }
        }
      }
    }
    for (int y = south / CELL - 1; y <= north / CELL + 1; y++) {
      for (int x = west / CELL - 1; x <= east / CELL + 1; x++) {
        for (int node : endsByCell.getOrDefault(cell(y, x), new IntList(1)).toArray()) {
          long place = PedestrianAreas.packed(lat(node), lon(node));
          if (!found.containsKey(place)
              && isInside(node, area, plane)
              && ground.holds(lat(node), lon(node))) {
            found.put(place, node);
          }
        }
      }
    }
    return found.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /// Whether a node belongs to the border and a walkable way of a common storey joins it there, or
  /// no other way at all.
  private boolean isEntrance(int node, PedestrianAreas.Area area, Plane plane) {
    boolean border = false;
    boolean joined = false;
    boolean alone = true;
    EdgeIterator edge = explorer.setBaseNode(node);
    while (edge.next()) {
      if (edge.getEdge() < wayOfEdge.size()) {
        long way = wayOfEdge.get(edge.getEdge());
        boolean own = area.own().contains(way);
        alone &= own == isWalkable(edge);
        border |= area.border().contains(way);
        joined |=
            !own
                && isWalkable(edge)
                && (plane(way).joins(plane) || areas.isDoor(lat(node), lon(node)));
      }
    }
    return border && (joined || alone);
  }

  private boolean isInside(int node, PedestrianAreas.Area area, Plane plane) {
    boolean joined = false;
    EdgeIterator edge = explorer.setBaseNode(node);
    while (edge.next()) {
      if (edge.getEdge() < wayOfEdge.size()) {
        long way = wayOfEdge.get(edge.getEdge());
        if (area.border().contains(way)) {
          return false;
        }
        boolean door = plane.isAtStreet() && areas.isDoor(lat(node), lon(node));
        joined |= isWalkable(edge) && (door || plane(way).isSameGround(plane));
      }
    }
    return joined;
  }

  /// Whether just one walkable street leads to a node.
  private boolean isEnd(int node) {
    int walkable = 0;
    EdgeIterator edge = explorer.setBaseNode(node);
    while (edge.next()) {
      walkable += edge.getEdge() < wayOfEdge.size() && isWalkable(edge) ? 1 : 0;
    }
    return walkable == 1;
  }

  private boolean isWalkable(EdgeIterator edge) {
    return edge.get(foot)
        || edge.getReverse(foot)
        || edge.get(privateFoot)
        || edge.getReverse(privateFoot);
  }

  private Plane plane(long way) {
    @Nullable Plane told = planes.get(way);
    return told == null ? Plane.GROUND : told;
  }

  /// The streets between entrances that everybody may use in both directions, a wheelchair too.
  private List<Crossings.Known> known(int[] entrances) {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < entrances.length; i++) {
      numbers.put(entrances[i], i);
    }
    List<Crossings.Known> known = new ArrayList<>();
    for (int i = 0; i < entrances.length; i++) {
      EdgeIterator edge = explorer.setBaseNode(entrances[i]);
      while (edge.next()) {
        Integer other = numbers.get(edge.getAdjNode());
        if (other != null && edge.get(foot) && edge.getReverse(foot) && edge.get(wheelchair)) {
          known.add(new Crossings.Known(i, other, edge.getDistance()));
        }
      }
    }
    return known;
  }

  private PointList course(int[] entrances, Crossings.Line line) {
    PointList course = new PointList(line.bendLats().length + 2, true);
    add(course, entrances[line.from()]);
    for (int i = 0; i < line.bendLats().length; i++) {
      double lat = line.bendLats()[i] / GeoPoint.E7;
      double lon = line.bendLons()[i] / GeoPoint.E7;
      double height = heights.metres(lat, lon);
      course.add(lat, lon, Double.isNaN(height) ? StreetGraphReader.NO_HEIGHT : height);
    }
    add(course, entrances[line.to()]);
    return course;
  }

  private void add(PointList course, int node) {
    course.add(
        graph.getNodeAccess().getLat(node),
        graph.getNodeAccess().getLon(node),
        graph.getNodeAccess().getEle(node));
  }

  private int lat(int node) {
    return StreetColumns.e7(graph.getNodeAccess().getLat(node));
  }

  private int lon(int node) {
    return StreetColumns.e7(graph.getNodeAccess().getLon(node));
  }
}
