package org.toret.app.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.app.pages.frame.Words;
import org.toret.base.notice.Messages;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.Reliability;
import org.toret.mobility.plan.Spot;

@Tag("RE-03")
final class ReliabilityWriterTest {

  private static final OffsetDateTime EIGHT = OffsetDateTime.parse("2026-09-15T08:00:00+02:00");

  private final ReliabilityWriter writer =
      new ReliabilityWriter(Words.in(Words.loadInto(new Messages()), "it"));

  @Test
  void anHourIsNotToldTwice() {
    assertThat(arrival(EIGHT, EIGHT.plusSeconds(30)))
        .isEqualTo("Arrivo: nove volte su dieci entro le 08:00. Da 30 passaggi osservati.");
    assertThat(arrival(EIGHT, EIGHT.plusMinutes(1)))
        .startsWith("Arrivo: una volta su due entro le 08:00, nove su dieci entro le 08:01.");
    assertThat(arrival(EIGHT, null)).startsWith("Arrivo: una volta su due entro le 08:00.");
  }

  @Test
  void noChangeIsCertain() {
    assertThat(change(1.0)).isEqualTo("Cambio a Re Umberto: riesce 99 volte su 100.");
    assertThat(change(0.94)).isEqualTo("Cambio a Re Umberto: riesce 94 volte su 100.");
  }

  private String arrival(OffsetDateTime median, @Nullable OffsetDateTime most) {
    return write(1, median, most, List.of()).getLast();
  }

  private String change(double chance) {
    Spot at = new Spot("Re Umberto", 45, 7, null, null);
    var change = new Reliability.Change(List.of(0, 1), at, 60, chance, null);
    return write(chance, null, null, List.of(change)).getFirst();
  }

  private List<String> write(
      double chance,
      @Nullable OffsetDateTime median,
      @Nullable OffsetDateTime most,
      List<Reliability.Change> changes) {
    Costs costs =
        new Costs(
            new Costs.Time(600, 0, 0),
            new Costs.Fare(true, 0, 0, "EUR", null, List.of(), List.of()),
            new Costs.Energy(true, 0, 0, 0, null, List.of(), List.of()),
            new Costs.Emissions(true, 0, 0, 0, 0, 0, null, List.of(), List.of()));
    Alternative trip =
        new Alternative(
            "id",
            "public",
            EIGHT.minusMinutes(10),
            EIGHT,
            changes.size(),
            List.of(),
            costs,
            List.of());
    return writer.write(
        trip.with(new Reliability(true, null, chance, median, most, "city", 30, changes)));
  }
}
