package org.toret.router.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.traffic.ArcSpeeds;
import org.toret.router.cycle.Cycling;
import org.toret.router.hierarchy.HierarchyRides;
import org.toret.router.hierarchy.HierarchyWeights;
import org.toret.router.path.StreetSpread.SpreadVisitor;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.EdgeSnapper;
import org.toret.router.walk.FootSearch;
import org.toret.router.walk.PlaceLinker;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.WorkspacePool;

/// Point-to-point paths by bicycle or car, with the few steps on foot between the ends and the
/// street.
final class RidePaths {

  /// Ways of riding that are kept weighed beside the ordinary one.
  private static final int MOST_STYLES = 4;

  private final StreetNetwork streets;
  private final @Nullable EdgeSnapper snapper;
  private final PathAssembler assembler;
  private final ModeCosts costs;
  private final Landmarks landmarks;
  private final EdgeCopies copies;
  private final WorkspacePool<ArcSearch> searches;
  final @Nullable HierarchyWeights weights;
  private final @Nullable WorkspacePool<HierarchyRides> rides;
  private final WorkspacePool<RideSpread> spreads;

  /// The same streets ridden otherwise, weighed when first asked for.
  private final Map<Cycling, RidePaths> styles = new ConcurrentHashMap<>();

  /// @param weights what the hierarchy of the streets weighs by these costs, null for none
  RidePaths(
      StreetNetwork streets,
      @Nullable EdgeSnapper snapper,
      PathAssembler assembler,
      ModeCosts costs,
      Landmarks landmarks,
      EdgeCopies copies,
      @Nullable HierarchyWeights weights) {
    this.streets = streets;
    this.snapper = snapper;
    this.assembler = assembler;
    this.costs = costs;
    this.landmarks = landmarks;
    this.copies = copies;
    searches = new WorkspacePool<>(() -> new ArcSearch(streets, costs, landmarks, copies));
    this.weights = weights;
    rides =
        weights == null
            ? null
            : new WorkspacePool<>(() -> new HierarchyRides(weights, copies::sameCourse));
    spreads = new WorkspacePool<>(() -> new RideSpread(streets, costs, copies));
  }

  /// The same streets under limits that make some slower or close them: bounds by landmarks hold.
  /// For cars the hierarchy is weighed anew; other vehicles are searched arc by arc, since there
  /// are many kinds of them, and so are cars that keep out of gates, which depend on where one
  /// comes from.
  RidePaths under(EdgeLimits limits) {
    ModeCosts limited = costs.under(limits);
    HierarchyWeights anew =
        costs.mode == StreetMode.CAR && !limits.hasGates() ? weighed(limited) : null;
    return new RidePaths(streets, snapper, assembler, limited, landmarks, copies, anew);
  }

  /// The same streets at the speeds of now.
  RidePaths at(ArcSpeeds speeds) {
    ModeCosts now = costs.at(speeds);
    Landmarks bounds = landmarks.following(costs, now);
    return new RidePaths(streets, snapper, assembler, now, bounds, copies, weighed(now));
  }

  /// The rides of a bicycle of some kind on streets of some stress. Where the ground is level as
  /// far as is known a motor changes nothing but the pace.
  private RidePaths by(Cycling asked) {
    Cycling style =
        streets.edges().hasElevation() ? asked : asked.withAssistance(costs.cycling().assisted());
    if (costs.mode != StreetMode.BIKE || style.equals(costs.cycling())) {
      return this;
    }
    RidePaths known = styles.get(style);
    if (known != null) {
      return known;
    }
    if (styles.size() >= MOST_STYLES) {
      styles.keySet().stream().findFirst().ifPresent(styles::remove);
    }
    return styles.computeIfAbsent(style, this::weighed);
  }

  private RidePaths weighed(Cycling style) {
    ModeCosts other = costs.by(style);
    HierarchyWeights anew =
        weights == null ? null : HierarchyWeights.of(weights.hierarchy(), other.costs);
    Landmarks bounds = landmarks.following(costs, other);
    return new RidePaths(streets, snapper, assembler, other, bounds, copies, anew);
  }

  private @Nullable HierarchyWeights weighed(ModeCosts now) {
    if (weights == null) {
      return null;
    }
    IntList arcs = new IntList();
    IntList values = new IntList();
    for (int arc = 0; arc < now.costs.length; arc++) {
      if (now.costs[arc] != costs.costs[arc]) {
        arcs.add(arc);
        values.add(now.costs[arc]);
      }
    }
    return arcs.size() == 0 ? weights : weights.changed(arcs.toArray(), values.toArray());
  }

  Optional<StreetPath> find(GeoPoint from, GeoPoint to, PathOptions options) {
    return by(options.cycling()).found(from, to, options);
  }

  private Optional<StreetPath> found(GeoPoint from, GeoPoint to, PathOptions options) {
    EdgeSnap a = snap(from);
    EdgeSnap b = snap(to);
    if (a == null || b == null) {
      return Optional.empty();
    }
    int[] arcs = arcs(a, b);
    if (arcs.length == 0) {
      return Optional.empty();
    }
    StreetPath path = assembled(from, to, a, b, arcs, options);
    boolean tooFar = costs.mode == StreetMode.BIKE && path.metres() > options.maxBikeMetres();
    return tooFar ? Optional.empty() : Optional.of(path);
  }

  /// The arcs of the cheapest ride between two points of the street, first to last; empty when
  /// there is none.
  int[] arcs(EdgeSnap from, EdgeSnap to) {
    if (rides == null) {
      return searches.with(search -> search.find(from, to));
    }
    int[] arcs = rides.with(search -> search.find(from, to));
    // without forbidden turns nobody gets farther by turning back
    boolean found = arcs.length > 0 || costs.mode == StreetMode.BIKE;
    return found ? arcs : searches.with(search -> search.findTurningBack(from, to));
  }

  /// See [VehicleRides#edge].
  int edge(GeoPoint place) {
    EdgeSnap snap = snap(place);
    return snap == null ? -1 : snap.edge();
  }

  /// Tells everything around a place; false when no street is near.
  ///
  /// @param mostMetres longest ride, beside what the options say
  boolean spread(
      GeoPoint place,
      PathOptions options,
      ReachDirection direction,
      int limitSeconds,
      int mostMetres,
      SpreadVisitor visitor) {
    EdgeSnap snap = snap(place);
    if (snap == null) {
      return false;
    }
    WorkspacePool<RideSpread> spreads = by(options.cycling()).spreads;
    boolean outward = direction == ReachDirection.FROM;
    RideSpread.Bounds bounds = bounds(snap, outward, options, limitSeconds).within(mostMetres);
    spreads.with(search -> {
      search.spread(snap, bounds, visitor);
      return true;
    });
    return true;
  }

  /// See [VehicleRides#seconds(GeoPoint, List, ReachDirection, PathOptions, int)].
  int[] seconds(
      GeoPoint place,
      List<GeoPoint> others,
      ReachDirection direction,
      PathOptions options,
      int limitSeconds) {
    return times(place, ends(others), direction, options, limitSeconds).seconds();
  }

  /// See [VehicleRides#ends].
  VehicleRides.Ends ends(List<GeoPoint> places) {
    return new VehicleRides.Ends(places.stream().map(this::snap).toArray(EdgeSnap[]::new));
  }

  /// See [VehicleRides#times].
  VehicleRides.Times times(
      GeoPoint place,
      VehicleRides.Ends others,
      ReachDirection direction,
      PathOptions options,
      int limitSeconds) {
    boolean outward = direction == ReachDirection.FROM;
    int[] seconds = new int[others.count()];
    int[] metres = new int[others.count()];
    Arrays.fill(seconds, StreetSpread.NEVER);
    EdgeSnap start = snap(place);
    if (start == null) {
      return new VehicleRides.Times(seconds, metres);
    }
    RideSpread.Bounds bounds = bounds(start, outward, options, limitSeconds);
    return by(options.cycling())
        .spreads
        .with(search -> {
          search.spread(start, bounds, WalkSpread.NOBODY);
          for (int i = 0; i < seconds.length; i++) {
            EdgeSnap end = others.snaps()[i];
            int tenths = end == null ? -1 : search.tenths(start, end, bounds);
            if (end != null && tenths >= 0) {
              double off = end.offDecimetres() / options.walk().metresPerSecond();
              int whole = (int) Math.ceil((tenths + off) / 10 - 1e-9);
              seconds[i] = whole <= limitSeconds ? whole : StreetSpread.NEVER;
              metres[i] = search.foundMetres();
            }
          }
          return new VehicleRides.Times(seconds, metres);
        });
  }

  /// See [VehicleRides#atLeastSeconds].
  int[] atLeastSeconds(
      List<GeoPoint> from,
      List<GeoPoint> between,
      int[] onwardSeconds,
      PathOptions options,
      int limitSeconds) {
    List<@Nullable EdgeSnap> ends = new ArrayList<>();
    between.forEach(place -> ends.add(snap(place)));
    ModeCosts own = by(options.cycling()).costs;
    RideFloor floor = new RideFloor(streets, own, copies, timeFactor(options));
    floor.spread(ends, onwardSeconds, limitSeconds);
    int[] seconds = new int[from.size()];
    for (int i = 0; i < seconds.length; i++) {
      EdgeSnap snap = snap(from.get(i));
      seconds[i] = snap == null ? StreetSpread.NEVER : floor.seconds(snap, ends, onwardSeconds);
    }
    return seconds;
  }

  private double timeFactor(PathOptions options) {
    return costs.mode == StreetMode.BIKE
        ? PathOptions.REFERENCE_BIKE_METRES_PER_SECOND / options.bikeMetresPerSecond()
        : 1;
  }

  private RideSpread.Bounds bounds(
      EdgeSnap snap, boolean outward, PathOptions options, int limitSeconds) {
    boolean bike = costs.mode == StreetMode.BIKE;
    double factor = timeFactor(options);
    int off = (int) Math.round(snap.offDecimetres() / options.walk().metresPerSecond());
    int metres = bike ? options.maxBikeMetres() : Integer.MAX_VALUE;
    return new RideSpread.Bounds(outward, factor, off, limitSeconds, metres);
  }

  private @Nullable EdgeSnap snap(GeoPoint place) {
    if (snapper == null) {
      return null;
    }
    return snapper.nearest(place, PlaceLinker.RADIUS_METRES, costs.link(), StreetFlags.COPY);
  }

  private StreetPath assembled(
      GeoPoint from, GeoPoint to, EdgeSnap a, EdgeSnap b, int[] arcs, PathOptions options) {
    List<PathPiece> pieces = new ArrayList<>();
    pieces.add(new PathPiece.Straight(a.point(), a.offDecimetres()));
    RideTrack track = new RideTrack(arcs, new int[arcs.length], new int[arcs.length]);
    int startSeconds = FootSearch.seconds(a.offDecimetres(), options.walk().metresPerSecond());
    double millis = 0;
    double published = 0;
    double told = 0;
    for (int i = 0; i < arcs.length; i++) {
      int whole = streets.edges().decimetres()[arcs[i] >> 1];
      int start = i == 0 ? before(arcs[i], a) : 0;
      int end = i == arcs.length - 1 ? before(arcs[i], b) : whole;
      pieces.add(new PathPiece.OnArc(arcs[i], start, end));
      track.decimetres()[i] = end - start;
      track.atMillis()[i] = (int) (1000L * startSeconds + timeFactor(options) * millis);
      double share = whole == 0 ? 0 : (double) (end - start) / whole;
      millis += costs.millis(arcs[i]) * share;
      published += costs.publishedMillis(arcs[i]) * share;
      told += costs.isTold(arcs[i]) ? (end - start) / 10.0 : 0;
    }
    pieces.add(new PathPiece.Straight(to, b.offDecimetres()));
    millis *= timeFactor(options);
    int off = a.offDecimetres() + b.offDecimetres();
    int offSeconds = FootSearch.seconds(off, options.walk().metresPerSecond());
    int seconds = (int) Math.ceil(millis / 1000 - 1e-9);
    StreetPath.Traffic traffic =
        costs.isLive()
            ? new StreetPath.Traffic(
                (int) Math.ceil(published / 1000 - 1e-9) + offSeconds, (int) Math.round(told))
            : null;
    var totals = new PathAssembler.Totals(seconds + offSeconds, offSeconds, off, false, traffic);
    return assembler.assemble(costs.mode, from, pieces, totals).with(track);
  }

  /// How far along an arc a point lies.
  private int before(int arc, EdgeSnap snap) {
    return snap.along(arc, streets.edges().decimetres()[arc >> 1]);
  }
}
