package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.router.fare.FareTown.ride;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.fare.build.FareRows;

/// A pass that holds between A and B where prices go by zone: the rest is paid, or the whole, as is
/// cheaper.
@Tag("CO-07")
final class PassAndZoneFareTest {

  private static final String[] RIDES = {"1 A-B 08:00-08:10", "2 B-C 08:20-08:30"};

  @Test
  void thePassLeavesTheRestToBePaid() {
    FareTown town = new FareTown("t").with(fares -> fares.add(fare("single", 300, 0)));

    assertThat(town.engine().price(ride(RIDES), FareOptions.ordinary()).cents()).isEqualTo(600);
    FareResult fare = price(town);
    assertThat(fare.cents()).isEqualTo(300);
    assertThat(fare.items())
        .filteredOn(item -> item.name().equals("Formula U"))
        .singleElement()
        .satisfies(item -> assertThat(item.legs()).containsExactly(0));
  }

  @Test
  void theWholeIsPaidWhereTheRestIsDearer() {
    FareResult fare = price(zones(500));

    assertThat(fare.cents()).isEqualTo(300);
    assertThat(fare.items()).extracting(FareItem::name).doesNotContain("Formula U");
  }

  @Test
  void theWholeIsPaidWhereTheRestHasNoPrice() {
    FareResult fare = price(zones(-1));

    assertThat(fare.known()).isTrue();
    assertThat(fare.cents()).isEqualTo(300);
  }

  @Test
  void thePassStandsWhereBothCostTheSame() {
    FareResult fare = price(zones(300));

    assertThat(fare.cents()).isEqualTo(300);
    assertThat(fare.items()).extracting(FareItem::name).contains("Formula U");
  }

  /// From A to C 3.00 with a change, from A to B 1.00, from B to C as given; no price below 0.
  private static FareTown zones(int rest) {
    return new FareTown("t")
        .with(fares -> {
          fares
              .add(fare("whole", 300, 1))
              .add(fare("first", 100, 0))
              .addStopZone("1", 'A')
              .addStopZone("2", 'B')
              .addStopZone("3", 'C')
              .add(new FareRows.ZoneRule("whole", -1, "1", "3", ""))
              .add(new FareRows.ZoneRule("first", -1, "1", "2", ""));
          if (rest >= 0) {
            fares.add(fare("rest", rest, 0)).add(new FareRows.ZoneRule("rest", -1, "2", "3", ""));
          }
        });
  }

  private static FareRows.ZoneFare fare(String id, int cents, int transfers) {
    return new FareRows.ZoneFare(id, cents, "EUR", transfers, -1, -1, 2);
  }

  private static FareResult price(FareTown town) {
    HeldProduct pass = new HeldProduct("t", "month", HeldProduct.UNUSED);
    return new FareTables()
        .table(
            "fare-pass",
            "feed,product,name,on,network,area,stops,period",
            "u,t,month,Formula U,,,,A B,month")
        .over(town)
        .on(FareTown.DAY)
        .price(ride(RIDES), FareOptions.ordinary().withHolds(List.of(pass)));
  }
}
