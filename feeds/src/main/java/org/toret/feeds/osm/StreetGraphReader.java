package org.toret.feeds.osm;

import com.carrotsearch.hppc.LongArrayList;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMReader;
import com.graphhopper.routing.OSMReaderConfig;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.search.KVStorage;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PointList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.geo.Heights;
import org.toret.feeds.osm.area.Plane;

/// GraphHopper's reading of one file, with heights from `ele` tags or the ground.
final class StreetGraphReader extends OSMReader {

  /// Stored where a node has no height; the library has no value for that.
  static final double NO_HEIGHT = -900;

  /// A bend that is straight on the map is left out when it is no higher than this above its
  /// neighbours' line.
  private static final double SMALLEST_HILL_METRES = 2;

  private final Heights ground;
  private final BaseGraph graph;
  private final StreetTags tags;
  private final OSMParsers parsers;
  private final PedestrianAreas areas;
  private final LongArrayList wayOfEdge = new LongArrayList();
  private final Map<Long, Plane> planes = new HashMap<>();
  private final BitSet replaced = new BitSet();
  private final BitSet pieces = new BitSet();
  private int edges;
  private int edgesWithCopies;
  private int heights;
  private int heightsKnown;

  StreetGraphReader(
      Path file, BaseGraph graph, StreetTags tags, PedestrianAreas areas, Heights ground) {
    this(file, graph, tags, tags.parsers(), areas, ground);
  }

  private StreetGraphReader(
      Path file,
      BaseGraph graph,
      StreetTags tags,
      OSMParsers parsers,
      PedestrianAreas areas,
      Heights ground) {
    super(graph, parsers, config());
    this.graph = graph;
    this.tags = tags;
    this.parsers = parsers;
    this.areas = areas;
    this.ground = ground;
    setFile(file.toFile());
  }

  /// Reads the streets, then adds ways across areas; returns what of these was done.
  AreaWays.Report readAll() throws IOException {
    readGraph();
    edgesWithCopies = graph.getEdges();
    return new AreaWays(graph, tags, areas, wayOfEdge, planes, ground)
        .add(
            new AreaWays.Adder() {
              @Override
              public boolean add(int from, int to, PointList course, ReaderWay way) {
                return addAcross(from, to, course, way);
              }

              @Override
              public void split(int edge, List<EdgeIteratorState> parts) {
                replaced.set(edge);
                parts.forEach(part -> pieces.set(part.getEdge()));
              }
            });
  }

  private boolean addAcross(int from, int to, PointList course, ReaderWay way) {
    List.copyOf(way.getTags().keySet()).stream()
        .filter(key -> key.endsWith(":conditional"))
        .forEach(way::removeTag);
    way.setTag("motor_vehicle", "no");
    way.setTag("motorcar", "no");
    preprocessWay(way, node -> null, node -> Map.of());
    double metres = DistanceCalcEarth.DIST_EARTH.calcDistance(course);
    List<Map<String, Object>> nodeTags = Collections.nCopies(course.size(), Map.of());
    setArtificialWayTags(course, way, metres, nodeTags);
    EdgeIteratorState edge = graph.edge(from, to).setDistance(metres);
    parsers.handleWayTags(
        edge.getEdge(), graph.getEdgeAccess(), way, parsers.createRelationFlags());
    Map<String, KVStorage.KValue> texts = way.getTag("key_values", Map.of());
    if (!texts.isEmpty()) {
      edge.setKeyValues(texts);
    }
    if (course.size() > 2) {
      edge.setWayGeometry(course.shallowCopy(1, course.size() - 1, false));
    }
    boolean walkable = edge.get(tags.flag("foot_access")) || edge.get(tags.privateFoot());
    if (!walkable) {
      edge.set(tags.flag("bike_access"), false, false);
    }
    return walkable;
  }

  /// Whether an edge is a copy of another, made for turn restrictions.
  boolean isCopy(int edge) {
    return edge >= edges && edge < edgesWithCopies;
  }

  /// Whether an edge leads across an area.
  boolean isAcross(int edge) {
    return edge >= edgesWithCopies && !pieces.get(edge);
  }

  /// Whether an edge was split into others.
  boolean isReplaced(int edge) {
    return replaced.get(edge);
  }

  /// One decoder thread, so that the order is the file's; bends that only rise or fall are kept.
  private static OSMReaderConfig config() {
    return new OSMReaderConfig()
        .setWorkerThreads(1)
        .setElevationMaxWayPointDistance(SMALLEST_HILL_METRES);
  }

  /// How many edges are streets; those behind them are copies made for turn restrictions and ways
  /// across areas.
  int edgeCount() {
    return edges;
  }

  /// How many street nodes there are, bends included.
  int heights() {
    return heights;
  }

  /// How many of them have a height.
  int heightsKnown() {
    return heightsKnown;
  }

  /// Whether a height is one.
  static boolean isHeight(double metres) {
    return metres > NO_HEIGHT + 1;
  }

  /// Whether reading failed only since nothing was found: the failure has no deeper cause.
  boolean isWhole(Throwable failure) {
    return failure.getCause() == null;
  }

  @Override
  protected double getElevation(ReaderNode node) {
    double metres = tagged(node);
    if (Double.isNaN(metres)) {
      metres = ground.metres(node.getLat(), node.getLon());
    }
    heights++;
    if (Double.isNaN(metres)) {
      return NO_HEIGHT;
    }
    heightsKnown++;
    return metres;
  }

  @Override
  protected boolean acceptWay(ReaderWay way) {
    areas.prepare(way);
    return super.acceptWay(way);
  }

  @Override
  protected void addEdge(
      int from, int to, PointList points, ReaderWay way, List<Map<String, Object>> nodeTags) {
    super.addEdge(from, to, points, way, nodeTags);
    edges++;
    wayOfEdge.add(way.getId());
    Plane plane = Plane.of(way::getTag);
    if (!plane.equals(Plane.GROUND)) {
      planes.put(way.getId(), plane);
    }
  }

  private static double tagged(ReaderNode node) {
    String said = node.getTag("ele", "");
    if (said.isEmpty()) {
      return Double.NaN;
    }
    try {
      double metres = Double.parseDouble(said.replace(',', '.').replace("m", "").trim());
      return metres > -500 && metres < 9000 ? metres : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
