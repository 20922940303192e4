package org.toret.testkit.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.CallChange.Event;
import org.toret.network.overlay.Detour;
import org.toret.network.overlay.Detour.CallName;
import org.toret.network.overlay.Detour.Replacement;
import org.toret.network.overlay.Detour.Stretch;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.overlay.TripChange;
import org.toret.network.overlay.TripChange.Kind;
import org.toret.network.timetable.Courses;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.testkit.city.ClockText;
import org.toret.testkit.city.TimetableText;

/// Trip modifications become runs by the specification: as if the timetable had been changed.
@Tag("RT-15")
final class DetourTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final String CITY =
      "line 4 trip=t A 08:00 B 08:10 C 08:20 D 08:30 E 08:40 ; line 9 trip=u X 09:00 Y 09:10";

  private final Notices notices = new Notices();
  private final TimetableText city = TimetableText.of(CITY);
  private final LiveOverlay overlay = new LiveOverlay(city.timetable());

  @Test
  void stopsAreReplacedAndWhatIsBehindIsLater() {
    LiveTimetable live = lead(stretch("B", "C", 240, to("X", 300), to("Y", 600)));
    assertThat(told(live)).isEqualTo("A 08:00 X 08:05 Y 08:10 D 08:34 E 08:44");
    assertThat(live.kind(row(live))).isEqualTo(Kind.DETOURED);
    assertThat(IntStream.range(0, 5).map(call -> live.publishedCall(row(live), call)))
        .containsExactly(0, -1, -1, 3, 4);
    assertThat(live.tripOn(0, TODAY.plusDays(1))).as("other dates").isZero();
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void delaysOfStretchesAddUp() {
    LiveTimetable live =
        lead(stretch("B", "B", 60, to("X", 120)), stretch("D", "D", -30, to("Y", 240)));
    assertThat(told(live)).isEqualTo("A 08:00 X 08:02 C 08:21 Y 08:25 E 08:40:30");
  }

  @Test
  void withoutAnEndStopsComeBeforeTheOneNamed() {
    Stretch between = new Stretch(named("C"), Optional.empty(), 120, List.of(to("X", 360)));
    assertThat(told(lead(between))).isEqualTo("A 08:00 B 08:10 X 08:16 C 08:22 D 08:32 E 08:42");
  }

  @Test
  void theFirstCallIsItsOwnReference() {
    assertThat(told(lead(stretch("A", "B", 0, to("X", -120), to("Y", 300)))))
        .isEqualTo("X 07:58 Y 08:05 C 08:20 D 08:30 E 08:40");
  }

  @Test
  void aRunMayEndEarlier() {
    assertThat(told(lead(stretch("D", "E", 0)))).isEqualTo("A 08:00 B 08:10 C 08:20");
    assertThat(told(lead(stretch("B", "E", 0)))).as("one call is no run").isEqualTo(published());
    assertThat(notices.count("live_run_incomplete")).isOne();
  }

  @Test
  void timesNotToldAreShared() {
    Replacement x = new Replacement("X", OptionalInt.empty());
    Replacement y = new Replacement("Y", OptionalInt.empty());
    assertThat(told(lead(stretch("B", "C", 0, x, y))))
        .isEqualTo("A 08:00 X 08:10 Y 08:20 D 08:30 E 08:40");
    assertThat(told(lead(stretch("B", "C", 0, x, to("Y", 900)))))
        .isEqualTo("A 08:00 X 08:07:30 Y 08:15 D 08:30 E 08:40");
  }

  @Test
  void whoKnowsOfTheDetourNamesItsCalls() {
    Detour detour = detour(stretch("B", "C", 240, to("X", 300), to("Y", 600)));
    TripChange late = change(Kind.DETOURED, late(3, "", 60), late(4, "", 0));
    overlay.update(said("modifications", detour), notices);
    assertThat(told(overlay.update(said("updates", late), notices)))
        .isEqualTo("A 08:00 X 08:05 Y 08:11 D 08:34 E 08:44");
    TripChange plain = change(Kind.RUNS, late(1, "", 600));
    FeedChanges both =
        new FeedChanges("updates", "t", 1_772_436_600, List.of(late, plain), List.of());
    assertThat(told(overlay.update(both, notices)))
        .as("the words of who knows of it count")
        .isEqualTo("A 08:00 X 08:05 Y 08:11 D 08:34 E 08:44");
    assertThat(notices.listAll()).isEmpty();
    overlay.forget("modifications");
    assertThat(told(overlay.update(said("updates", late), notices))).isEqualTo(published());
    assertThat(notices.count("live_detour_unknown")).isOne();
  }

  @Test
  void whoDoesNotKnowOfItSpeaksOfThePublishedCalls() {
    TripChange late = change(Kind.RUNS, late(1, "", 60), late(4, "D", 300));
    overlay.update(said("updates", late), notices);
    Detour detour = detour(stretch("B", "C", 240, to("X", 300)));
    LiveTimetable live = overlay.update(said("modifications", detour), notices);
    assertThat(told(live)).isEqualTo("A 08:01 X 08:06 D 08:35 E 08:45");
    assertThat(live.kind(row(live))).isEqualTo(Kind.DETOURED);
    assertThat(told(overlay.forget("updates"))).isEqualTo("A 08:00 X 08:05 D 08:34 E 08:44");
    assertThat(told(overlay.forget("modifications"))).isEqualTo(published());
  }

  @Test
  void aDetouredRunCanBeCancelled() {
    overlay.update(said("modifications", detour(stretch("B", "C", 0))), notices);
    LiveTimetable live = overlay.update(said("updates", change(Kind.CANCELED)), notices);
    assertThat(live.canceled(TODAY)).containsExactly(0);
  }

  @Test
  void aLineThatIsToldIsDrawn() {
    GeoPoint[] points =
        IntStream.range(0, 5)
            .mapToObj(i -> new GeoPoint(45 + i * 0.01, 7))
            .toArray(GeoPoint[]::new);
    Detour.Group group = new Detour.Group(List.of("t"), List.of(points));
    Detour detour =
        new Detour(
            "d",
            List.of(group),
            List.of(),
            List.of(TODAY),
            List.of(stretch("B", "C", 0, to("X", 300))));
    LiveTimetable live = overlay.update(said("modifications", detour), notices);
    int pattern = live.timetable().trips().patterns()[row(live)];
    int shape = live.timetable().patterns().shapes()[pattern];
    assertThat(live.timetable().shapes().line(shape, 0, 4)).containsExactly(points);
    assertThat(new Courses(live.timetable()).line(pattern, 0, 3)).isNotEmpty();
  }

  @Test
  void whatIsUnclearIsNotedAndTheRestHolds() {
    LiveTimetable live =
        lead(
            stretch("Q", "C", 0),
            stretch("D", "B", 0),
            stretch("B", "B", 0, to("X", 60), to("nowhere", 90)),
            stretch("B", "C", 0));
    assertThat(told(live)).isEqualTo("A 08:00 X 08:01 C 08:20 D 08:30 E 08:40");
    assertThat(notices.count("live_detour_unclear")).isOne();
    assertThat(notices.count("live_stop_unknown")).isOne();
    Detour twice = detour(stretch("B", "C", 0));
    overlay.update(new FeedChanges("s", "t", 0, List.of(), List.of(twice, twice)), notices);
    assertThat(notices.count("live_detour_twice"))
        .as("besides that of another source")
        .isEqualTo(2);
  }

  private LiveTimetable lead(Stretch... stretches) {
    return overlay.update(said("modifications", detour(stretches)), notices);
  }

  private static FeedChanges said(String source, Detour detour) {
    return new FeedChanges(source, "t", 1_772_436_600, List.of(), List.of(detour));
  }

  private static FeedChanges said(String source, TripChange change) {
    return new FeedChanges(source, "t", 1_772_436_600, List.of(change));
  }

  private static Detour detour(Stretch... stretches) {
    Detour.Group group = new Detour.Group(List.of("t"), List.of());
    return new Detour("d", List.of(group), List.of(), List.of(TODAY), List.of(stretches));
  }

  private static Stretch stretch(String from, String to, int delay, Replacement... replacements) {
    return new Stretch(named(from), Optional.of(named(to)), delay, List.of(replacements));
  }

  private static CallName named(String stop) {
    return new CallName(OptionalInt.empty(), stop);
  }

  private static Replacement to(String stop, int seconds) {
    return new Replacement(stop, OptionalInt.of(seconds));
  }

  private static TripChange change(Kind kind, CallChange... calls) {
    return new TripChange(
        kind,
        "t",
        "",
        -1,
        OptionalInt.empty(),
        Optional.of(TODAY),
        OptionalInt.empty(),
        List.of(calls),
        TripChange.Told.NOTHING);
  }

  private static CallChange late(int sequence, String stop, int seconds) {
    return new CallChange(
        OptionalInt.of(sequence),
        stop,
        CallChange.Kind.CALLS,
        Optional.of(Event.late(seconds)),
        Optional.empty(),
        "",
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  private String published() {
    return told(LiveTimetable.asPublished(city.timetable()));
  }

  private static int row(LiveTimetable live) {
    return live.tripOn(0, TODAY);
  }

  private static String told(LiveTimetable live) {
    Timetable timetable = live.timetable();
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[row(live)];
    int times = patterns.timeOffset(pattern, row(live));
    return IntStream.range(0, patterns.length(pattern))
        .mapToObj(call -> {
          int node = patterns.nodes()[patterns.stopOffsets()[pattern] + call];
          String stop = timetable.stops().names().get(timetable.nodes().stops()[node]);
          return stop + " " + ClockText.time(patterns.arrival(times + call));
        })
        .collect(Collectors.joining(" "));
  }
}
