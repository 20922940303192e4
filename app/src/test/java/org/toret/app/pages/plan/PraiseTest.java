package org.toret.app.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Costs;

final class PraiseTest {

  private static final OffsetDateTime EIGHT = OffsetDateTime.parse("2026-09-15T08:00:00+02:00");

  @Test
  void theBestInEachCostIsPraised() {
    assertThat(
            Praise.of(
                List.of(
                    trip(0, 20, 190, 0, 100, 400),
                    trip(5, 30, 0, 0, 0, 0),
                    trip(0, 40, 150, 0, 80, 300))))
        .containsExactly(
            List.of("praise.fastest"),
            List.of("praise.cheapest", "praise.cleanest", "praise.thriftiest"),
            List.of());
  }

  @Test
  void whoLeavesLaterCanBeFasterAndWhoLeavesEarlierThereFirst() {
    assertThat(Praise.of(List.of(trip(0, 20, 190, 0, 9, 9), trip(10, 15, 190, 0, 9, 9))))
        .containsExactly(List.of("praise.earliest"), List.of("praise.fastest"));
  }

  @Test
  void nobodyIsCheapestWhileAnUnknownFareMayBeLess() {
    assertThat(
            Praise.of(List.of(trip(0, 20, 190, 0, 9, 9), trip(0, 30, null, 100, 9, 9))).getFirst())
        .doesNotContain("praise.cheapest");
    assertThat(
            Praise.of(List.of(trip(0, 20, 190, 0, 9, 9), trip(0, 30, null, 200, 9, 9))).getFirst())
        .contains("praise.cheapest");
  }

  @Test
  void whatAllShareIsNoPraise() {
    assertThat(Praise.of(List.of(trip(0, 20, 190, 0, 9, 9), trip(0, 20, 190, 0, 9, 9))))
        .containsExactly(List.of(), List.of());
    assertThat(Praise.of(List.of(trip(0, 20, 190, 0, 9, 9)))).containsExactly(List.of());
  }

  private static Alternative trip(
      int leavesAfter,
      int minutes,
      @Nullable Integer cents,
      int atLeastCents,
      int wattHours,
      int grams) {
    OffsetDateTime departure = EIGHT.plusMinutes(leavesAfter);
    Costs costs =
        new Costs(
            new Costs.Time(minutes * 60, 0, 0),
            new Costs.Fare(cents != null, cents, atLeastCents, "EUR", null, List.of(), List.of()),
            new Costs.Energy(true, wattHours, wattHours, 0, null, List.of(), List.of()),
            new Costs.Emissions(true, grams, grams, 0, 0, 0, null, List.of(), List.of()));
    return new Alternative(
        "id", "public", departure, departure.plusMinutes(minutes), 0, List.of(), costs, List.of());
  }
}
