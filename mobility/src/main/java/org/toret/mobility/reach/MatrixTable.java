package org.toret.mobility.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.TravelMode;
import org.toret.router.hire.HireEngine;
import org.toret.router.hire.HireQuery;
import org.toret.router.hire.HireTable;
import org.toret.router.path.Endpoint;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetSpread;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.TimetableView;
import org.toret.router.walk.ReachDirection;

/// One question for a table while it is worked on: what is looked up once for all origins, and what
/// each mode takes from one of them. Only modes that are asked for cost anything. Thread-safe but
/// for what [#rider] makes.
final class MatrixTable {

  private static final int NEVER = StreetSpread.NEVER;

  private final Ground ground;
  private final MatrixRequest request;
  private final Span span;
  private final List<Ground.Spot> destinations;
  private final List<GeoPoint> points;
  private final TimetableView view;
  private final int longest;
  private final StreetSpread.@Nullable WalkEnds walks;
  private final Hires hires;
  private final List<Hired> hired = new ArrayList<>();
  private final Taxis taxis;
  private final @Nullable Joins joins;
  private final List<Foothold> onFoot = new ArrayList<>();
  private final List<Foothold> egress = new ArrayList<>();

  /// The ways with one type of shared vehicle.
  ///
  /// @param index of its questions among those of all types
  private record Hired(int index, HireTable table) {}

  /// @param then what is known, as far as it is of use at the time of the question
  MatrixTable(
      Ground ground,
      MatrixRequest request,
      TimetableView view,
      List<Ground.Spot> destinations,
      KnownNow then) {
    this.ground = ground;
    this.request = request;
    this.view = view;
    this.destinations = destinations;
    span = request.span();
    points = destinations.stream().map(Ground.Spot::point).toList();
    longest = 60 * request.maxMinutes();
    List<Endpoint> ends = destinations.stream().map(Ground.Spot::end).toList();
    StreetSpread spread = ground.engine().streets().spread();
    walks = span.uses(TravelMode.WALK) ? spread.walkEnds(ends, Ground.walking(span)) : null;
    hires = ground.hires(span, then);
    taxis = ground.taxis(span, then);
    joins =
        Joins.isAsked(span)
            ? new Joins(ground, span, then, hires, 60 * request.windowMinutes())
            : null;
    tabulate();
    for (Ground.Spot destination : span.rides() ? destinations : List.<Ground.Spot>of()) {
      Foothold foot = ground.foothold(destination, span, ReachDirection.TOWARDS);
      onFoot.add(foot);
      egress.add(joins == null ? foot : joins.withHires(foot, destination));
    }
  }

  private void tabulate() {
    HireEngine engine = ground.engine().hire();
    List<List<HireQuery>> queries = destinations.stream().map(hires::at).toList();
    for (int type = 0; type < queries.getFirst().size(); type++) {
      int index = type;
      List<HireQuery> ofType = queries.stream().map(all -> all.get(index)).toList();
      engine
          .table(ofType.getFirst(), ofType, longest)
          .ifPresent(table -> hired.add(new Hired(index, table)));
    }
  }

  Hires hires() {
    return hires;
  }

  Taxis taxis() {
    return taxis;
  }

  /// Tells of one origin after another; not thread-safe.
  final class Rider {

    private final @Nullable MatrixRides rides =
        span.rides() ? new MatrixRides(ground, view, request, egress) : null;
    private final @Nullable MatrixRides joined =
        joins == null ? null : new MatrixRides(ground, view, request, onFoot);

    /// Seconds to each destination for each minute, [StreetSpread#NEVER] where there is no way.
    ///
    /// @param times to be filled
    void tell(Ground.Spot origin, int[][] times) {
      int[] direct = direct(origin);
      for (int d = 0; d < times.length; d++) {
        Arrays.fill(times[d], direct[d]);
      }
      if (taxis.isHad(origin)) {
        call(origin, times);
      }
      if (rides != null) {
        rides.lower(ground.foothold(origin, span, ReachDirection.FROM), times, all -> true);
      }
      if (joined != null && joins != null) {
        for (Joins.Ring ring : joins.rings(origin, ReachDirection.FROM)) {
          joined.lower(ring.foothold(), times, d -> isBeyond(origin, d, ring.leastMetres()));
        }
      }
      for (int d = 0; d < times.length; d++) {
        if (points.get(d).equals(origin.point())) {
          Arrays.fill(times[d], 0);
        }
      }
    }
  }

  private boolean isBeyond(Ground.Spot origin, int destination, double metres) {
    return Distance.metres(origin.point(), points.get(destination)) >= metres;
  }

  Rider rider() {
    return new Rider();
  }

  /// A taxi that is called now is there sooner for who is ready later.
  private void call(Ground.Spot origin, int[][] times) {
    int[] seconds = taxis.seconds(origin, points, longest);
    for (int minute = 0; minute < times[0].length; minute++) {
      int wait = taxis.waitSeconds(origin, span.at().getEpochSecond() + 60L * minute);
      for (int d = 0; d < times.length; d++) {
        if (seconds[d] != NEVER) {
          times[d][minute] = Math.min(times[d][minute], wait + seconds[d]);
        }
      }
    }
  }

  /// On foot, by bicycle or by car, one's own or shared, the whole way.
  private int[] direct(Ground.Spot from) {
    int[] best = new int[points.size()];
    Arrays.fill(best, NEVER);
    StreetSpread spread = ground.engine().streets().spread();
    if (walks != null) {
      int[] seconds = spread.walkSeconds(from.end(), walks);
      if (span.traveller().mayClimb()) {
        climb(seconds, spread.walkSeconds(from.end(), spread.climbing(walks)));
      }
      lower(best, seconds);
    }
    var riding = Ground.riding(span);
    if (span.uses(TravelMode.BIKE)) {
      lower(best, spread.rideSeconds(from.point(), points, StreetMode.BIKE, riding, longest));
    }
    if (span.uses(TravelMode.EBIKE)) {
      var assisted = riding.assisted();
      lower(best, spread.rideSeconds(from.point(), points, StreetMode.BIKE, assisted, longest));
    }
    if (span.uses(TravelMode.CAR)) {
      lower(best, ground.cars(from, span, longest).seconds(from.point(), points, riding, longest));
    }
    if (!hired.isEmpty()) {
      List<HireQuery> queries = hires.at(from);
      for (Hired type : hired) {
        lower(best, type.table().seconds(queries.get(type.index())));
      }
    }
    return best;
  }

  /// Takes stairs where there is nothing else.
  private static void climb(int[] seconds, int[] overStairs) {
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = seconds[i] == NEVER ? overStairs[i] : seconds[i];
    }
  }

  private static void lower(int[] best, int[] seconds) {
    for (int i = 0; i < best.length; i++) {
      best[i] = Math.min(best[i], seconds[i]);
    }
  }
}
