package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.TravelMode;

/// A rider must pass somewhere on the way.
final class ViaTest {

  /// V lies off the usual way; the metro is faster to B than the bus that goes on to C.
  private static final String TOWN =
      """
      line 1 bus   A 08:00 B 08:10 C 08:20 | every 10m until 09:30
      line 2 tram  B 08:12 V 08:20 | every 10m until 09:30
      line 3 rail  V 08:25 C 08:40 | every 10m until 10:00
      line 4 metro A 08:02 B 08:06 | every 10m until 09:30
      """;

  @Test
  void aPlaceOffTheWayIsPassedWithAsManyVehiclesAsItTakes() {
    PlanAnswer answer = asked(TestCity.of(TOWN), "A", "C", "08:00", false, "V");

    assertThat(answer.via()).extracting(Spot::name).containsExactly("V");
    assertThat(lines(answer)).contains("08:02 metro tram rail 08:40 (2)").allMatch(is("tram rail"));
    assertThat(lines(answer)).noneMatch(is("bus"));
  }

  @Test
  void whoRidesThroughAStopNeitherAlightsNorBoards() {
    PlanAnswer answer = asked(TestCity.of(TOWN), "A", "C", "08:00", false, "B");

    assertThat(lines(answer)).contains("08:00 bus 08:20 (0)", "08:02 metro bus 08:20 (1)");
    Alternative bus =
        answer.alternatives().stream().filter(a -> a.transfers() == 0).findFirst().orElseThrow();
    assertThat(Objects.requireNonNull(bus.legs().getFirst().transit()).stops())
        .extracting(Leg.Call::name)
        .containsExactly("A", "B", "C");
  }

  @Test
  void whoStaysSeatedWhereOneRunFollowsAnotherDoesNotChange() {
    TestCity city =
        TestCity.of(
            """
            line 1 bus block=b A 08:00 B 08:10
            line 2 bus block=b B 08:12 C 08:20
            """);

    PlanAnswer answer = asked(city, "A", "C", "08:00", false, "B");

    assertThat(lines(answer)).containsExactly("08:00 bus bus 08:20 (0)");
  }

  @Test
  void changingAtAPlaceTakesTheTimeOfAnyChange() {
    TestCity city =
        TestCity.of(
            """
            line 1 bus  A 08:00 B 08:10
            line 2 tram B 08:10 C 08:20 | every 5m until 08:30
            least 240s B
            """);

    assertThat(lines(asked(city, "A", "C", "08:00", false, "B")))
        .containsExactly("08:00 bus tram 08:25 (1)");
    assertThat(lines(asked(TestCity.of(SLACK), "A", "C", "08:00", false, "B")))
        .containsExactly("08:00 bus tram 08:21 (1)");
  }

  private static final String SLACK =
      """
      line 1 bus  A 08:00 B 08:10
      line 2 tram B 08:10 C 08:20 | every 1m until 08:30
      """;

  @Test
  void nobodyLeavesEarlierThanTheRestOfTheJourneyNeeds() {
    TestCity city =
        TestCity.of(
            """
            line 1 bus   A 08:00 B 08:10 | every 10m until 11:00
            line 2 coach B 08:55 C 09:20
            """);

    PlanAnswer answer = asked(city, "A", "C", "08:00", false, "B");

    assertThat(lines(answer)).containsExactly("08:40 bus coach 09:20 (1)");
    assertThat(answer.notices()).extracting("code").doesNotContain("window_widened");
  }

  @Test
  void aWaitThatALaterStartAvoidsMovesTheWindowAndSaysSo() {
    TestCity city =
        TestCity.of(
            """
            line 1 bus   A 08:00 B 08:10 | every 10m until 13:00
            line 2 coach B 12:55 C 13:20
            """);

    PlanAnswer answer = asked(city, "A", "C", "08:00", false, "B");

    assertThat(lines(answer)).containsExactly("12:40 bus coach 13:20 (1)");
    assertThat(answer.notices()).extracting("code").contains("window_widened");
    assertThat(answer.pareto().truncated()).isFalse();
  }

  @Test
  void atNightTheFirstLaterDeparturesAreShownAndSaidSo() {
    PlanAnswer answer = asked(TestCity.of(TOWN), "A", "C", "03:00", false, "V");
    PlanAnswer evening = asked(TestCity.of(TOWN), "A", "C", "16:00", true, "V");

    assertThat(lines(answer)).first().isEqualTo("08:02 metro tram rail 08:40 (2)");
    assertThat(answer.notices()).extracting("code").contains("window_widened");
    assertThat(lines(evening)).last().isEqualTo("09:12 metro tram rail 09:50 (2)");
    assertThat(evening.notices()).extracting("code").contains("window_widened_back");
  }

  @Test
  void whoMustArriveByATimeLeavesAsLateAsPossible() {
    PlanAnswer answer = asked(TestCity.of(TOWN), "A", "C", "09:00", true, "V");

    assertThat(lines(answer)).contains("08:22 metro tram rail 09:00 (2)");
    assertThat(answer.alternatives())
        .allMatch(a -> !a.arrival().toLocalTime().isAfter(LocalTime.of(9, 0)))
        .allMatch(a -> !a.arrival().toLocalTime().isBefore(LocalTime.of(8, 0)));
  }

  @Test
  void changesAreCountedOverTheWholeJourney() {
    TestCity city = TestCity.of(TOWN);
    PlanRequest plain = city.request("A", "C", "08:00", false, TravelMode.transit());

    assertThat(lines(allowing(city, plain, 2))).isNotEmpty().allMatch(is("tram rail"));
    assertThat(lines(allowing(city, plain, 1))).isEmpty();
  }

  private static PlanAnswer allowing(TestCity city, PlanRequest plain, int maxTransfers) {
    Limits limits = new Limits(maxTransfers, 0, 25_000);
    return TestCity.answered(city.planner.plan(city.passing(plain, limits, "V")));
  }

  @Test
  void aTicketStillValidBehindThePlaceIsNotBoughtAgain() {
    String pause =
        """
        line 1 bus  A 08:00 B 08:10
        line 2 tram B 08:30 C 08:40
        """;

    for (int minutes : List.of(35, 25)) {
      TestCity city = TestCity.withTicket(pause, 190, 60 * minutes);
      var fare =
          asked(city, "A", "C", "08:00", false, "B").alternatives().getFirst().costs().fare();
      assertThat(fare.cents()).as("%d minutes", minutes).isEqualTo(minutes == 35 ? 190 : 380);
    }
  }

  @Test
  void theOrderOfThePlacesCounts() {
    TestCity city =
        TestCity.of(
            """
            line 1 bus A 08:00 V 08:10 W 08:20 C 08:30
            line 2 bus A 08:00 W 08:15 V 08:25 C 08:40
            """);

    assertThat(lines(asked(city, "A", "C", "08:00", false, "V", "W")))
        .containsExactly("08:00 bus 08:30 (0)");
    assertThat(lines(asked(city, "A", "C", "08:00", false, "W", "V")))
        .containsExactly("08:00 bus 08:40 (0)");
  }

  @Test
  void aPlaceNamedTwiceInARowOrAtAnEndIsPassedAnyway() {
    TestCity city = TestCity.of(TOWN);

    assertThat(lines(asked(city, "A", "C", "08:00", false, "A", "V", "V", "C")))
        .isEqualTo(lines(asked(city, "A", "C", "08:00", false, "V")));
    assertThat(lines(asked(city, "A", "C", "08:00", false, "A", "C")))
        .isEqualTo(lines(city.plan("A", "C", "08:00")));
  }

  @Test
  void onesWayBackMayBeByTheSameLine() {
    TestCity city =
        TestCity.of(
            """
            line 1 bus A 08:00 V 08:10 | every 15m until 09:00
            line 1 bus V 08:05 A 08:15 | every 15m until 09:30
            """);

    assertThat(lines(asked(city, "A", "A", "08:00", false, "V")))
        .first()
        .isEqualTo("08:00 bus bus 08:30 (1)");
  }

  @Test
  void partsBelongToTheirOwnServiceDates() {
    TestCity city =
        TestCity.of(
            """
            days -1..2
            line 1 bus   A 23:30 B 23:50
            line 2 coach B 01:10 C 01:30
            """);

    PlanAnswer answer = asked(city, "A", "C", "23:20", false, "B");

    assertThat(answer.alternatives().getFirst().legs())
        .extracting(leg -> Objects.requireNonNull(leg.transit()).serviceDate().toString())
        .containsExactly("2026-03-02", "2026-03-03");
    assertThat(answer.alternatives().getFirst().arrival()).hasToString("2026-03-03T01:30+01:00");
    assertThat(city.planner.again(answer.alternatives().getFirst().id(), "en"))
        .isEqualTo(Outcome.done(answer.alternatives().getFirst()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anIdentityLeadsBackToTheSameAlternative(boolean arriveBy) {
    TestCity city = TestCity.of(TOWN);
    for (String via : List.of("B", "V")) {
      List<Alternative> shown =
          asked(city, "A", "C", arriveBy ? "09:00" : "08:00", arriveBy, via).alternatives();

      assertThat(shown).isNotEmpty();
      for (Alternative alternative : shown) {
        assertThat(city.planner.again(alternative.id(), "en")).isEqualTo(Outcome.done(alternative));
      }
    }
  }

  @Test
  void tooManyPlacesAreRefused() {
    TestCity city = TestCity.of(TOWN);
    PlanRequest plain = city.request("A", "C", "08:00", false, TravelMode.transit());

    assertThat(
            city.planner.plan(
                city.passing(plain, plain.limits(), "B", "V", "B", "V", "B", "V", "B")))
        .isEqualTo(new Outcome.Refused<PlanAnswer>("too_many_via", List.of("6")));
  }

  private static PlanAnswer asked(
      TestCity city, String from, String to, String time, boolean arriveBy, String... via) {
    return city.through(city.request(from, to, time, arriveBy, TravelMode.transit()), via);
  }

  private static java.util.function.Predicate<String> is(String modes) {
    return line -> line.matches("\\S+ (\\S+ )*" + modes + " \\S+ \\(\\d\\)");
  }

  /// Each alternative as `departure modes arrival (transfers)`.
  private static List<String> lines(PlanAnswer answer) {
    return answer.alternatives().stream()
        .map(a ->
            "%s %s %s (%d)"
                .formatted(
                    a.departure().toLocalTime(),
                    String.join(" ", a.modes().stream().map(TravelMode::id).toList()),
                    a.arrival().toLocalTime(),
                    a.transfers()))
        .toList();
  }
}
