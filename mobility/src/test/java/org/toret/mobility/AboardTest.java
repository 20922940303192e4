package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.network.fare.build.FareRows;

/// Questions from inside a vehicle.
@Tag("RE-05")
final class AboardTest {

  private static final String TOWN =
      """
      line 1 bus trip=r A 08:00 B 08:10 C 08:20 D 08:40
      line 2 bus B 08:15 D 08:25 | every 20m until 10:00
      line 3 bus C 08:25 D 08:30
      """;

  private final TestCity city = TestCity.of(TOWN);

  @Test
  void oneRidesOnOrChangesAtAnyLaterStop() {
    assertThat(told(city, "08:05")).containsExactly("r>B 2", "r>D");
    assertThat(told(city, "08:12")).as("B is passed").containsExactly("r>C 3", "r>D");
  }

  @Test
  void theJourneyBeginsNowAndIsTheSameWhenAskedAgain() {
    Alternative way = ways(city, "08:05").getFirst();
    assertThat(way.departure().toLocalTime()).hasToString("08:05");
    assertThat(way.costs().time().seconds()).isEqualTo(20 * 60);
    assertThat(way.transfers()).isEqualTo(1);
    assertThat(way.group()).isEqualTo("public");
    assertThat(city.planner.again(way.id(), "en")).isEqualTo(Outcome.done(way));
  }

  @Test
  void whoSitsInAVehicleThatHasNotLeftWaitsInIt() {
    for (Alternative way : ways(city, "07:50")) {
      assertThat(way.departure().toLocalTime()).hasToString("08:00");
      assertThat(way.group()).isEqualTo("public");
      assertThat(way.legs().getFirst().transit()).isNotNull();
      assertThat(way.costs().time().walkSeconds()).isZero();
    }
    assertThat(refusal("t:r", "06:00")).isEqualTo("aboard_not_running");
  }

  @Test
  void theTicketOfTheRideIsBought() {
    TestCity selling = TestCity.withTicket(TOWN, 190, 90 * 60);
    for (Alternative way : ways(selling, "08:05")) {
      assertThat(way.costs().fare().cents()).as("it covers the rest too").isZero();
    }
    TestCity shortly = TestCity.withTicket(TOWN, 190, 60);
    assertThat(ways(shortly, "08:05").getFirst().costs().fare().cents()).isEqualTo(190);
    assertThat(ways(shortly, "08:05").getLast().costs().fare().cents()).isZero();
  }

  /// The ticket in the pocket pays for the ride one sits in, and not for the next one again.
  @Test
  @Tag("CO-28")
  void whatIsHeldIsUsedForTheRideOneSitsIn() {
    TestCity single =
        TestCity.withFares(
            TOWN,
            fares ->
                fares
                    .add(new FareRows.Product("p", "", "", "", 200, "EUR", 2))
                    .add(new FareRows.LegRule("g", "", "", "", "", "", "p", 0, 2)));
    PlanRequest plain = request(single, "t:r", "08:05");
    List<Alternative> ways = alternatives(single, plain);
    List<Alternative> holding =
        alternatives(single, TestCity.travelled(plain, TestTravellers.holding(List.of("t:p")), 0));

    assertThat(ways.getFirst().costs().fare().cents()).isEqualTo(200);
    assertThat(holding.getFirst().costs().fare().cents()).isEqualTo(200);
    assertThat(holding.getLast().costs().fare().cents()).isZero();
  }

  private static List<Alternative> alternatives(TestCity city, PlanRequest request) {
    return TestCity.answered(city.planner.plan(request)).alternatives();
  }

  @Test
  void whoSitsInNothingIsTold() {
    assertThat(refusal("t:r", "08:50")).isEqualTo("aboard_not_running");
    assertThat(refusal("t:nothing", "08:05")).isEqualTo("unknown_trip");
  }

  private static String refusal(String trip, String time) {
    TestCity city = TestCity.of(TOWN);
    return switch (city.planner.plan(request(city, trip, time))) {
      case Outcome.Done<PlanAnswer> done -> done.toString();
      case Outcome.Refused<PlanAnswer>(String code, List<String> args) -> code;
    };
  }

  private static List<String> told(TestCity city, String time) {
    return ways(city, time).stream()
        .map(way -> {
          String first = "r>" + way.legs().getFirst().to().name();
          boolean changes = way.legs().size() > 1;
          var last = way.legs().getLast().transit();
          return changes && last != null ? first + " " + last.route().name() : first;
        })
        .toList();
  }

  private static List<Alternative> ways(TestCity city, String time) {
    return alternatives(city, request(city, "t:r", time));
  }

  private static PlanRequest request(TestCity city, String trip, String time) {
    return city.request("A", "D", time, false, TravelMode.transit())
        .aboard(new PlanRequest.Aboard(trip, LocalDate.of(2026, 3, 2)));
  }
}
