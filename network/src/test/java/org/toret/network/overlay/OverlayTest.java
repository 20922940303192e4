package org.toret.network.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notices;
import org.toret.network.overlay.CallChange.Event;
import org.toret.network.overlay.TripChange.Kind;
import org.toret.network.overlay.TripChange.Told;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.AgencyRow;
import org.toret.network.timetable.build.Calls;
import org.toret.network.timetable.build.FeedRow;
import org.toret.network.timetable.build.RouteRow;
import org.toret.network.timetable.build.StopRow;
import org.toret.network.timetable.build.TimetableBuilder;
import org.toret.network.timetable.build.TripRow;

/// How runs, dates and calls are found, and what becomes of the columns.
@Tag("RT-04")
final class OverlayTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final int EIGHT = 8 * 3600;

  private final TimetableBuilder builder = new TimetableBuilder();
  private final Notices notices = new Notices();

  OverlayTest() {
    builder.addFeed(
        new FeedRow(
            "t", "", "", "", "Europe/Rome", "it", Integer.MIN_VALUE, Integer.MAX_VALUE, ""));
    builder.addAgency(new AgencyRow(0, "t:a", "", ""));
    for (int i = 0; i < 4; i++) {
      builder.addStop(
          new StopRow(
              0,
              "t:S" + i,
              "S" + i,
              "",
              "",
              "",
              Stops.NO_LEVEL,
              450_000_000 + i,
              76_000_000,
              -1,
              Stops.PLATFORM,
              (byte) 0));
    }
    builder.addRoute(new RouteRow(0, "t:4", "4", "", 0, Mode.BUS, 3, -1, -1, Integer.MAX_VALUE));
    builder.addService(new int[] {day(MONDAY), day(MONDAY.plusDays(1))});
  }

  @Test
  void callsAreNamedByTheNumbersPublished() {
    trip("a", EIGHT, 10, 20, 30);
    trip("b", EIGHT + 60, 1, 2, 3);
    Timetable timetable = builder.build();
    assertThat(timetable.patterns().count()).as("other numbers, other pattern").isEqualTo(2);
    LiveTimetable live = update(timetable, change("a", MONDAY, late(20, 60), late(2, 600)));
    assertThat(arrivals(live, "a")).containsExactly(EIGHT, EIGHT + 660, EIGHT + 1260);
    assertThat(notices.count("live_call_unknown")).isOne();
  }

  @Test
  void aRunThatRepeatsIsNamedByItsStart() {
    trip("f#080000", EIGHT, 1, 2);
    trip("f#081000", EIGHT + 600, 1, 2);
    Timetable timetable = builder.build();
    TripChange change =
        new TripChange(
            Kind.RUNS,
            "f",
            "",
            -1,
            OptionalInt.of(EIGHT + 600),
            Optional.of(MONDAY),
            OptionalInt.of(60),
            List.of(),
            Told.NOTHING);
    LiveTimetable live = update(timetable, change);
    assertThat(live.findChange(1, MONDAY)).isPresent();
    assertThat(live.findChange(0, MONDAY)).isEmpty();
  }

  @Test
  void aStartBetweenTwoOfALineWithoutFixedTimesMeansTheNearest() {
    trip("f#080000", EIGHT, 600, new int[] {1, 2});
    trip("f#081000", EIGHT + 600, 600, new int[] {1, 2});
    Timetable timetable = builder.build();
    for (int start : new int[] {EIGHT + 240, EIGHT + 420, EIGHT + 1200}) {
      TripChange change =
          new TripChange(
              Kind.RUNS,
              "f",
              "",
              -1,
              OptionalInt.of(start),
              Optional.of(MONDAY),
              OptionalInt.of(60),
              List.of(),
              Told.NOTHING);
      LiveTimetable live = update(timetable, change);
      assertThat(live.findChange(0, MONDAY).isPresent()).isEqualTo(start == EIGHT + 240);
      assertThat(live.findChange(1, MONDAY).isPresent()).isEqualTo(start == EIGHT + 420);
    }
    assertThat(notices.count("live_unknown_start")).as("more than half a headway away").isOne();
  }

  @Test
  void detoursNameRunsThatRepeatByTheirStarts() {
    trip("f#080000", EIGHT, 1, 2, 3);
    trip("f#081000", EIGHT + 600, 1, 2, 3);
    LiveTimetable one = led(builder.build(), List.of(EIGHT + 600));
    assertThat(one.findChange(0, MONDAY)).isEmpty();
    assertThat(one.findChange(1, MONDAY)).isPresent();
    LiveTimetable all = led(builder.build(), List.of());
    assertThat(all.findChange(0, MONDAY)).isPresent();
    assertThat(all.findChange(1, MONDAY)).isPresent();
    assertThat(all.dates()).as("without a date the nearest").containsExactly(MONDAY);
  }

  private LiveTimetable led(Timetable timetable, List<Integer> starts) {
    Detour.CallName second = new Detour.CallName(OptionalInt.of(2), "");
    Detour detour =
        new Detour(
            "d",
            List.of(new Detour.Group(List.of("f"), List.of())),
            starts,
            List.of(),
            List.of(new Detour.Stretch(second, Optional.of(second), 0, List.of())));
    long eight = MONDAY.atTime(8, 0).atZone(java.time.ZoneId.of("Europe/Rome")).toEpochSecond();
    return new LiveOverlay(timetable)
        .update(new FeedChanges("s", "t", eight, List.of(), List.of(detour)), notices);
  }

  @Test
  void aDateByTheCalendarIsUnderstoodAfterMidnight() {
    trip("night", 25 * 3600, 1, 2);
    Timetable timetable = builder.build();
    LiveTimetable live = update(timetable, change("night", MONDAY.plusDays(2), late(1, 60)));
    assertThat(live.dates()).containsExactly(MONDAY.plusDays(1));
    LiveTimetable own = update(timetable, change("night", MONDAY.plusDays(1), late(1, 60)));
    assertThat(own.dates()).as("a service date named").containsExactly(MONDAY.plusDays(1));
  }

  @Test
  void anExtraRunMayLieBeyondTheCalendar() {
    trip("a", EIGHT, 1, 2);
    Timetable timetable = builder.build();
    LocalDate far = MONDAY.plusDays(100);
    Told told = new Told("copy", Optional.of(far), OptionalInt.of(EIGHT + 60), "", "");
    TripChange copied =
        new TripChange(
            Kind.COPIED,
            "a",
            "",
            -1,
            OptionalInt.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            List.of(),
            told);
    LiveTimetable live = update(timetable, copied);
    assertThat(live.publishedTrip(1)).isEqualTo(-1);
    assertThat(runs(live.timetable(), 1, far)).isTrue();
    assertThat(runs(live.timetable(), 1, MONDAY)).isFalse();
    for (int i = -3; i < 104; i++) {
      LocalDate date = MONDAY.plusDays(i);
      assertThat(runs(live.timetable(), 0, date)).isEqualTo(runs(timetable, 0, date));
    }
  }

  @Test
  void ofTwoSourcesTheLaterCounts() {
    trip("a", EIGHT, 1, 2);
    LiveOverlay overlay = new LiveOverlay(builder.build());
    overlay.update(said("one", change("a", MONDAY, late(1, 60))), notices);
    LiveTimetable live = overlay.update(said("two", change("a", MONDAY, late(1, 120))), notices);
    assertThat(arrivals(live, "a")).containsExactly(EIGHT + 120, EIGHT + 720);
    assertThat(arrivals(overlay.forget("two"), "a")).containsExactly(EIGHT + 60, EIGHT + 660);
  }

  @Test
  void ofOneRunToldTwiceTheLastCounts() {
    trip("a", EIGHT, 1, 2);
    LiveTimetable live =
        update(
            builder.build(), change("a", MONDAY, late(1, 60)), change("a", MONDAY, late(1, 120)));
    assertThat(arrivals(live, "a")).containsExactly(EIGHT + 120, EIGHT + 720);
    assertThat(notices.count("live_run_twice")).isOne();
  }

  private void trip(String id, int start, int... sequences) {
    trip(id, start, 0, sequences);
  }

  private void trip(String id, int start, int headway, int[] sequences) {
    int length = sequences.length;
    int[] stops = new int[length];
    int[] times = new int[length];
    for (int i = 0; i < length; i++) {
      stops[i] = i;
      times[i] = start + 600 * i;
    }
    builder.addTrip(
        new TripRow("t:" + id, 0, 0, "", "", (byte) -1, "", -1, (byte) 0, (byte) 0, headway),
        new Calls(stops, sequences, times, times, new byte[length], new byte[length]));
  }

  private LiveTimetable update(Timetable timetable, TripChange... changes) {
    return new LiveOverlay(timetable).update(said("s", changes), notices);
  }

  private static FeedChanges said(String source, TripChange... changes) {
    return new FeedChanges(source, "t", 0, List.of(changes));
  }

  private static TripChange change(String trip, LocalDate date, CallChange... calls) {
    return new TripChange(
        Kind.RUNS,
        trip,
        "",
        -1,
        OptionalInt.empty(),
        Optional.of(date),
        OptionalInt.empty(),
        List.of(calls),
        Told.NOTHING);
  }

  private static CallChange late(int sequence, int seconds) {
    return new CallChange(
        OptionalInt.of(sequence),
        "",
        CallChange.Kind.CALLS,
        Optional.of(Event.late(seconds)),
        Optional.empty(),
        "",
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  private static int[] arrivals(LiveTimetable live, String name) {
    Patterns patterns = live.timetable().patterns();
    int published = 0;
    while (!live.published().trips().ids().get(published).equals("t:" + name)) {
      published++;
    }
    int trip = live.findChange(published, MONDAY).orElseThrow().trip();
    int pattern = live.timetable().trips().patterns()[trip];
    int[] arrivals = new int[patterns.length(pattern)];
    patterns.copyTimes(
        patterns.timeOffset(pattern, trip), arrivals.length, arrivals, new int[arrivals.length], 0);
    return arrivals;
  }

  private static boolean runs(Timetable timetable, int trip, LocalDate date) {
    return timetable.calendar().runs(timetable.trips().services()[trip], day(date));
  }

  private static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }
}
