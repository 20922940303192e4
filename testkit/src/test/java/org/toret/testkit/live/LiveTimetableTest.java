package org.toret.testkit.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notices;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.CallChange.Event;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.overlay.TripChange;
import org.toret.network.overlay.TripChange.Kind;
import org.toret.network.overlay.TripChange.Told;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.DayTimetable;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.ClockText;
import org.toret.testkit.city.TimetableText;

/// What is said of runs becomes their times, by the specification of GTFS-Realtime.
@Tag("RT-04")
final class LiveTimetableTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final Notices notices = new Notices();

  @Test
  void aDelayGoesOnUntilTheNextCallThatIsTold() {
    String calls =
        IntStream.rangeClosed(1, 20)
            .mapToObj(stop -> "S%d %s".formatted(stop, ClockText.time(28_800 + 300 * stop)))
            .collect(Collectors.joining(" "));
    LiveTimetable live =
        live(city("line 4 " + calls), runs("4@08:05", late(3, 300), late(8, 60), noData(10)));
    int[] delays = new int[20];
    for (int call = 0; call < 20; call++) {
      delays[call] = arrival(live, "4@08:05", call) - (28_800 + 300 * (call + 1));
    }
    assertThat(delays)
        .containsExactly(0, 0, 300, 300, 300, 300, 300, 60, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void aDelayGoesOnOverAStopThatIsPassed() {
    LiveTimetable live =
        live(city("line 4 A 08:00 B 08:10 C 08:20"), runs("4@08:00", late(1, 60), skipped(2)));
    assertThat(told(live, "4@08:00")).isEqualTo("A 08:01 B 08:11!pd C 08:21");
  }

  @Test
  void theDelayOfTheWholeRunHoldsUntilACallSaysOtherwise() {
    TripChange change =
        new TripChange(
            Kind.RUNS,
            "4@08:00",
            "",
            -1,
            OptionalInt.empty(),
            Optional.of(TODAY),
            OptionalInt.of(120),
            List.of(late(2, 0)),
            Told.NOTHING);
    LiveTimetable live = live(city("line 4 A 08:00 B 08:10 C 08:20"), change);
    assertThat(told(live, "4@08:00")).isEqualTo("A 08:02 B 08:10 C 08:20");
  }

  @Test
  void momentsAreReadInTheZoneOfTheFeed() {
    long nine = TODAY.atTime(9, 0).atZone(java.time.ZoneId.of("Europe/Rome")).toEpochSecond();
    CallChange call =
        call(
            2,
            CallChange.Kind.CALLS,
            Optional.of(Event.at(nine)),
            Optional.of(Event.at(nine + 60)));
    LiveTimetable live = live(city("line 4 A 08:00 B 08:10 C 08:20"), runs("4@08:00", call));
    assertThat(told(live, "4@08:00")).isEqualTo("A 08:00 B 09:00-09:01 C 09:11");
  }

  @Test
  void anEventThatSaysNothingIsOnTime() {
    CallChange empty =
        call(
            2,
            CallChange.Kind.CALLS,
            Optional.of(new Event(OptionalInt.empty(), java.util.OptionalLong.empty())),
            Optional.empty());
    LiveTimetable live =
        live(city("line 4 A 08:00 B 08:10 C 08:20"), runs("4@08:00", late(1, 120), empty));
    assertThat(told(live, "4@08:00")).isEqualTo("A 08:02 B 08:10 C 08:20");
  }

  @Test
  void aVehicleFirstToldEarlyWasEarlyBefore() {
    LiveTimetable live =
        live(city("line 4 A 08:00 B 08:02 C 08:20"), runs("4@08:00", late(3, -1140)));
    assertThat(told(live, "4@08:00")).isEqualTo("A 08:00 B 08:01 C 08:01");
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void nobodyTravelsBackInTime() {
    LiveTimetable live =
        live(
            city("line 4 A 08:00 B 08:02 C 08:04"),
            runs("4@08:00", late(1, 300), late(2, 0), late(3, 90_000_000)));
    assertThat(told(live, "4@08:00")).isEqualTo("A 08:05 B 08:05 C 08:05");
    assertThat(notices.count("live_time_mended")).isOne();
    assertThat(notices.count("live_time_wild")).isOne();
  }

  @Test
  void whatIsCanceledRunsOnOtherDates() {
    TimetableText city = city("line 4 A 08:00 B 08:10 ; line 4 A 09:00 B 09:10");
    LiveTimetable live =
        live(city, named(Kind.CANCELED, "4@08:00"), named(Kind.DELETED, "4@09:00"));
    int first = trip(live.published(), "4@08:00");
    int second = trip(live.published(), "4@09:00");
    assertThat(live.findChange(first, TODAY)).contains(new LiveTimetable.Change(Kind.CANCELED, -1));
    assertThat(live.findChange(second, TODAY)).contains(new LiveTimetable.Change(Kind.DELETED, -1));
    assertThat(live.findChange(first, TODAY.plusDays(1))).isEmpty();
    assertThat(DayTimetable.of(live.timetable(), TODAY).lines()).isZero();
    assertThat(DayTimetable.of(live.timetable(), TODAY.plusDays(1)).trips()).hasSize(2);
    assertThat(live.dates()).containsExactly(TODAY);
  }

  @Test
  void aTripThatIsOvertakenStandsInALineOfItsOwn() {
    TimetableText city =
        city("line 4 A 08:00 B 08:10 ; line 4 A 08:05 B 08:15 ; line 4 A 08:10 B 08:20");
    LiveTimetable live =
        live(
            city,
            runs("4@08:00", late(1, 420)),
            runs("4@08:05", late(1, 0), late(2, 60)),
            runs("4@08:10", late(1, 60)));
    DayTimetable day = DayTimetable.of(live.timetable(), TODAY);
    assertThat(day.lines()).isEqualTo(1);
    assertThat(told(live, "4@08:05")).isEqualTo("A 08:05 B 08:16");
    LiveTimetable behind =
        live(city, runs("4@08:00", late(1, 0), late(2, 1200)), runs("4@08:05", late(1, 1)));
    assertThat(DayTimetable.of(behind.timetable(), TODAY).lines()).isEqualTo(2);
  }

  @Test
  void whoStaysSeatedStaysAsLongAsTheVehicleIsInTime() {
    TimetableText city =
        city(
            """
            line 1 trip=t1 A 08:00 B 08:10
            line 2 trip=t2 B 08:12 C 08:20
            stay t1 > t2
            """);
    LiveTimetable late = live(city, runs("t1", late(1, 60)));
    assertThat(late.timetable().trips().next()[row(late, "t1")])
        .isEqualTo(trip(late.published(), "t2"));
    LiveTimetable tooLate = live(city, runs("t1", late(1, 600)));
    assertThat(tooLate.timetable().trips().next()[row(tooLate, "t1")]).isEqualTo(-1);
    LiveTimetable follower = live(city, runs("t2", late(1, 60)));
    assertThat(follower.timetable().trips().next()[row(follower, "t1")])
        .as("the trip before moves along")
        .isEqualTo(row(follower, "t2"));
  }

  @Test
  void nothingIsSwappedWhereNothingChanges() {
    TimetableText city = city("line 4 A 08:00 B 08:10");
    LiveOverlay overlay = new LiveOverlay(city.timetable());
    LiveTimetable published = overlay.current();
    assertThat(published.timetable()).isSameAs(city.timetable());
    LiveTimetable first = overlay.update(said(runs("4@08:00", late(1, 60))), notices);
    assertThat(overlay.update(said(runs("4@08:00", late(1, 60))), notices)).isSameAs(first);
    LiveTimetable other =
        overlay.update(
            new FeedChanges(
                "other", "t", 0, List.of(on(TODAY.plusDays(1), "4@08:00", late(1, 60)))),
            notices);
    assertThat(other.isSameOn(TODAY, first)).isTrue();
    assertThat(other.isSameOn(TODAY.plusDays(1), first)).isFalse();
    assertThat(other.isSameOn(TODAY.plusDays(2), first)).isTrue();
    assertThat(other.dates()).hasSize(2);
    overlay.forget("other");
    assertThat(overlay.forget("s").timetable()).isSameAs(city.timetable());
    assertThat(first.timetable().trips().count()).as("what a reader holds stays").isEqualTo(2);
  }

  @Test
  void theTimesOfTheTimetableAreShared() {
    TimetableText city = city("line 4 A 08:00 B 08:10");
    LiveTimetable live = live(city, runs("4@08:00", late(1, 60)));
    assertThat(live.timetable().patterns().arrivals())
        .isSameAs(city.timetable().patterns().arrivals());
    assertThat(live.publishedTrip(1)).isZero();
  }

  @Test
  void withoutADateTheNearestRunIsMeant() {
    TimetableText city = city("line 4 A 23:50 B 24:10");
    long afterMidnight = TimetableView.origin(TODAY, city.zone()) + 300;
    TripChange change =
        new TripChange(
            Kind.RUNS,
            "4@23:50",
            "",
            -1,
            OptionalInt.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            List.of(late(2, 60)),
            Told.NOTHING);
    LiveTimetable live =
        new LiveOverlay(city.timetable())
            .update(new FeedChanges("s", "t", afterMidnight, List.of(change)), notices);
    assertThat(live.dates()).containsExactly(TODAY.minusDays(1));
  }

  @Test
  void whatCannotBeUnderstoodIsNoted() {
    TimetableText city = city("service weekend 5 6 ; line 4 service=weekend A 08:00 B 08:10");
    LiveOverlay overlay = new LiveOverlay(city.timetable());
    overlay.update(new FeedChanges("x", "nowhere", 0, List.of()), notices);
    LiveTimetable live =
        overlay.update(
            said(
                runs("no", late(1, 60)),
                runs("4@08:00", late(1, 60)),
                on(TODAY.plusDays(5), "4@08:00", late(9, 60)),
                named(Kind.ADDED, "new"),
                named(Kind.COPIED, "4@08:00"),
                named(Kind.REPLACED, "4@08:00")),
            notices);
    assertThat(live.timetable()).isSameAs(city.timetable());
    for (String code :
        List.of(
            "live_unknown_feed",
            "live_unknown_trip",
            "live_call_unknown",
            "live_unknown_line",
            "live_run_published")) {
      assertThat(notices.count(code)).as(code).isOne();
    }
    assertThat(notices.count("live_not_that_day")).isEqualTo(2);
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    Messages texts = new Messages().load(LiveOverlay.class, "live", "it", "en");
    assertThat(texts.codes("it")).isEqualTo(texts.codes("en")).hasSizeGreaterThan(10);
    for (String code : texts.codes("en")) {
      List<String> args = List.of("<a>", "<b>");
      String italian = texts.text(Locale.ITALIAN, code, args);
      String english = texts.text(Locale.ENGLISH, code, args);
      for (String arg : args) {
        assertThat(italian.contains(arg)).as(code).isEqualTo(english.contains(arg));
      }
    }
  }

  private static TimetableText city(String text) {
    return TimetableText.of(text);
  }

  private LiveTimetable live(TimetableText city, TripChange... changes) {
    return new LiveOverlay(city.timetable()).update(said(changes), notices);
  }

  private static FeedChanges said(TripChange... changes) {
    return new FeedChanges("s", "t", 1_772_436_600, List.of(changes));
  }

  private static TripChange runs(String trip, CallChange... calls) {
    return on(TODAY, trip, calls);
  }

  private static TripChange on(LocalDate date, String trip, CallChange... calls) {
    return change(Kind.RUNS, date, trip, calls);
  }

  private static TripChange named(Kind kind, String trip) {
    return change(kind, TODAY, trip);
  }

  private static TripChange change(Kind kind, LocalDate date, String trip, CallChange... calls) {
    return new TripChange(
        kind,
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
    return call(
        sequence, CallChange.Kind.CALLS, Optional.of(Event.late(seconds)), Optional.empty());
  }

  private static CallChange skipped(int sequence) {
    return call(sequence, CallChange.Kind.SKIPPED, Optional.empty(), Optional.empty());
  }

  private static CallChange noData(int sequence) {
    return call(sequence, CallChange.Kind.NO_DATA, Optional.empty(), Optional.empty());
  }

  private static CallChange call(
      int sequence, CallChange.Kind kind, Optional<Event> arrival, Optional<Event> departure) {
    return new CallChange(
        OptionalInt.of(sequence),
        "",
        kind,
        arrival,
        departure,
        "",
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  private static int trip(Timetable timetable, String name) {
    for (int trip = 0; trip < timetable.trips().count(); trip++) {
      if (timetable.trips().ids().get(trip).equals("t:" + name)) {
        return trip;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /// The row of a published trip today.
  private static int row(LiveTimetable live, String name) {
    int trip = trip(live.published(), name);
    return live.findChange(trip, TODAY).map(LiveTimetable.Change::trip).orElse(trip);
  }

  private static int arrival(LiveTimetable live, String name, int call) {
    Patterns patterns = live.timetable().patterns();
    int row = row(live, name);
    return patterns.arrival(
        patterns.timeOffset(live.timetable().trips().patterns()[row], row) + call);
  }

  private static String told(LiveTimetable live, String name) {
    Timetable timetable = live.timetable();
    Patterns patterns = timetable.patterns();
    int row = row(live, name);
    int pattern = timetable.trips().patterns()[row];
    int times = patterns.timeOffset(pattern, row);
    return IntStream.range(0, patterns.length(pattern))
        .mapToObj(call -> {
          int at = patterns.stopOffsets()[pattern] + call;
          String stop =
              timetable.stops().names().get(timetable.nodes().stops()[patterns.nodes()[at]]);
          String arrival = ClockText.time(patterns.arrival(times + call));
          String departure = ClockText.time(patterns.departure(times + call));
          String banned = patterns.pickups()[at] == 1 && patterns.dropOffs()[at] == 1 ? "!pd" : "";
          String time = arrival.equals(departure) ? arrival : arrival + "-" + departure;
          return stop + " " + time + banned;
        })
        .collect(Collectors.joining(" "));
  }
}
