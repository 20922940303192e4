package org.toret.mobility.reach;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Waypoint;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.Endpoint;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetSpread;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.TimetableView;
import org.toret.router.walk.ReachDirection;

/// Tells how long it takes between many places at once, from door to door, the wait for the first
/// vehicle included. One search for each origin, which serves every minute (see [WindowSweep]); the
/// stops around the destinations are looked up once. Bound to one compiled city; thread-safe.
///
/// Over a window, every minute is a departure of its own and the median and the 5th and 95th
/// percentile are told, as studies of accessibility do (M. W. Conway, A. Byrd, M. van der Linden,
/// *Evidence-Based Transit and Land Use Sketch Planning Using Interactive Accessibility Methods*,
/// Transportation Research Record 2653, 2017). A percentile is the smallest time not exceeded in
/// that share of minutes (nearest rank); a minute without a journey is slower than all others.
public final class MatrixPlanner {

  private static final int NEVER = StreetSpread.NEVER;

  private final Ground ground;

  public MatrixPlanner(CityEngine engine, Directory directory, RuleBook rules) {
    ground = new Ground(engine, directory, rules);
  }

  /// The table. Refused as `unknown_stop` or `outside_city`, with the place that is meant.
  public Outcome<MatrixAnswer> matrix(MatrixRequest request) {
    return resolve(request.origins())
        .then(origins ->
            resolve(request.destinations())
                .map(destinations -> answer(request, origins, destinations)));
  }

  private Outcome<List<Ground.Spot>> resolve(List<Waypoint> waypoints) {
    List<Ground.Spot> spots = new ArrayList<>();
    for (Waypoint waypoint : waypoints) {
      switch (ground.resolve(waypoint)) {
        case Outcome.Done<Ground.Spot>(Ground.Spot spot) -> spots.add(spot);
        case Outcome.Refused<Ground.Spot>(String code, List<String> args) -> {
          return Outcome.refused(code, args.toArray());
        }
      }
    }
    return Outcome.done(spots);
  }

  private MatrixAnswer answer(
      MatrixRequest request, List<Ground.Spot> origins, List<Ground.Spot> destinations) {
    Span span = request.span();
    List<Foothold> egress = new ArrayList<>();
    if (span.rides()) {
      for (Ground.Spot destination : destinations) {
        egress.add(ground.foothold(destination, span, ReachDirection.TOWARDS));
      }
    }
    int minutes = Math.max(1, request.windowMinutes());
    int longest = 60 * request.maxMinutes();
    TimetableView view =
        ground.view(span.at(), span.at().plus(Duration.ofMinutes(minutes)).plusSeconds(longest));
    MatrixRides rides = span.rides() ? new MatrixRides(ground, view, request, egress) : null;
    List<List<@Nullable Integer>> median = new ArrayList<>();
    List<List<@Nullable Integer>> p5 = new ArrayList<>();
    List<List<@Nullable Integer>> p95 = new ArrayList<>();
    List<Endpoint> ends = destinations.stream().map(Ground.Spot::end).toList();
    StreetSpread spread = ground.engine().streets().spread();
    StreetSpread.WalkEnds walks =
        span.uses(TravelMode.WALK) ? spread.walkEnds(ends, Ground.walking(span)) : null;
    for (Ground.Spot origin : origins) {
      int[] direct = direct(span, origin, destinations, walks, longest);
      int[][] times = new int[destinations.size()][minutes];
      for (int d = 0; d < times.length; d++) {
        Arrays.fill(times[d], direct[d]);
      }
      if (rides != null) {
        rides.lower(origin, times);
      }
      for (int[] ofPair : times) {
        Arrays.sort(ofPair);
      }
      median.add(row(times, 50, longest));
      p5.add(row(times, 5, longest));
      p95.add(row(times, 95, longest));
    }
    boolean window = request.windowMinutes() > 0;
    List<Notice> notices = new ArrayList<>(ground.notices(span));
    notices.addAll(ground.charged(span, longest, edge -> true));
    return new MatrixAnswer(median, window ? p5 : null, window ? p95 : null, notices);
  }

  /// On foot, by bicycle or by car, the whole way.
  private int[] direct(
      Span span,
      Ground.Spot from,
      List<Ground.Spot> to,
      StreetSpread.@Nullable WalkEnds walks,
      int longest) {
    int[] best = new int[to.size()];
    Arrays.fill(best, NEVER);
    StreetSpread spread = ground.engine().streets().spread();
    if (walks != null) {
      int[] seconds = spread.walkSeconds(from.end(), walks);
      if (span.traveller().mayClimb()) {
        climb(seconds, spread.walkSeconds(from.end(), spread.climbing(walks)));
      }
      lower(best, seconds);
    }
    List<GeoPoint> points = to.stream().map(Ground.Spot::point).toList();
    var riding = Ground.riding(span);
    if (span.uses(TravelMode.BIKE) && !span.traveller().wheelchair()) {
      lower(best, spread.rideSeconds(from.point(), points, StreetMode.BIKE, riding, longest));
    }
    if (span.uses(TravelMode.EBIKE) && !span.traveller().wheelchair()) {
      var assisted = riding.assisted();
      lower(best, spread.rideSeconds(from.point(), points, StreetMode.BIKE, assisted, longest));
    }
    if (span.uses(TravelMode.CAR)) {
      lower(best, ground.cars(span, longest).seconds(from.point(), points, riding, longest));
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

  /// A percentile of each pair by nearest rank; the times of a pair are sorted.
  private static List<@Nullable Integer> row(int[][] times, int percent, int longest) {
    List<@Nullable Integer> row = new ArrayList<>(times.length);
    for (int[] ofPair : times) {
      int rank = Math.max(1, (percent * ofPair.length + 99) / 100);
      int seconds = ofPair[rank - 1];
      row.add(seconds <= longest ? seconds : null);
    }
    return row;
  }
}
