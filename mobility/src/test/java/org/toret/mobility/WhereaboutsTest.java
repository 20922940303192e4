package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.reliability.Whereabouts;

/// Where somebody is in the middle of a trip, and how he goes on from there.
@Tag("RE-06")
final class WhereaboutsTest {

  private final TestCity city =
      TestCity.of(
          """
          line 1 bus trip=r A 08:00 B 08:10 C 08:20
          line 2 bus B 08:15 D 08:25
          line 3 bus C 08:25 D 08:45
          """);

  @Test
  void oneIsWhereTheTimesToldLastSay() {
    assertThat(told("07:58")).isEqualTo("BEFORE A");
    assertThat(told("08:05")).isEqualTo("ABOARD A");
    assertThat(told("08:12")).isEqualTo("WAITING B");
    assertThat(told("08:20")).isEqualTo("ABOARD B");
    assertThat(told("08:26")).isEqualTo("ARRIVED D");
  }

  @Test
  void whoSitsInAVehicleGoesOnFromThere() {
    Whereabouts aboard = Whereabouts.of(way(), at("08:05"));
    PlanRequest onward = aboard.onward(way(), at("08:05"), true, Traveller.ordinary(), "en");
    assertThat(onward.aboard()).isEqualTo(new PlanRequest.Aboard("t:r", LocalDate.of(2026, 3, 2)));
    PlanAnswer answer = TestCity.answered(city.planner.plan(onward));
    assertThat(answer.alternatives()).hasSizeGreaterThan(0);
    assertThat(answer.alternatives().getFirst().legs().getFirst().transit())
        .satisfies(ride -> assertThat(String.valueOf(ride)).contains("t:r"));
    assertThat(aboard.onward(way(), at("08:05"), false, Traveller.ordinary(), "en").aboard())
        .as("a run that is cancelled carries nobody")
        .isNull();
  }

  private String told(String time) {
    Whereabouts there = Whereabouts.of(way(), at(time));
    return there.state() + " " + there.at().name();
  }

  private Alternative way() {
    return city.plan("A", "D", "07:55").alternatives().getFirst();
  }

  private Instant at(String time) {
    return city.request("A", "D", time, false, TravelMode.transit()).when().at();
  }
}
