package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notice;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Waypoint;

/// A rider asks; the answer is read as the rider reads it.
final class PlannerTest {

  private static final String TOWN =
      """
      stop A at=45.0700,7.6800 ; stop B at=45.0720,7.6900 ; stop C at=45.0750,7.7000
      stop D at=45.0750,7.7020
      line 1 bus   A 08:00 B 08:10 C 08:20 | every 10m until 09:00
      line 2 metro B 08:15 D 08:18 | every 10m until 09:00
      walk C-D 120s
      """;

  /// Places between which nobody walks.
  private static final String FAR =
      "stop A at=45.0700,7.6800 ; stop B at=45.0720,7.7900 ; stop C at=45.0750,7.9000\n";

  @Test
  void tellsTheLegsInOrderWithTheirTimes() {
    PlanAnswer answer = TestCity.of(TOWN).plan("A", "C", "08:00");

    Alternative first = answer.alternatives().getFirst();
    assertThat(first.group()).isEqualTo("public");
    assertThat(first.modes()).containsExactly(TravelMode.BUS);
    assertThat(first.departure()).hasToString("2026-03-02T08:00+01:00");
    assertThat(first.arrival()).hasToString("2026-03-02T08:20+01:00");
    Leg.Transit ride = Objects.requireNonNull(first.legs().getFirst().transit());
    assertThat(ride.stops()).extracting(Leg.Call::name).containsExactly("A", "B", "C");
  }

  @Test
  void changesWhereItSavesTimeAndCountsTheChange() {
    PlanAnswer answer = TestCity.of(TOWN).plan("A", "D", "08:00");

    assertThat(answer.alternatives())
        .anySatisfy(alternative -> {
          assertThat(alternative.modes()).containsExactly(TravelMode.BUS, TravelMode.METRO);
          assertThat(alternative.transfers()).isEqualTo(1);
          assertThat(alternative.costs().time().waitSeconds()).isEqualTo(300);
        });
  }

  @Test
  @Tag("CO-03")
  void anUnpublishedFareIsUnknownAndNeverZero() {
    PlanAnswer answer = TestCity.of(TOWN).plan("A", "C", "08:00");

    var fare = answer.alternatives().getFirst().costs().fare();
    assertThat(fare.known()).isFalse();
    assertThat(fare.cents()).isNull();
    assertThat(fare.reason()).isEqualTo("no_fare_data");
    assertThat(fare.unknownLegs()).containsExactly(0);
  }

  @Test
  void everyNumberOfEnergyNamesItsFactor() {
    PlanAnswer answer = TestCity.of(TOWN).plan("B", "D", "08:10");

    var energy = answer.alternatives().getFirst().costs().energy();
    assertThat(energy.items()).allSatisfy(item -> assertThat(item.source()).isNotBlank());
    assertThat(answer.state().rules()).isNotEmpty().allMatch(rule -> rule.contains("@"));
  }

  @Test
  void nothingShownIsWorseThanAnother() {
    List<Alternative> shown = TestCity.of(TOWN).plan("A", "D", "08:00").alternatives();

    for (Alternative a : shown) {
      for (Alternative b : shown) {
        boolean dominated =
            a != b
                && !a.departure().isBefore(b.departure())
                && !a.arrival().isAfter(b.arrival())
                && a.transfers() < b.transfers()
                && a.costs().fare().atLeastCents() < b.costs().fare().atLeastCents();
        assertThat(dominated).isFalse();
      }
    }
  }

  @Test
  void atNightTheFirstLaterDeparturesAreShownAndSaidSo() {
    PlanAnswer answer = TestCity.of(TOWN).plan("A", "C", "03:00");

    assertThat(answer.alternatives().getFirst().departure()).hasToString("2026-03-02T08:00+01:00");
    assertThat(answer.notices()).extracting("code").contains("window_widened");
  }

  /// The last bus of the evening, its change six hours later; and a bus in the morning that is as
  /// soon, but for a minute.
  @Test
  @Tag("SR-44")
  void nobodyWaitsHalfTheNightForWhatTheMorningReachesAsWell() {
    String evening = "line 1 bus A 23:00 B 23:10\n";
    String morning = "line 3 bus A 05:20 C 05:41\n";
    for (String change : List.of("line 2 bus B 05:30 C 05:40\n", "line 2 bus B 05:32 C 05:42\n")) {
      PlanAnswer both = TestCity.of(FAR + evening + change + morning).plan("A", "C", "22:45");
      assertThat(both.alternatives())
          .singleElement()
          .satisfies(way -> assertThat(way.transfers()).isZero());
      assertThat(both.notices()).extracting("code").contains("window_widened");
      PlanAnswer alone = TestCity.of(FAR + evening + change).plan("A", "C", "22:45");
      assertThat(alone.alternatives())
          .singleElement()
          .satisfies(way -> assertThat(way.transfers()).isEqualTo(1));
    }
  }

  /// What leaves after the window is first to arrive by waiting too; a bus in the morning is there
  /// eight minutes later.
  @Test
  @Tag("SR-44")
  void norForWhatTheMorningReachesALittleLater() {
    PlanAnswer answer =
        TestCity.of(
                FAR
                    + """
                    line 1 bus A 23:00 B 23:10
                    line 4 bus A 24:30 B 24:40
                    line 2 bus B 29:30 C 29:40
                    line 3 bus A 29:20 C 29:48
                    """)
            .plan("A", "C", "22:45");
    assertThat(answer.alternatives())
        .singleElement()
        .satisfies(way -> assertThat(way.transfers()).isZero());
  }

  /// Where nobody asked to walk, a ride of forty minutes for half an hour on foot.
  @Test
  @Tag("SR-14")
  void theWalkIsToldThatWasNotAskedForWhereNothingIsQuicker() {
    String stops = "stop A at=45.0700,7.6800 ; stop C at=45.0750,7.7000\n";
    PlanAnswer slow =
        TestCity.of(stops + "line 1 bus A 08:05 C 08:45").plan("A", "C", "08:00", TravelMode.BUS);
    assertThat(slow.alternatives()).hasSize(1);
    assertThat(slow.notices()).extracting("code").contains("walk_quicker");
    PlanAnswer quick =
        TestCity.of(stops + "line 1 bus A 08:05 C 08:15").plan("A", "C", "08:00", TravelMode.BUS);
    assertThat(quick.notices()).extracting("code").doesNotContain("walk_quicker");
  }

  /// Nobody walks, and the only line goes the other way.
  @Test
  @Tag("SR-45")
  void whereNothingLeadsThereTheReasonIsTold() {
    PlanAnswer back =
        TestCity.of(FAR + "line 1 bus C 08:05 A 08:45").plan("A", "C", "08:00", TravelMode.BUS);
    assertThat(back.alternatives()).isEmpty();
    assertThat(back.notices()).extracting("code").contains("transit_none");
  }

  /// C is 1.67 km from A by the straight line, 2.2 km with a detour; nobody wants to walk at all.
  @Test
  @Tag("SR-14")
  void whereNothingLeavesSoonTheWalkBeyondTheLimitIsToldOf() {
    TestCity city = TestCity.of(TOWN);

    PlanAnswer night = city.plan("A", "C", "03:00", TravelMode.WALK, TravelMode.BUS);
    PlanAnswer never = city.plan("A", "C", "08:00", TravelMode.WALK);
    PlanAnswer day = city.plan("A", "C", "08:00", TravelMode.WALK, TravelMode.BUS);
    PlanAnswer noWalker = city.plan("A", "C", "03:00", TravelMode.BUS);

    assertThat(night.alternatives()).isNotEmpty();
    assertThat(never.alternatives()).isEmpty();
    for (PlanAnswer answer : List.of(night, never)) {
      assertThat(answer.notices())
          .filteredOn(notice -> notice.code().equals("walk_longer"))
          .singleElement()
          .satisfies(notice -> {
            assertThat(Integer.parseInt(notice.args().get(0))).isBetween(2100, 2250);
            assertThat(Integer.parseInt(notice.args().get(1))).isBetween(26, 29);
            assertThat(notice.args().get(2)).isEqualTo("0");
          });
    }
    assertThat(day.notices()).extracting("code").doesNotContain("walk_longer");
    assertThat(noWalker.notices()).extracting("code").doesNotContain("walk_longer");
  }

  /// Half an hour on foot, and 40 or 20 minutes by bus.
  @Test
  @Tag("SR-14")
  void whereNothingIsQuickerTheWalkBeyondTheLimitIsToldOf() {
    String stops =
        "stop A at=45.0700,7.6800 ; stop B at=45.0720,7.6900 ; stop C at=45.0750,7.7000\n";
    PlanAnswer slow =
        TestCity.of(stops + "line 1 bus A 08:05 B 08:25 C 08:45")
            .plan("A", "C", "08:00", TravelMode.WALK, TravelMode.BUS);
    assertThat(slow.alternatives()).isNotEmpty();
    assertThat(slow.notices()).extracting("code").contains("walk_longer");
    PlanAnswer quick =
        TestCity.of(stops + "line 1 bus A 08:05 B 08:15 C 08:25")
            .plan("A", "C", "08:00", TravelMode.WALK, TravelMode.BUS);
    assertThat(quick.alternatives()).isNotEmpty();
    assertThat(quick.notices()).extracting("code").doesNotContain("walk_longer");
  }

  @Test
  void pagesLeadFurther() {
    TestCity city = TestCity.of(TOWN);

    PlanAnswer answer = city.plan("A", "C", "08:00");

    assertThat(answer.next()).isNotEqualTo(answer.previous());
    assertThat(answer.alternatives().getLast().departure()).hasToString("2026-03-02T09:00+01:00");
  }

  @Test
  void anIdentityLeadsBackToTheSameAlternative() {
    TestCity city = TestCity.of(TOWN);

    for (Alternative shown : city.plan("A", "D", "08:00").alternatives()) {
      assertThat(city.planner.again(shown.id(), "en")).isEqualTo(Outcome.done(shown));
    }
  }

  @Test
  void anIdentityOfAnotherTimetableIsGoneAndNotGuessed() {
    Alternative shown = TestCity.of(TOWN).plan("A", "C", "08:00").alternatives().getFirst();
    TestCity changed = TestCity.of(TOWN.replace("line 1 bus   A 08:00", "line 9 bus   A 08:00"));

    assertThat(changed.planner.again(shown.id(), "en"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("alternative_gone"));
    assertThat(changed.planner.again("nonsense", "en"))
        .isEqualTo(new Outcome.Refused<Alternative>("alternative_unreadable", List.of()));
  }

  @Test
  void anUnknownStopIsRefusedByName() {
    TestCity city = TestCity.of(TOWN);
    var request = city.request("A", "C", "08:00", false, Set.of(TravelMode.BUS));

    var refused =
        city.planner.plan(
            new org.toret.mobility.plan.PlanRequest(
                new Waypoint.Stop("t:nowhere"),
                request.to(),
                List.of(),
                request.when(),
                request.modes(),
                request.traveller(),
                request.limits(),
                true,
                0,
                request.stayMinutes(),
                "en"));

    assertThat(refused)
        .isEqualTo(new Outcome.Refused<PlanAnswer>("unknown_stop", List.of("t:nowhere")));
  }

  /// Buses to the left at 8:00, 8:10 and so on until 9:00, 20 minutes long.
  @Test
  @Tag("SR-30")
  void whoMustArriveByATimeLeavesFromNowOn() {
    TestCity city = TestCity.of(TOWN);
    PlanRequest request = city.request("A", "C", "08:45", true, Set.of(TravelMode.BUS));
    Instant now = request.when().at().minus(Duration.ofMinutes(33));
    PlanAnswer late = ask(city, request, now);

    assertThat(late.alternatives())
        .extracting(way -> way.departure().toLocalTime().toString())
        .containsExactly("08:20");
    assertThat(ask(city, request, Instant.EPOCH).alternatives()).hasSizeGreaterThan(1);
    assertThat(ask(city, request, request.when().at().plusSeconds(60)).alternatives())
        .hasSizeGreaterThan(1);
  }

  @Test
  @Tag("SR-30")
  void whoCannotArriveInTimeIsToldHowSoonItIsPossible() {
    TestCity city = TestCity.of(TOWN);
    PlanRequest request = city.request("A", "C", "08:45", true, Set.of(TravelMode.BUS));
    PlanAnswer late = ask(city, request, request.when().at().minus(Duration.ofMinutes(10)));

    assertThat(late.notices()).extracting(Notice::code).contains("arrival_too_late");
    assertThat(late.at().toLocalTime()).as("what was asked for").hasToString("08:45");
    assertThat(late.next()).isNull();
    assertThat(late.alternatives().getFirst().departure().toLocalTime()).hasToString("08:40");
  }

  private static PlanAnswer ask(TestCity city, PlanRequest request, Instant now) {
    KnownNow known = KnownNow.nothing(now, city.engine.city());
    return TestCity.answered(city.planner.plan(request, known));
  }

  /// From B to C is a minute on foot and a long loop by bus, which costs more energy.
  @Test
  void nobodyLeavesABusToBoardItAgain() {
    TestCity city =
        TestCity.withTicket(
            """
            stop A at=45.0700,7.6000 ; stop B at=45.0700,7.6500 ; stop L at=45.1200,7.6600
            stop C at=45.0700,7.6505 ; stop D at=45.0700,7.7000
            line 1 bus A 08:00 B 08:10 L 08:20 C 08:30 D 08:40
            walk B-C 60s
            """,
            150,
            7200);
    PlanRequest still = city.request("A", "D", "08:00", false, Set.of(TravelMode.BUS));
    PlanRequest walking = city.passing(still, new Limits(5, 1000, 0));
    PlanAnswer answer = TestCity.answered(city.planner.plan(walking));

    assertThat(answer.alternatives()).hasSize(1);
    assertThat(answer.alternatives().getFirst().transfers()).isZero();
  }
}
