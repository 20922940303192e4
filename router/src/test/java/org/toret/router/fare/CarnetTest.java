package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.router.fare.FareTown.ride;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Tickets sold by the bundle: MultiCity of Turin, six City tickets of 100 minutes for 11.80, a
/// single one 1.90 on a phone and 2.00 on paper (2023).
@Tag("CO-10")
final class CarnetTest {

  private static final FareOptions ORDINARY = FareOptions.ordinary();
  private static final String CARNET = "feed,product,of,rides";

  private static FareCalendar turin() {
    FareTown town =
        new FareTown(
            "gtt",
            "offer city:app 190",
            "offer city:paper 200",
            "offer multicity:paper 1180",
            "leg g 0 city",
            "leg g 1 city",
            "change g g free 6000");
    town.with(fares ->
        fares
            .add(new org.toret.network.fare.build.FareRows.Medium("app", "", 4))
            .add(new org.toret.network.fare.build.FareRows.Medium("paper", "", 1)));
    return new FareTables().table("fare-carnet", CARNET, "multi,gtt,multicity,city,6").over(town);
  }

  @Test
  void whoHoldsACarnetPaysNothingMore() {
    FareOptions holder =
        ORDINARY.withHolds(List.of(new HeldProduct("gtt", "multicity", HeldProduct.UNUSED)));
    // more than 100 minutes apart: three tickets
    String[] rides = {"0 A-B 08:00-08:10", "1 B-C 10:00-10:10", "1 C-D 12:00-12:10"};

    FareResult fare = price(holder, rides);

    assertThat(price(ORDINARY, rides).cents()).isEqualTo(3 * 190);
    assertThat(fare.cents()).isZero();
    assertThat(fare.items()).hasSize(3);
    assertThat(fare.items()).extracting(FareItem::name).containsOnly("multicity");
  }

  @Test
  @Tag("CO-21")
  void aPartySharesTheTicketsOfACarnet() {
    FareOptions holder =
        ORDINARY.withHolds(List.of(new HeldProduct("gtt", "multicity", HeldProduct.UNUSED)));

    assertThat(price(holder.withPersons(6), "0 A-B 08:00-08:10").cents()).isZero();
    assertThat(price(holder.withPersons(8), "0 A-B 08:00-08:10").cents()).isEqualTo(2 * 190);
    assertThat(price(holder.withPersons(6), "0 A-B 08:00-08:10", "1 B-C 10:00-10:10").cents())
        .isEqualTo(6 * 190);
  }

  @Test
  void aCarnetHasNoMoreTicketsThanItHas() {
    FareOptions holder =
        ORDINARY.withHolds(List.of(new HeldProduct("gtt", "multicity", HeldProduct.UNUSED)));
    String[] rides = new String[7];
    for (int i = 0; i < rides.length; i++) {
      rides[i] = "0 A-B %02d:00-%02d:10".formatted(6 + 2 * i, 6 + 2 * i);
    }

    assertThat(price(holder, rides).cents()).isEqualTo(190);
  }

  @Test
  void theShareOfOneTicketIsShownToWhoAsks() {
    FareOptions onPaper = ORDINARY.withMedium("paper");

    assertThat(price(onPaper, "0 A-B 08:00-08:10").cents()).isEqualTo(200);
    FareResult share = price(onPaper.withCarnets(), "0 A-B 08:00-08:10");
    // 11.80 / 6 = 1.966…
    assertThat(share.cents()).isEqualTo(197);
    assertThat(share.items().getFirst().name()).isEqualTo("multicity 1/6");
    assertThat(share.items().getFirst().rule()).isEqualTo("fare-carnet@2026-01-01#multi");
    // on the phone a single ticket is cheaper still
    assertThat(price(ORDINARY.withCarnets(), "0 A-B 08:00-08:10").cents()).isEqualTo(190);
  }

  private static FareResult price(FareOptions options, String... rides) {
    return turin().on(FareTown.DAY).price(ride(rides), options);
  }
}
