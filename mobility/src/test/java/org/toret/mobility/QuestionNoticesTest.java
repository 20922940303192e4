package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;

/// What is said of the question: of values that nobody here knows, and of what it takes for
/// granted.
final class QuestionNoticesTest {

  private static final String HOURLY = "line 1 bus A 08:00 B 08:10 | every 10m until 13:00";

  private final TestCity city = TestCity.withTicket(HOURLY, 150, 3600);

  @Test
  @Tag("SR-41")
  void whatNobodyHereKnowsIsNamedAndIgnored() {
    Traveller odd =
        TestTravellers.holding(List.of())
            .holding(
                List.of("x:year", "x:year@2026-01-01T00:00:00Z"), List.of("x:daycap@120"), false)
            .paying(1, "wizard", "seashell")
            .permitted(List.of("ztl:nowhere", "disabled"));
    PlanAnswer answer = plan(odd, TravelMode.transit());

    assertThat(answer.alternatives()).isNotEmpty();
    assertThat(answer.notices())
        .extracting(notice -> notice.code() + " " + notice.args())
        .containsExactly(
            "held_unknown [x:year]",
            "rider_unknown [wizard]",
            "media_unknown [seashell]",
            "spent_unknown [x:daycap]",
            "permit_unknown [ztl:nowhere]",
            "walk_quicker [10, 1, 0]");
    assertThat(plan(Traveller.ordinary(), TravelMode.transit()).notices())
        .extracting(Notice::code)
        .containsExactly("walk_quicker");
  }

  @Test
  @Tag("SR-42")
  void whoAsksForAJoinAsksForWhatItJoinsTo() {
    for (TravelMode join : List.of(TravelMode.PARKRIDE, TravelMode.KISSRIDE, TravelMode.BIKERIDE)) {
      PlanAnswer answer = plan(Traveller.ordinary(), Set.of(TravelMode.WALK, join));
      assertThat(answer.alternatives()).extracting(Alternative::group).contains("public");
      assertThat(answer.notices()).extracting(Notice::code).contains("transit_implied");
    }
    PlanAnswer chosen = plan(Traveller.ordinary(), Set.of(TravelMode.TRAM, TravelMode.PARKRIDE));
    assertThat(chosen.alternatives()).isEmpty();
    assertThat(chosen.notices()).extracting(Notice::code).doesNotContain("transit_implied");
  }

  @Test
  @Tag("SR-41")
  void whatIsNotSentIsNotSpokenOf() {
    Set<TravelMode> all = Set.of(TravelMode.BUS, TravelMode.TAXI, TravelMode.CAR);
    assertThat(plan(Traveller.ordinary().needing("w"), all).notices())
        .as("no tariff of taxis is known here: none is sent")
        .extracting(Notice::code)
        .doesNotContain("taxi_wheelchair_unknown");
    assertThat(plan(Traveller.ordinary().paying(6, "", ""), all).notices())
        .as("no street is known here: no car is sent")
        .extracting(Notice::code)
        .doesNotContain("car_full");
  }

  private PlanAnswer plan(Traveller traveller, Set<TravelMode> modes) {
    PlanRequest plain = city.request("A", "B", "08:00", false, modes);
    return TestCity.answered(city.planner.plan(TestCity.travelled(plain, traveller, 0)));
  }
}
