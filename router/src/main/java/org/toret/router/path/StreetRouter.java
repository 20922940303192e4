package org.toret.router.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.network.street.StreetNetwork;
import org.toret.network.traffic.ArcSpeeds;
import org.toret.router.hierarchy.HierarchyWeights;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.EdgeSnapper;
import org.toret.router.walk.FootGraph;
import org.toret.router.walk.FootMask;
import org.toret.router.walk.FootSearch;
import org.toret.router.walk.Footing;
import org.toret.router.walk.PlaceLinker;
import org.toret.router.walk.PlaceOnStreet;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopLinker;
import org.toret.router.walk.StopLinks;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.StopWalks;
import org.toret.router.walk.StraightWalks;
import org.toret.router.walk.Transfers;
import org.toret.router.walk.WalkOptions;
import org.toret.router.walk.WalkTransfers;
import org.toret.router.walk.WorkspacePool;

/// Answers how to get along the streets, on foot, by bicycle and by car, between places and stops.
/// Immutable but for its reused workspaces and last answers; thread-safe.
///
/// Stops and places are linked to the nearest point of the nearest usable edge, places also to the
/// private way they lie at, and deep inside a block to all edges about as near. A stop farther than
/// 250 m and a place farther than 300 m from any such edge lie *beyond the streets*: walking there
/// is by the straight line times 1.3, cycling and driving are not offered.
public final class StreetRouter {

  /// The way between a place and the middle of its street is not counted up to here: stops stand at
  /// the kerb, addresses at the house front, and nobody walks to the middle line.
  public static final double KERB_METRES = 50;

  private static final int RECENT = 4;

  private final StreetNetwork streets;
  private final StopSites sites;
  private final @Nullable EdgeSnapper snapper;
  private final PlaceLinker places;
  private final StopLinks links;
  private final StraightWalks straight;
  private final StopWalks stopWalks;
  private final WorkspacePool<FootSearch> footSearches;
  private final FootGraph graph;
  private final CourseLine courses;
  private final WalkPaths walkPaths;
  private final RidePaths bikePaths;
  private final RidePaths carPaths;
  private final StreetSpread spread;

  /// The last answers about what lies around a place, the oldest replaced in turn: one question
  /// asks about its ends several times.
  private final AtomicReferenceArray<@Nullable Reached> recent = new AtomicReferenceArray<>(RECENT);

  private final AtomicInteger turn = new AtomicInteger();

  private record Around(GeoPoint place, WalkOptions options, ReachDirection direction) {}

  private record Reached(Around around, StopReach stops) {}

  private StreetRouter(StreetNetwork streets, StopSites sites, double kerbMetres) {
    this.streets = streets;
    this.sites = sites;
    snapper = streets.isEmpty() ? null : new EdgeSnapper(streets, kerbMetres);
    places = new PlaceLinker(streets, snapper);
    FootGraph.Builder building = FootGraph.builder(streets, sites.pathways().nodeCount());
    links = new StopLinker(streets, snapper, sites).build(building);
    graph = building.done();
    straight = new StraightWalks(sites, links.served, links.beyond);
    stopWalks = new StopWalks(streets.edges(), sites, links, straight);
    footSearches = new WorkspacePool<>(() -> new FootSearch(graph, links, sites.count()));
    courses = new CourseLine(streets);
    PathAssembler assembler = new PathAssembler(streets);
    walkPaths = new WalkPaths(streets, graph, sites.pathways(), assembler, places.privateWays());
    EdgeCopies copies = new EdgeCopies(streets);
    bikePaths = rides(StreetMode.BIKE, snapper, assembler, copies);
    carPaths = rides(StreetMode.CAR, snapper, assembler, copies);
    spread = new StreetSpread(this, footSearches, new WalkSpread(streets), bikePaths, carPaths);
  }

  /// The same streets with more stops.
  private StreetRouter(StreetRouter same, StopSites sites) {
    this.streets = same.streets;
    this.sites = sites;
    snapper = same.snapper;
    places = same.places;
    FootGraph.Builder building = FootGraph.builder(streets, sites.pathways().nodeCount());
    links = new StopLinker(streets, snapper, sites).build(building);
    graph = same.graph;
    straight = new StraightWalks(sites, links.served, links.beyond);
    stopWalks = new StopWalks(streets.edges(), sites, links, straight);
    footSearches = new WorkspacePool<>(() -> new FootSearch(graph, links, sites.count()));
    courses = same.courses;
    walkPaths = same.walkPaths;
    bikePaths = same.bikePaths;
    carPaths = same.carPaths;
    spread = new StreetSpread(this, footSearches, new WalkSpread(streets), bikePaths, carPaths);
  }

  /// The same router with more stops at the street behind its own; streets, stations and everything
  /// for rides are shared. Costs about as much as linking all stops.
  public StreetRouter with(StopSites more) {
    return new StreetRouter(this, more);
  }

  private StreetRouter(StreetRouter same, RidePaths cars) {
    streets = same.streets;
    sites = same.sites;
    snapper = same.snapper;
    places = same.places;
    links = same.links;
    straight = same.straight;
    stopWalks = same.stopWalks;
    footSearches = same.footSearches;
    graph = same.graph;
    courses = same.courses;
    walkPaths = same.walkPaths;
    bikePaths = same.bikePaths;
    carPaths = cars;
    spread = new StreetSpread(this, footSearches, new WalkSpread(streets), bikePaths, cars);
  }

  /// The same streets with cars at the speeds of now; all else is shared.
  public StreetRouter with(ArcSpeeds speeds) {
    return new StreetRouter(this, carPaths.at(speeds));
  }

  private RidePaths rides(
      StreetMode mode, @Nullable EdgeSnapper snapper, PathAssembler assembler, EdgeCopies copies) {
    ModeCosts costs = new ModeCosts(streets, mode);
    Landmarks landmarks = Landmarks.of(streets, costs);
    HierarchyWeights weights = costs.weights(streets);
    return new RidePaths(streets, snapper, assembler, costs, landmarks, copies, weights);
  }

  /// Links the stops to the streets; streets may be [StreetNetwork#EMPTY].
  public static StreetRouter of(StreetNetwork streets, StopSites sites) {
    return of(streets, sites, KERB_METRES);
  }

  /// The same with another allowance between a place and the middle of its street.
  public static StreetRouter of(StreetNetwork streets, StopSites sites, double kerbMetres) {
    return new StreetRouter(streets, sites, kerbMetres);
  }

  /// How many stops lie beyond the streets.
  public int stopsBeyondStreets() {
    return links.beyond.length;
  }

  /// Adds the notice `streets_partial` when stops lie beyond the streets.
  public void report(Notices notices) {
    if (links.beyond.length > 0) {
      notices.add(
          Notice.of(
              "streets_partial",
              Severity.WARNING,
              Place.ofFeed(""),
              links.beyond.length,
              links.served.length,
              (int) StopLinks.LINK_METRES,
              (int) Math.round(100 * (StraightWalks.DETOUR - 1))));
    }
  }

  /// Loads the texts of this package's notices.
  public static Messages messages(Messages target) {
    return target.load(StreetRouter.class, "path", "it", "en");
  }

  /// Whether any street is known.
  public boolean hasStreets() {
    return snapper != null;
  }

  /// Whether a stop is reached by streets or a station, not by straight lines alone.
  public boolean isLinked(int stop) {
    return links.isLinked(stop);
  }

  /// The stops within reach of a place on foot, or from which the place is within reach.
  public StopReach reachStops(GeoPoint place, WalkOptions options, ReachDirection direction) {
    Around around = new Around(place, options, direction);
    for (int i = 0; i < RECENT; i++) {
      Reached known = recent.get(i);
      if (known != null && known.around().equals(around)) {
        return known.stops();
      }
    }
    Reached fresh = new Reached(around, searchStops(place, options, direction));
    recent.set(Math.floorMod(turn.getAndIncrement(), RECENT), fresh);
    return fresh.stops();
  }

  private StopReach searchStops(GeoPoint place, WalkOptions options, ReachDirection direction) {
    int mask = FootMask.of(options);
    Footing here = places.footing(place, mask, direction == ReachDirection.FROM);
    return footSearches.with(search -> {
      search.begin(mask, 10 * options.maxMetres(), direction);
      for (EdgeSnap snap : here.snaps()) {
        search.seedFrom(new PlaceOnStreet(streets.edges(), snap));
      }
      here.waysOut().forEach(way -> way.seed(search));
      straight.offer(search, place, here.beyond(), options.maxMetres());
      search.reachStops();
      return search.answer(options.metresPerSecond(), FootSearch.NOWHERE);
    });
  }

  /// The stops within reach of a stop on foot, or from which it is; the stop itself is among them.
  public StopReach reachStopsFromStop(int stop, WalkOptions options, ReachDirection direction) {
    if (!links.isServed(stop)) {
      return reachStops(sites.point(stop), options, direction);
    }
    return footSearches.with(search -> {
      stopWalks.run(search, stop, FootMask.of(options), options.maxMetres(), direction);
      search.offer(stop, 0, 0);
      return search.answer(options.metresPerSecond(), FootSearch.NOWHERE);
    });
  }

  /// Walks from every stop to all stops within a limit.
  public Transfers walkTransfers(int limitMetres) {
    return new WalkTransfers(sites.count(), stopWalks, footSearches).find(limitMetres);
  }

  /// The best path between two ends, if there is one within the limits. On foot and by bicycle a
  /// limit of length holds; the fastest way counts on foot and by car, the fastest and most
  /// comfortable by bicycle.
  public Optional<StreetPath> path(
      Endpoint from, Endpoint to, StreetMode mode, PathOptions options) {
    return switch (mode) {
      case WALK -> {
        int mask = FootMask.of(options.walk());
        Footing start = footing(from, mask, true);
        Footing end = footing(to, mask, false);
        yield footSearches.with(search -> walkPaths.find(search, start, end, options.walk()));
      }
      case BIKE -> bikePaths.find(point(from), point(to), options);
      case CAR -> carPaths.find(point(from), point(to), options);
    };
  }

  /// What lies around places, without a destination.
  public StreetSpread spread() {
    return spread;
  }

  /// Rides by bicycle or car, as any of them.
  public VehicleRides rides(StreetMode mode) {
    return new VehicleRides(ridePaths(mode));
  }

  /// Rides of a vehicle that must heed more than the streets say.
  public VehicleRides rides(StreetMode mode, EdgeLimits limits) {
    return new VehicleRides(ridePaths(mode).under(limits));
  }

  private RidePaths ridePaths(StreetMode mode) {
    return switch (mode) {
      case BIKE -> bikePaths;
      case CAR -> carPaths;
      case WALK -> throw new IllegalArgumentException("Walking is no riding");
    };
  }

  private GeoPoint point(Endpoint end) {
    return switch (end) {
      case Endpoint.Place(GeoPoint point) -> point;
      case Endpoint.Stop(int stop) -> sites.point(stop);
    };
  }

  Footing footing(Endpoint end, int mask, boolean outward) {
    return switch (end) {
      case Endpoint.Stop(int stop) when links.isServed(stop) -> footing(stop, mask);
      case Endpoint.Stop(int stop) -> places.footing(sites.point(stop), mask, outward);
      case Endpoint.Place(GeoPoint point) -> places.footing(point, mask, outward);
    };
  }

  private Footing footing(int stop, int mask) {
    List<EdgeSnap> snaps = new ArrayList<>();
    for (int link : links.linksByStop.row(stop)) {
      if ((links.linkMask[link] & mask) != 0) {
        int edge = links.linkEdge[link];
        int along = links.linkAlong[link];
        GeoPoint point = courses.point(edge, along);
        snaps.add(new EdgeSnap(edge, along, links.linkOff[link], point));
      }
    }
    IntList nodes = new IntList();
    for (int end : links.endsByStop.row(stop)) {
      if (links.endNode[end] >= graph.streetNodes && links.isLinked(stop)) {
        nodes.add(links.endNode[end]);
      }
    }
    boolean beyond = !links.isLinked(stop);
    return new Footing(sites.point(stop), snaps, List.of(), nodes.toArray(), beyond);
  }
}
