package org.toret.feeds.osm;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadAccess;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.Surface;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.storage.TurnCostStorage;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.Arrays;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNodes;
import org.toret.network.street.StreetSurface;

/// Copies a graph that GraphHopper read into a [StreetMerge].
final class StreetColumns {

  private static final int OPEN =
      StreetFlags.FOOT | StreetFlags.FOOT_PRIVATE | StreetFlags.BIKE | StreetFlags.CAR;

  private final BaseGraph graph;
  private final StreetTags tags;
  private final StreetGraphReader reader;
  private final BooleanEncodedValue foot;
  private final BooleanEncodedValue bike;
  private final BooleanEncodedValue car;
  private final BooleanEncodedValue pushed;
  private final BooleanEncodedValue roundabout;
  private final DecimalEncodedValue footSpeed;
  private final DecimalEncodedValue bikeSpeed;
  private final DecimalEncodedValue carSpeed;
  private final DecimalEncodedValue bikePriority;
  private final EnumEncodedValue<RoadClass> roadClass;
  private final EnumEncodedValue<RoadEnvironment> environment;
  private final EnumEncodedValue<RoadAccess> roadAccess;
  private final EnumEncodedValue<Surface> surface;

  StreetColumns(BaseGraph graph, StreetTags tags, StreetGraphReader reader) {
    this.graph = graph;
    this.tags = tags;
    this.reader = reader;
    foot = tags.flag("foot_access");
    bike = tags.flag("bike_access");
    car = tags.flag("car_access");
    pushed = tags.flag("get_off_bike");
    roundabout = tags.flag("roundabout");
    footSpeed = tags.number("foot_average_speed");
    bikeSpeed = tags.number("bike_average_speed");
    carSpeed = tags.number("car_average_speed");
    bikePriority = tags.number("bike_priority");
    roadClass = tags.roadClass();
    environment = tags.roadEnvironment();
    roadAccess = tags.roadAccess();
    surface = tags.surface();
  }

  /// Adds all nodes, all edges open to anybody, and the turn restrictions between them.
  void copyTo(StreetMerge.OneFile streets) {
    int[] nodeNumbers = nodes(streets);
    int[] numbers = new int[graph.getEdges()];
    Arrays.fill(numbers, -1);
    AllEdgesIterator edge = graph.getAllEdges();
    while (edge.next()) {
      int flags = flags(edge);
      if ((flags & OPEN) != 0 && !reader.isReplaced(edge.getEdge())) {
        numbers[edge.getEdge()] = streets.edge(edge(edge, flags, nodeNumbers));
      }
    }
    TurnCostStorage.Iterator turn = graph.getTurnCostStorage().getAllTurnCosts();
    while (turn.next()) {
      int from = numbers[turn.getFromEdge()];
      int to = numbers[turn.getToEdge()];
      if (turn.get(tags.carTurn()) && from >= 0 && to >= 0) {
        streets.forbidTurn(from, nodeNumbers[turn.getViaNode()], to);
      }
    }
  }

  private int[] nodes(StreetMerge.OneFile streets) {
    NodeAccess nodes = graph.getNodeAccess();
    int[] numbers = new int[graph.getNodes()];
    for (int node = 0; node < numbers.length; node++) {
      double height = nodes.getEle(node);
      int decimetres =
          StreetGraphReader.isHeight(height)
              ? (int) Math.round(10 * height)
              : StreetNodes.NO_ELEVATION;
      numbers[node] = streets.node(e7(nodes.getLat(node)), e7(nodes.getLon(node)), decimetres);
    }
    return numbers;
  }

  private StreetEdge edge(AllEdgesIterator edge, int flags, int[] nodeNumbers) {
    PointList points = edge.fetchWayGeometry(FetchMode.ALL);
    int bends = points.size() - 2;
    int[] lats = new int[bends];
    int[] lons = new int[bends];
    for (int i = 0; i < bends; i++) {
      lats[i] = e7(points.getLat(i + 1));
      lons[i] = e7(points.getLon(i + 1));
    }
    int[] climb = climb(points, flags);
    String name = edge.getName();
    String ref = (String) edge.getValue("street_ref");
    return new StreetEdge(
        nodeNumbers[edge.getBaseNode()],
        nodeNumbers[edge.getAdjNode()],
        (int) Math.round(10 * metres(edge, points)),
        flags,
        kmh(edge.get(footSpeed), flags & (StreetFlags.FOOT | StreetFlags.FOOT_PRIVATE)),
        kmh(edge.get(bikeSpeed), flags & StreetFlags.BIKE_FORWARD),
        kmh(edge.getReverse(bikeSpeed), flags & StreetFlags.BIKE_BACKWARD),
        kmh(edge.get(carSpeed), flags & StreetFlags.CAR_FORWARD),
        kmh(edge.getReverse(carSpeed), flags & StreetFlags.CAR_BACKWARD),
        streetClass(edge.get(roadClass), flags),
        surface(edge.get(surface)),
        (int) Math.min(15, Math.round(10 * edge.get(bikePriority))),
        climb[0],
        climb[1],
        name.isEmpty() && ref != null ? ref : name,
        tags.access().text(edge.get(tags.accessText())),
        tags.toll().text(edge.get(tags.tollText())),
        lats,
        lons);
  }

  /// How long a course is. Where only some of its points have a height, the reader's own length
  /// counts a fall to the mark for no height and back, nearly a kilometre each; then it is measured
  /// here, level between points of which one has none.
  private static double metres(AllEdgesIterator edge, PointList points) {
    int known = 0;
    for (int i = 0; i < points.size(); i++) {
      known += StreetGraphReader.isHeight(points.getEle(i)) ? 1 : 0;
    }
    if (known == 0 || known == points.size()) {
      return edge.getDistance();
    }
    double metres = 0;
    for (int i = 1; i < points.size(); i++) {
      double flat =
          DistanceCalcEarth.DIST_EARTH.calcDist(
              points.getLat(i - 1), points.getLon(i - 1), points.getLat(i), points.getLon(i));
      double before = points.getEle(i - 1);
      double here = points.getEle(i);
      boolean both = StreetGraphReader.isHeight(before) && StreetGraphReader.isHeight(here);
      metres += both ? Math.hypot(flat, here - before) : flat;
    }
    return metres;
  }

  private int flags(AllEdgesIterator edge) {
    RoadEnvironment where = edge.get(environment);
    RoadAccess access = edge.get(roadAccess);
    boolean destination = access != RoadAccess.YES && access != RoadAccess.NO;
    boolean closed = !edge.get(foot) && !edge.getReverse(foot);
    boolean expected = edge.get(tags.privateFoot()) || edge.getReverse(tags.privateFoot());
    return bit(edge.get(foot), StreetFlags.FOOT_FORWARD)
        | bit(edge.getReverse(foot), StreetFlags.FOOT_BACKWARD)
        | bit(closed && expected, StreetFlags.FOOT_PRIVATE)
        | bit(edge.get(bike), StreetFlags.BIKE_FORWARD)
        | bit(edge.getReverse(bike), StreetFlags.BIKE_BACKWARD)
        | bit(edge.get(car), StreetFlags.CAR_FORWARD)
        | bit(edge.getReverse(car), StreetFlags.CAR_BACKWARD)
        | bit(edge.get(tags.wheelchair()), StreetFlags.WHEELCHAIR)
        | bit(edge.get(roadClass) == RoadClass.STEPS, StreetFlags.STEPS)
        | bit(edge.get(roundabout), StreetFlags.ROUNDABOUT)
        | bit(where == RoadEnvironment.BRIDGE, StreetFlags.BRIDGE)
        | bit(where == RoadEnvironment.TUNNEL, StreetFlags.TUNNEL)
        | bit(where == RoadEnvironment.FERRY, StreetFlags.FERRY)
        | bit(edge.get(pushed), StreetFlags.BIKE_PUSHED)
        | bit(destination, StreetFlags.CAR_DESTINATION)
        | bit(reader.isCopy(edge.getEdge()), StreetFlags.COPY)
        | bit(reader.isAcross(edge.getEdge()), StreetFlags.ACROSS)
        | bit(edge.get(tags.cycleFacility()), StreetFlags.CYCLE_FORWARD)
        | bit(edge.getReverse(tags.cycleFacility()), StreetFlags.CYCLE_BACKWARD)
        | bit(edge.get(tags.busLane()), StreetFlags.BUS_FORWARD)
        | bit(edge.getReverse(tags.busLane()), StreetFlags.BUS_BACKWARD)
        | StreetFlags.ofStress(1 + edge.get(tags.stress()), 1 + edge.getReverse(tags.stress()));
  }

  /// Metres up and down along a course, in decimetres; level on ferries, and even on bridges and in
  /// tunnels, whose ground the model does not show. Points without a height are passed over.
  private static int[] climb(PointList points, int flags) {
    double up = 0;
    double down = 0;
    boolean even = (flags & (StreetFlags.BRIDGE | StreetFlags.TUNNEL)) != 0;
    double last = StreetGraphReader.NO_HEIGHT;
    for (int i = 0; i < points.size(); i++) {
      double height = points.getEle(i);
      boolean skipped = even && i > 0 && i < points.size() - 1;
      if (StreetGraphReader.isHeight(height) && !skipped) {
        double rise = StreetGraphReader.isHeight(last) ? height - last : 0;
        up += Math.max(0, rise);
        down += Math.max(0, -rise);
        last = height;
      }
    }
    boolean level = (flags & StreetFlags.FERRY) != 0;
    return new int[] {
      level ? 0 : (int) Math.round(10 * up), level ? 0 : (int) Math.round(10 * down)
    };
  }

  private static StreetClass streetClass(RoadClass road, int flags) {
    if ((flags & StreetFlags.FERRY) != 0) {
      return StreetClass.FERRY;
    }
    return switch (road) {
      case MOTORWAY -> StreetClass.MOTORWAY;
      case TRUNK -> StreetClass.TRUNK;
      case PRIMARY -> StreetClass.PRIMARY;
      case SECONDARY -> StreetClass.SECONDARY;
      case TERTIARY -> StreetClass.TERTIARY;
      case UNCLASSIFIED, ROAD -> StreetClass.UNCLASSIFIED;
      case RESIDENTIAL -> StreetClass.RESIDENTIAL;
      case LIVING_STREET -> StreetClass.LIVING_STREET;
      case SERVICE, BUSWAY -> StreetClass.SERVICE;
      case PEDESTRIAN -> StreetClass.PEDESTRIAN;
      case FOOTWAY, CORRIDOR -> StreetClass.FOOTWAY;
      case CYCLEWAY -> StreetClass.CYCLEWAY;
      case STEPS -> StreetClass.STEPS;
      case PATH, BRIDLEWAY -> StreetClass.PATH;
      case TRACK -> StreetClass.TRACK;
      case PLATFORM -> StreetClass.PLATFORM;
      case OTHER, CONSTRUCTION -> StreetClass.OTHER;
    };
  }

  private static StreetSurface surface(Surface surface) {
    return switch (surface) {
      case MISSING, OTHER -> StreetSurface.UNKNOWN;
      case PAVED, ASPHALT, CONCRETE, WOOD -> StreetSurface.SMOOTH;
      case PAVING_STONES -> StreetSurface.STONES;
      case COBBLESTONE -> StreetSurface.COBBLES;
      case COMPACTED, FINE_GRAVEL -> StreetSurface.COMPACTED;
      case UNPAVED, GRAVEL, GROUND, DIRT, GRASS, SAND -> StreetSurface.LOOSE;
    };
  }

  private static int bit(boolean set, int flag) {
    return set ? flag : 0;
  }

  private static int kmh(double speed, int open) {
    return open == 0 ? 0 : (int) Math.max(1, Math.min(255, Math.round(speed)));
  }

  static int e7(double degrees) {
    return (int) Math.round(degrees * GeoPoint.E7);
  }
}
