package org.toret.mobility.reach;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
/// vehicle included. One search for each origin, which serves every minute (see [WindowSweep]),
/// several at a time where there are many; the stops around the destinations are looked up once.
/// Bound to one compiled city; thread-safe.
///
/// Over a window, every minute is a departure of its own and the median and the 5th and 95th
/// percentile are told, as studies of accessibility do (M. W. Conway, A. Byrd, M. van der Linden,
/// *Evidence-Based Transit and Land Use Sketch Planning Using Interactive Accessibility Methods*,
/// Transportation Research Record 2653, 2017). A percentile is the smallest time not exceeded in
/// that share of minutes (nearest rank); a minute without a journey is slower than all others.
public final class MatrixPlanner {

  private static final int NEVER = StreetSpread.NEVER;

  /// So many origins are worth the working memory of one more search.
  private static final int ORIGINS_EACH = 16;

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
    List<Endpoint> ends = destinations.stream().map(Ground.Spot::end).toList();
    StreetSpread spread = ground.engine().streets().spread();
    StreetSpread.WalkEnds walks =
        span.uses(TravelMode.WALK) ? spread.walkEnds(ends, Ground.walking(span)) : null;
    Row[] rows = new Row[origins.size()];
    AtomicInteger next = new AtomicInteger();
    inParallel(
        origins.size(),
        () -> {
          MatrixRides rides = span.rides() ? new MatrixRides(ground, view, request, egress) : null;
          int[][] times = new int[destinations.size()][minutes];
          for (int o = next.getAndIncrement(); o < rows.length; o = next.getAndIncrement()) {
            Ground.Spot origin = origins.get(o);
            int[] direct = direct(span, origin, destinations, walks, longest);
            rows[o] = row(origin, direct, rides, times, longest);
          }
        });
    boolean window = request.windowMinutes() > 0;
    List<Notice> notices = new ArrayList<>(ground.notices(span));
    notices.addAll(ground.charged(span, longest, edge -> true));
    return new MatrixAnswer(
        Arrays.stream(rows).map(Row::median).toList(),
        window ? Arrays.stream(rows).map(Row::p5).toList() : null,
        window ? Arrays.stream(rows).map(Row::p95).toList() : null,
        notices);
  }

  /// Works on many origins with every processor there is, on few with one.
  private static void inParallel(int origins, Runnable work) {
    int most = Runtime.getRuntime().availableProcessors();
    int workers = Math.clamp(origins / ORIGINS_EACH, 1, most);
    IntStream.range(0, workers).parallel().forEach(_ -> work.run());
  }

  /// What is told of one origin.
  private record Row(
      List<@Nullable Integer> median, List<@Nullable Integer> p5, List<@Nullable Integer> p95) {}

  /// @param times working memory: seconds for each destination and minute
  private static Row row(
      Ground.Spot origin, int[] direct, @Nullable MatrixRides rides, int[][] times, int longest) {
    for (int d = 0; d < times.length; d++) {
      Arrays.fill(times[d], direct[d]);
    }
    if (rides != null) {
      rides.lower(origin, times);
    }
    for (int[] ofPair : times) {
      Arrays.sort(ofPair);
    }
    return new Row(row(times, 50, longest), row(times, 5, longest), row(times, 95, longest));
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
      lower(best, ground.cars(from, span, longest).seconds(from.point(), points, riding, longest));
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
