package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.router.fare.FareTown.at;
import static org.toret.router.fare.FareTown.ride;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What several pay together, of whom some hold tickets: City of Turin for 1.90, Daily for 4.00.
final class PartyTest {

  private static final FareOptions ORDINARY = FareOptions.ordinary();

  private final FareTown turin =
      new FareTown(
          "gtt",
          "offer city 190",
          "offer daily 400",
          "leg bus 1 city",
          "leg day 1 daily",
          "change bus bus free 6000 -1",
          "change day day free 86400 -1");

  @Test
  @Tag("CO-21")
  void aHeldTicketCoversOneOfAParty() {
    HeldProduct daily = new HeldProduct("gtt", "daily", at("07:00"));
    FareOptions three = ORDINARY.withPersons(3);
    List<RiddenLeg> rides = ride("1 A-B 08:00-08:20");

    FareResult one = turin.engine().price(rides, three.withHolds(List.of(daily)));
    assertThat(one.cents()).isEqualTo(2 * 190);
    assertThat(one.items()).extracting(FareItem::cents).containsExactly(0, 380);
    assertThat(turin.engine().price(rides, three.withHolds(List.of(daily, daily))).cents())
        .isEqualTo(190);
    assertThat(turin.engine().price(rides, three.withHolds(List.of(daily, daily, daily))).cents())
        .isZero();
    HeldProduct single = new HeldProduct("gtt", "city", HeldProduct.UNUSED);
    assertThat(turin.engine().price(rides, three.withHolds(List.of(daily, single))).cents())
        .isEqualTo(190);
  }
}
