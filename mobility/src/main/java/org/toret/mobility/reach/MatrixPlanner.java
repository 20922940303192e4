package org.toret.mobility.reach;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Waypoint;
import org.toret.router.journey.CityEngine;
import org.toret.router.raptor.TimetableView;

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

  /// So many origins are worth the working memory of one more search.
  private static final int ORIGINS_EACH = 16;

  private final Ground ground;

  public MatrixPlanner(CityEngine engine, Directory directory, RuleBook rules) {
    ground = new Ground(engine, directory, rules);
  }

  /// The table where nothing is known of what changes by the minute. Refused as `unknown_stop` or
  /// `outside_city`, with the place that is meant.
  public Outcome<MatrixAnswer> matrix(MatrixRequest request) {
    return matrix(request, ground.nothingKnown());
  }

  /// The same with what is known now of shared vehicles and car parks.
  public Outcome<MatrixAnswer> matrix(MatrixRequest request, KnownNow now) {
    return resolve(request.origins())
        .then(origins ->
            resolve(request.destinations())
                .map(destinations -> answer(request, origins, destinations, now)));
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
      MatrixRequest request,
      List<Ground.Spot> origins,
      List<Ground.Spot> destinations,
      KnownNow now) {
    Span span = request.span();
    int minutes = Math.max(1, request.windowMinutes());
    int longest = 60 * request.maxMinutes();
    TimetableView view =
        ground.view(span.at(), span.at().plus(Duration.ofMinutes(minutes)).plusSeconds(longest));
    MatrixTable table = new MatrixTable(ground, request, view, destinations, now.then(span.at()));
    Row[] rows = new Row[origins.size()];
    AtomicInteger next = new AtomicInteger();
    inParallel(
        origins.size(),
        () -> {
          MatrixTable.Rider rider = table.rider();
          int[][] times = new int[destinations.size()][minutes];
          for (int o = next.getAndIncrement(); o < rows.length; o = next.getAndIncrement()) {
            rider.tell(origins.get(o), times);
            rows[o] = row(times, longest);
          }
        });
    boolean window = request.windowMinutes() > 0;
    return new MatrixAnswer(
        Arrays.stream(rows).map(Row::median).toList(),
        window ? Arrays.stream(rows).map(Row::p5).toList() : null,
        window ? Arrays.stream(rows).map(Row::p95).toList() : null,
        notices(request, table, origins, destinations));
  }

  private List<Notice> notices(
      MatrixRequest request,
      MatrixTable table,
      List<Ground.Spot> origins,
      List<Ground.Spot> destinations) {
    Span span = request.span();
    int longest = 60 * request.maxMinutes();
    List<Notice> notices = new ArrayList<>(ground.notices(span, longest));
    notices.addAll(table.hires().notices(origins.getFirst()));
    notices.addAll(table.taxis().notices(origins));
    notices.addAll(ground.charged(span, longest, edge -> true));
    if (span.uses(TravelMode.CAR)) {
      List<GeoPoint> ends =
          Stream.concat(origins.stream(), destinations.stream()).map(Ground.Spot::point).toList();
      notices.addAll(ground.closedZones(span, longest).at(ends));
    }
    notices.addAll(ground.dates(span, notices));
    return notices;
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

  /// @param times seconds for each destination and minute; they are sorted
  private static Row row(int[][] times, int longest) {
    for (int[] ofPair : times) {
      Arrays.sort(ofPair);
    }
    return new Row(row(times, 50, longest), row(times, 5, longest), row(times, 95, longest));
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
