package org.toret.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Severity;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.LiveChanges;
import org.toret.feeds.gtfsrt.RealtimeReader;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.overlay.Sightings;
import org.toret.network.overlay.Sightings.Sighting;
import org.toret.network.overlay.TripChange;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.DayTimetable;

/// The messages of Turin laid over its timetable.
@Tag("RT-04")
@EnabledIfEnvironmentVariable(
    named = "TORET_DATA",
    matches = ".+",
    disabledReason = "TORET_DATA names no folder of published data")
final class PublishedLiveTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);

  private final Path data = Path.of(String.valueOf(System.getenv("TORET_DATA"))).resolve("torino");
  private final Notices notices = new Notices();

  @Test
  void turinAtAQuarterPastEight() {
    Timetable published = TestTimetable.read("gtt", data.resolve("gtfs.zip"));
    LiveOverlay overlay = new LiveOverlay(published);
    FeedMessage message =
        RealtimeReader.read(
                "gtt",
                data.resolve("realtime/trip-updates.pb"),
                RealtimeReader.Limits.STANDARD,
                notices)
            .orElseThrow();
    FeedChanges said = LiveChanges.of("gtt-rt", "gtt", message, 0);
    LiveTimetable live = overlay.update(said, notices);
    assertThat(live.dates()).containsExactly(TODAY);
    assertThat(notices.count(Severity.ERROR)).isZero();
    assertThat(notices.count("live_unknown_trip")).isZero();
    assertThat(notices.count("live_call_unknown")).isZero();
    int before = DayTimetable.of(published, TODAY).trips().length;
    int after = DayTimetable.of(live.timetable(), TODAY).trips().length;
    assertThat(after).as("12 canceled, 1 added, 1 copied").isEqualTo(before - 10);
    int moved = live.timetable().trips().count() - published.trips().count();
    assertThat(moved).as("648 that have a delay or pass a stop, 2 that are extra").isEqualTo(650);
    sound(live.timetable(), published.trips().count());
    int canceled = trip(published, "gtt:13U_1_WD_024");
    assertThat(live.findChange(canceled, TODAY))
        .isEqualTo(Optional.of(new LiveTimetable.Change(TripChange.Kind.CANCELED, -1)));
    assertThat(trip(live.timetable(), "gtt:55U_0_WD_021-bis")).isPositive();
    assertThat(overlay.update(said, new Notices())).isSameAs(live);
  }

  /// What the places of vehicles tell, against what the trip updates of the same moment tell of the
  /// same runs.
  @Test
  @Tag("RT-17")
  void placesTellAboutTheDelaysThatArePredicted() {
    Timetable published = TestTimetable.read("gtt", data.resolve("gtfs.zip"));
    FeedMessage updates = message("realtime/trip-updates.pb");
    FeedMessage vehicles = message("realtime/vehicle-positions.pb");
    long at = vehicles.header().timestampEpochSeconds().orElseThrow();
    LiveTimetable predicted =
        new LiveOverlay(published).update(LiveChanges.of("u", "gtt", updates, at), notices);
    List<Sighting> seen = LiveChanges.sightings(vehicles, at);
    List<TripChange> inferred = new Sightings(published).delays("gtt", at, seen);
    List<Integer> errors = new ArrayList<>();
    for (TripChange change : inferred) {
      int trip = trip(published, "gtt:" + change.tripId());
      int now = predicted.tripOn(trip, TODAY);
      boolean comparable =
          updates.tripUpdates().stream()
              .anyMatch(update -> update.trip().tripId().equals(change.tripId()));
      if (comparable && now >= 0) {
        CallChange call = change.calls().getFirst();
        int place = call(published, trip, call.sequence().orElseThrow());
        int told = arrival(predicted.timetable(), now, place) - arrival(published, trip, place);
        errors.add(call.arrival().orElseThrow().delaySeconds().orElseThrow() - told);
      }
    }
    errors.sort(null);
    System.out.printf(
        "%d vehicles, %d name a run, %d told, %d compared; error in seconds: mean %.1f, 5 %% %d,"
            + " 25 %% %d, median %d, 75 %% %d, 95 %% %d; within a minute %d, within two %d%n",
        vehicles.vehiclePositions().size(),
        seen.size(),
        inferred.size(),
        errors.size(),
        errors.stream().mapToInt(error -> error).average().orElseThrow(),
        errors.get(errors.size() / 20),
        errors.get(errors.size() / 4),
        errors.get(errors.size() / 2),
        errors.get(errors.size() * 3 / 4),
        errors.get(errors.size() * 19 / 20),
        errors.stream().filter(error -> Math.abs(error) <= 60).count(),
        errors.stream().filter(error -> Math.abs(error) <= 120).count());
    assertThat(errors.size()).isGreaterThan(600);
    assertThat(errors.get(errors.size() / 2)).isBetween(-30, 30);
    assertThat(errors.stream().filter(error -> Math.abs(error) <= 120).count())
        .isGreaterThan(errors.size() * 3 / 4);
  }

  private FeedMessage message(String file) {
    return RealtimeReader.read("gtt", data.resolve(file), RealtimeReader.Limits.STANDARD, notices)
        .orElseThrow();
  }

  private static int call(Timetable timetable, int trip, int sequence) {
    Patterns patterns = timetable.patterns();
    int offset = patterns.stopOffsets()[timetable.trips().patterns()[trip]];
    int call = 0;
    while (patterns.sequences()[offset + call] != sequence) {
      call++;
    }
    return call;
  }

  private static int arrival(Timetable timetable, int trip, int call) {
    int pattern = timetable.trips().patterns()[trip];
    return timetable.patterns().arrival(timetable.patterns().timeOffset(pattern, trip) + call);
  }

  private static void sound(Timetable timetable, int firstTrip) {
    Patterns patterns = timetable.patterns();
    for (int trip = firstTrip; trip < timetable.trips().count(); trip++) {
      int pattern = timetable.trips().patterns()[trip];
      int at = patterns.timeOffset(pattern, trip);
      int last = Integer.MIN_VALUE;
      for (int call = at; call < at + patterns.length(pattern); call++) {
        assertThat(patterns.arrival(call)).isGreaterThanOrEqualTo(last);
        assertThat(patterns.departure(call)).isGreaterThanOrEqualTo(patterns.arrival(call));
        last = patterns.departure(call);
      }
    }
  }

  private static int trip(Timetable timetable, String id) {
    for (int trip = 0; trip < timetable.trips().count(); trip++) {
      if (timetable.trips().ids().get(trip).equals(id)) {
        return trip;
      }
    }
    return -1;
  }
}
