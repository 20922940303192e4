package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.mobility.plan.Criteria;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanAnswer.Cut;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;

/// What an answer says of what was found, what is sent, and where the search stopped.
@Tag("SR-15")
final class PlanCutTest {

  private static final String HOURLY = "line 1 bus A 08:00 B 08:10 | every 10m until 13:00";

  @Test
  void theWholeFrontIsToldThoughLessIsSent() {
    TestCity city = TestCity.of(HOURLY);
    PlanRequest all = city.request("A", "B", "08:00", false, TravelMode.transit());
    PlanAnswer.Pareto pareto = pareto(city, all);
    assertThat(pareto.found()).isEqualTo(7);
    assertThat(pareto.returned()).isEqualTo(7);
    PlanAnswer.Pareto three = pareto(city, TestCity.travelled(all, all.traveller(), 3));
    assertThat(three.found()).isEqualTo(7);
    assertThat(three.returned()).isEqualTo(3);
    assertThat(three.truncated()).isFalse();
    assertThat(three.cuts()).isEmpty();
  }

  @Test
  void theScopeOfTheSearchIsTold() {
    TestCity city = TestCity.of(HOURLY);
    PlanRequest request = city.request("A", "B", "08:00", false, TravelMode.transit());
    assertThat(pareto(city, request).scope()).isEqualTo(new PlanAnswer.Scope(600, 1));
    assertThat(city.through(request, "A").pareto().scope()).isEqualTo(new PlanAnswer.Scope(600, 1));
    TestCity three = TestCity.of(HOURLY + "\nline 2 bus B 08:20 C 08:30");
    PlanRequest through = three.request("A", "C", "08:00", false, TravelMode.transit());
    assertThat(three.through(through, "B").pareto().scope()).isNull();
  }

  /// 31 things can be told apart in a pocket.
  @Test
  void whatOfAPocketIsNotUsedIsCounted() {
    TestCity city = TestCity.withTicket(HOURLY, 150, 3600);
    PlanRequest request = city.request("A", "B", "08:00", false, TravelMode.transit());
    String feed = city.engine.city().timetable().feeds().ids().get(0);
    List<String> holds = Collections.nCopies(33, feed + ":ticket");
    PlanAnswer.Pareto pareto =
        pareto(city, TestCity.travelled(request, TestTravellers.holding(holds), 0));
    assertThat(pareto.truncated()).isTrue();
    assertThat(pareto.cuts()).containsExactly(new Cut("held_products", 2));
    PlanAnswer.Pareto fits =
        pareto(city, TestCity.travelled(request, TestTravellers.holding(holds.subList(0, 31)), 0));
    assertThat(fits.truncated()).isFalse();
  }

  @Test
  void cutsOfOneKindAreAddedUpAndThoseThatNeverBitAreLeftOut() {
    List<Cut> cuts = List.of(new Cut("car_parks", 2), new Cut("via", 0), new Cut("car_parks", 3));
    PlanAnswer.Pareto pareto = PlanAnswer.Pareto.of(Criteria.ALL, 9, 5, cuts, null);
    assertThat(pareto.cuts()).containsExactly(new Cut("car_parks", 5));
    assertThat(pareto.truncated()).isTrue();
    assertThat(PlanAnswer.Pareto.of(Criteria.ALL, 9, 5, cuts.subList(1, 2), null).truncated())
        .isFalse();
  }

  private static PlanAnswer.Pareto pareto(TestCity city, PlanRequest request) {
    return TestCity.answered(city.planner.plan(request)).pareto();
  }
}
