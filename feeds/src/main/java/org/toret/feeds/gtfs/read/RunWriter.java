package org.toret.feeds.gtfs.read;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.feeds.gtfs.read.FrequencyTable.Window;
import org.toret.feeds.gtfs.read.TripTable.Trip;
import org.toret.network.timetable.build.Calls;
import org.toret.network.timetable.build.TimetableBuilder;
import org.toret.network.timetable.build.TripRow;

/// Hands finished trips to the builder, one run each, or one run per departure where
/// `frequencies.txt` repeats them.
public final class RunWriter {

  private final String feed;
  private final TimetableBuilder builder;
  private final Supplier<Numbers> commit;
  private final FrequencyTable frequencies;
  private final IntList firstRuns = new IntList();
  private final IntList runCounts = new IntList();
  private @Nullable Numbers committed;

  /// The builder's numbers of what the feed's tables number from 0.
  ///
  /// @param stops number of each stop, -1 where it has no place and so is not used
  /// @param firstRoute number of the feed's first route
  /// @param services number of each service
  /// @param shapes number of each shape, -1 where it is not used
  public record Numbers(int[] stops, int firstRoute, int[] services, int[] shapes) {}

  /// A writer for one feed; `commit` adds what trips refer to, when the first of them is added.
  public RunWriter(
      String feed, TimetableBuilder builder, Supplier<Numbers> commit, FrequencyTable frequencies) {
    this.feed = feed;
    this.builder = builder;
    this.commit = commit;
    this.frequencies = frequencies;
  }

  /// Adds the runs of a trip; trips are added in their order, those without runs with no calls.
  public void add(int number, Trip trip, TripCalls calls) {
    firstRuns.add(builder.tripCount());
    List<Window> windows = frequencies.windows(number);
    Calls own = calls.toCalls(numbers().stops());
    if (windows.isEmpty()) {
      builder.addTrip(row(trip, trip.id(), 0), own);
    }
    for (Window window : windows) {
      repeat(trip, own, window);
    }
    runCounts.add(builder.tripCount() - firstRuns.get(firstRuns.size() - 1));
  }

  /// The builder's numbers; adds the feed to it when that was not done yet.
  public Numbers numbers() {
    if (committed == null) {
      committed = commit.get();
    }
    return committed;
  }

  /// Whether any trip was added.
  public boolean hasRuns() {
    return committed != null;
  }

  /// Notes that a trip has no run.
  public void skip() {
    firstRuns.add(-1);
    runCounts.add(0);
  }

  /// The builder's number of the first run of a trip.
  int firstRun(int trip) {
    return firstRuns.get(trip);
  }

  /// How many runs a trip has; 0 when it was left out.
  int runCount(int trip) {
    return runCounts.get(trip);
  }

  private void repeat(Trip trip, Calls own, Window window) {
    int headway = window.exact() ? 0 : window.headwaySeconds();
    for (long start = window.startSeconds();
        start < window.endSeconds();
        start += window.headwaySeconds()) {
      int shift = (int) start - own.departures()[0];
      String id = trip.id() + "#" + clock((int) start);
      builder.addTrip(row(trip, id, headway), shifted(own, shift));
    }
  }

  private TripRow row(Trip trip, String id, int headwaySeconds) {
    Numbers numbers = numbers();
    return new TripRow(
        feed + ":" + id,
        numbers.firstRoute() + trip.route(),
        numbers.services()[trip.service()],
        trip.headsign(),
        trip.shortName(),
        trip.direction(),
        trip.block().isEmpty() ? "" : feed + ":" + trip.block(),
        trip.shape() < 0 ? -1 : numbers.shapes()[trip.shape()],
        trip.wheelchair(),
        trip.bikes(),
        headwaySeconds);
  }

  private static Calls shifted(Calls calls, int shift) {
    int[] arrivals = calls.arrivals().clone();
    int[] departures = calls.departures().clone();
    for (int i = 0; i < arrivals.length; i++) {
      arrivals[i] += shift;
      departures[i] += shift;
    }
    return new Calls(
        calls.stops(), calls.sequences(), arrivals, departures, calls.pickups(), calls.dropOffs());
  }

  private static String clock(int seconds) {
    return "%02d%02d%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
