package org.toret.mobility;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notices;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.Reliability;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.reliability.DelayHistory;
import org.toret.mobility.reliability.DelayHistory.Event;
import org.toret.mobility.reliability.DelayHistory.Where;
import org.toret.mobility.reliability.DelayWatch;
import org.toret.mobility.reliability.JourneyOutlook;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.overlay.TripChange;
import org.toret.router.traffic.SlowTraffic;

/// Chances of changes and what to do after a missed one, against sums made by hand and against the
/// planner asked again.
@Tag("RE-03")
final class JourneyOutlookTest {

  private static final String TOWN =
      """
      line 1 bus A 08:00 B 08:10
      line 2 bus B 08:13 C 08:23 | every 15m until 10:00
      line 3 bus D 08:12 C 08:50 | every 6m until 10:00
      walk B-D 240s
      """;

  private final TestCity city = TestCity.of(TOWN);
  private final DelayHistory history = new DelayHistory();
  private final DelayWatch watch = new DelayWatch(history);

  @Test
  void withoutObservationsTheChanceIsUnknownButWhatToDoIsTold() {
    Reliability told = told();
    assertThat(told.known()).isFalse();
    assertThat(told.chance()).isNull();
    assertThat(told.reason()).isEqualTo("no_delay_history");
    assertThat(told.transfers().getFirst().chance()).isNull();
    assertThat(told.transfers().getFirst().spareSeconds()).isEqualTo(180);
    assertThat(missed(told).arrival().toLocalTime()).hasToString("08:38");
  }

  @Test
  void aChangeHoldsAsOftenAsTheFirstIsNotTooLateForTheSecond() {
    add("1", "B", 0, 150);
    add("1", "B", 240, 50);
    add("2", "B", 0, 200);
    Reliability told = told();
    assertThat(told.known()).isTrue();
    assertThat(told.chance())
        .as("a quarter of the first come four minutes late, three are to spare")
        .isCloseTo(0.75, within(0.006));
    assertThat(clock(told.arrivalMedian())).isEqualTo("08:23");
    assertThat(clock(told.arrival90())).as("with the next one").isEqualTo("08:38");
  }

  @Test
  void theArrivalIsLateWhenTheLastVehicleIs() {
    add("1", "B", 0, 200);
    add("2", "B", 0, 200);
    add("2", "C", 120, 2000);
    Reliability told = told();
    assertThat(told.chance()).isGreaterThan(0.98);
    assertThat(clock(told.arrivalMedian())).isEqualTo("08:25");
  }

  @Test
  void whatIsToldNowCountsInsteadOfWhatWasUsual() {
    add("1", "B", 0, 500);
    add("2", "B", 0, 500);
    for (int i = 0; i < 500; i++) {
      for (int lead = 0; lead < DelayHistory.leads(); lead++) {
        history.addError(id("1"), lead, 0);
      }
    }
    assertThat(told().chance()).isGreaterThan(0.98);
    LiveOverlay overlay = new LiveOverlay(city.engine.city().timetable());
    FeedChanges said = new FeedChanges("s", "t", at("07:59"), List.of(late("1@08:00", 120)));
    overlay.update(said, new Notices());
    watch.hear(overlay.published(), overlay.listTold(said), "IT", at("07:59"));
    for (int i = 0; i < 500; i++) {
      history.addError(id("1"), DelayHistory.lead(660), 240);
    }
    assertThat(told().chance())
        .as("half of all words of eleven minutes before were four minutes too good")
        .isCloseTo(0.5, within(0.03));
  }

  @Test
  void whatGoesOnIsWhatThePlannerFindsFromThere() {
    for (String origin : List.of("08:00", "08:05")) {
      TestCity town = TestCity.of(TOWN.replace("08:00", origin));
      PlanAnswer answer =
          judged(town, town.request("A", "C", "07:55", false, TravelMode.transit()));
      for (Alternative way : answer.alternatives()) {
        Reliability told = requireNonNull(way.reliability());
        for (Reliability.Change change : told.transfers()) {
          OffsetDateTime left = way.legs().get(change.legs().getLast()).departure().plusSeconds(1);
          OffsetDateTime soonest =
              town
                  .plan(change.at().name(), "C", left.toLocalTime().toString())
                  .alternatives()
                  .stream()
                  .map(Alternative::arrival)
                  .min(OffsetDateTime::compareTo)
                  .orElseThrow();
          assertThat(requireNonNull(change.missed()).arrival()).isEqualTo(soonest);
        }
      }
    }
  }

  private TripChange late(String trip, int seconds) {
    return new TripChange(
        TripChange.Kind.RUNS,
        trip,
        "",
        -1,
        OptionalInt.empty(),
        Optional.of(LocalDate.of(2026, 3, 2)),
        OptionalInt.of(seconds),
        List.<CallChange>of(),
        TripChange.Told.NOTHING);
  }

  private Reliability told() {
    PlanRequest request = city.request("A", "C", "07:55", false, TravelMode.transit());
    List<Alternative> ways = judged(city, request).alternatives();
    Alternative fastest =
        ways.stream().min(Comparator.comparing(Alternative::arrival)).orElseThrow();
    return requireNonNull(fastest.reliability());
  }

  private PlanAnswer judged(TestCity town, PlanRequest request) {
    PlanAnswer answer = TestCity.answered(town.planner.plan(request));
    Optional<Instant> now = Optional.of(Instant.ofEpochSecond(at("07:59")));
    return new JourneyOutlook(town.engine, town.directory, watch, now, SlowTraffic.NONE)
        .of(answer, request);
  }

  private static Reliability.Missed missed(Reliability told) {
    return requireNonNull(told.transfers().getFirst().missed());
  }

  private static String clock(@Nullable OffsetDateTime time) {
    return String.valueOf(requireNonNull(time).toLocalTime());
  }

  private void add(String line, String stop, int seconds, int times) {
    for (int i = 0; i < times; i++) {
      history.add(new Where(id(line), city.stopId(stop), 8, Event.ARRIVAL), seconds);
    }
  }

  private static String id(String line) {
    return "t:" + line;
  }

  private long at(String time) {
    return city.request("A", "C", time, false, TravelMode.transit()).when().at().getEpochSecond();
  }
}
