package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.router.fare.FareTown.ride;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.fare.build.FareRows;

/// Tariffs of very different kinds, each as a small rule set with journeys whose price anybody can
/// work out from the operator's leaflet. The amounts are those known of the year named and serve as
/// examples; what is tested is that the kind of tariff can be stated.
@Tag("CO-07")
final class TariffTest {

  private static final FareOptions ORDINARY = FareOptions.ordinary();

  /// Île-de-France since January 2025: one ticket for metro, train and RER (2.50, two hours), one
  /// for bus and tram (2.00, 90 minutes), no change between the two families; 13.00 to or from an
  /// airport, the way there by metro or RER included.
  private static FareTown ileDeFrance() {
    FareTown town =
        new FareTown(
            "idf",
            "offer rail 250",
            "offer surface 200",
            "offer airport 1300",
            "leg rail 0 rail",
            "leg rail 1 rail",
            "leg surface 2 surface",
            "leg surface 3 surface",
            "leg airport 0 airport",
            "leg airport 1 airport",
            "change rail rail free 7200",
            "change surface surface free 5400",
            "change airport airport free 7200");
    return town.with(fares -> fares.addStopArea("airport", 'Z'))
        .leg("airport", "1", "airport", "", "", "", "airport", 0)
        .leg("airport", "1", "", "airport", "", "", "airport", 0);
  }

  @Test
  void parisHasTwoFamiliesOfTickets() {
    FareTown town = ileDeFrance();

    assertThat(cents(town, "0 A-B 08:00-08:10", "1 B-C 08:15-08:40")).isEqualTo(250);
    assertThat(cents(town, "2 A-B 08:00-08:10", "3 B-C 08:15-08:40")).isEqualTo(200);
    assertThat(cents(town, "0 A-B 08:00-08:10", "2 B-C 08:15-08:40")).isEqualTo(450);
    assertThat(cents(town, "2 A-B 08:00-08:10", "2 B-C 09:30-09:40")).isEqualTo(200);
    assertThat(cents(town, "2 A-B 08:00-08:10", "2 B-C 09:31-09:40")).isEqualTo(400);
    // who has left the metro for a bus needs a new ticket for either
    assertThat(cents(town, "0 A-B 08:00-08:10", "2 B-C 08:15-08:20", "0 C-D 08:25-08:30"))
        .isEqualTo(250 + 200 + 250);
  }

  @Test
  void anAirportOfParisHasItsOwnTicket() {
    FareTown town = ileDeFrance();

    assertThat(cents(town, "1 A-Z 08:00-08:40")).isEqualTo(1300);
    assertThat(cents(town, "0 A-B 08:00-08:10", "1 B-Z 08:15-08:50")).isEqualTo(1300);
    assertThat(cents(town, "1 Z-A 08:00-08:40", "0 A-B 08:45-08:50")).isEqualTo(1300);
    assertThat(cents(town, "2 A-B 08:00-08:10", "1 B-Z 08:15-08:50")).isEqualTo(1500);
    assertThat(cents(town, "0 A-B 08:00-08:10")).isEqualTo(250);
  }

  /// Vancouver in 2024, stored value: 2.60, 3.85 and 5.10 for one to three zones by rail, one zone
  /// by bus wherever it goes, one zone by rail too from 18:30 on and at weekends, 90 minutes; 5.00
  /// more from the airport; what more zones cost is paid as an upgrade.
  private static FareTown vancouver() {
    int today = (int) FareTown.DAY.toEpochDay();
    FareTown town =
        new FareTown(
            "van",
            "offer z1 260",
            "offer z2 385",
            "offer z3 510",
            "offer y1 760",
            "offer y2 885",
            "offer y3 1010",
            "offer up1 125",
            "offer up2 250",
            "offer island 0",
            "leg g1 1 z1");
    town.with(fares -> {
      fares.addStopArea("1", 'A').addStopArea("1", 'B').addStopArea("2", 'C').addStopArea("3", 'D');
      fares.addStopArea("sea", 'Y').addStopArea("sea", 'X');
      fares.prioritised().add(new FareRows.JoinRule("0", "0", -1, -1));
      fares.add(new FareRows.Timeframe("day", 0, 66_600, new int[] {today}));
      fares.add(new FareRows.Timeframe("evening", 66_600, 86_400, new int[] {today}));
    });
    for (int from = 1; from <= 3; from++) {
      for (int to = 1; to <= 3; to++) {
        rail(town, String.valueOf(from), String.valueOf(to), Math.abs(from - to) + 1, "z");
      }
      rail(town, String.valueOf(from), "sea", Math.abs(from - 2) + 1, "z");
      rail(town, "sea", String.valueOf(from), Math.abs(from - 2) + 1, "y");
    }
    town.leg("", "0", "sea", "sea", "", "", "island", 0);
    for (int has = 1; has <= 3; has++) {
      for (int needs = 1; needs <= 3; needs++) {
        String more = needs > has ? "up" + (needs - has) : "free";
        town.rows("change g" + has + " g" + needs + " " + more + " 5400");
      }
    }
    return town;
  }

  private static void rail(FareTown town, String from, String to, int zones, String product) {
    town.leg("g" + zones, "0", from, to, "day", "", product + zones, 0);
    town.leg("g1", "0", from, to, "evening", "", product + 1, 0);
  }

  @Test
  void vancouverCountsZonesByRailOnly() {
    FareTown town = vancouver();

    assertThat(cents(town, "1 A-D 08:00-08:50")).isEqualTo(260);
    assertThat(cents(town, "1 A-B 08:00-08:20", "1 B-D 09:29-09:50")).isEqualTo(260);
    assertThat(cents(town, "1 A-B 08:00-08:20", "1 B-D 09:31-09:50")).isEqualTo(520);
    assertThat(cents(town, "0 A-C 08:00-08:20")).isEqualTo(385);
    assertThat(cents(town, "0 A-C 18:29-18:50")).isEqualTo(385);
    assertThat(cents(town, "0 A-C 18:30-18:50")).isEqualTo(260);
    // changing trains inside the stations: from the first zone to the last
    assertThat(cents(town, "0 A-C 08:00-08:20", "0 C-D 08:25-08:50")).isEqualTo(510);
  }

  @Test
  void vancouverUpgradesATicket() {
    FareTown town = vancouver();

    assertThat(cents(town, "1 A-B 08:00-08:20", "0 B-D 08:25-08:50")).isEqualTo(510);
    assertThat(cents(town, "0 A-D 08:00-08:40", "1 D-A 08:45-09:20")).isEqualTo(510);
    assertThat(cents(town, "1 A-B 18:00-18:20", "0 B-D 18:35-18:50")).isEqualTo(260);
  }

  @Test
  void vancouverAsksMoreFromTheAirport() {
    FareTown town = vancouver();

    assertThat(cents(town, "0 Y-A 08:00-08:30")).isEqualTo(885);
    assertThat(cents(town, "0 A-Y 08:00-08:30")).isEqualTo(385);
    assertThat(cents(town, "0 Y-X 08:00-08:05")).isZero();
    assertThat(cents(town, "0 Y-A 19:00-19:30", "1 A-B 19:35-19:50")).isEqualTo(760);
  }

  /// A zone tariff as around Leipzig: the city is one zone, prices by zones, an extra zone ticket
  /// for who holds a pass of the city. Tickets for a number of stops: [FareTableTest].
  private static FareTown leipzig() {
    FareTown town =
        new FareTown(
            "mdv",
            "offer z1 350",
            "offer z2 520",
            "offer z3 690",
            "change z1 z1 free 3600",
            "change z2 z2 free 5400",
            "change z3 z3 free 7200",
            "change z2 z1 free 5400",
            "change z3 z1 free 7200");
    town.with(fares ->
        fares
            .addStopArea("110", 'A')
            .addStopArea("110", 'B')
            .addStopArea("162", 'C')
            .addStopArea("164", 'D'));
    String[] zones = {"110", "162", "164"};
    for (int from = 0; from < zones.length; from++) {
      for (int to = 0; to < zones.length; to++) {
        int count = Math.abs(from - to) + 1;
        town.leg("z" + count, "", zones[from], zones[to], "", "", "z" + count, 0);
      }
    }
    return town;
  }

  @Test
  void leipzigCountsZones() {
    FareTown town = leipzig();

    assertThat(cents(town, "1 A-B 08:00-08:20", "2 B-A 08:30-08:50")).isEqualTo(350);
    assertThat(cents(town, "1 A-C 08:00-08:20")).isEqualTo(520);
    assertThat(cents(town, "1 C-A 08:00-08:20", "2 A-B 08:30-08:50")).isEqualTo(520);
    assertThat(cents(town, "1 A-D 08:00-08:50")).isEqualTo(690);
  }

  @Test
  void aPassOfLeipzigHoldsInItsZone() {
    FareCalendar calendar =
        new FareTables()
            .table(
                "fare-pass",
                "feed,product,name,on,network,area,stops,period",
                "abo,mdv,abo110,Abo zone 110,,,110,,month")
            .over(leipzig());
    FareOptions pass =
        ORDINARY.withHolds(List.of(new HeldProduct("mdv", "abo110", HeldProduct.UNUSED)));
    FareEngine engine = calendar.on(FareTown.DAY);

    assertThat(engine.price(ride("1 A-B 08:00-08:20"), pass).cents()).isZero();
    assertThat(engine.price(ride("1 A-B 08:00-08:20", "2 C-D 08:30-08:50"), pass).cents())
        .isEqualTo(520);
    assertThat(engine.price(ride("1 A-C 08:00-08:20"), pass).cents()).isEqualTo(520);
  }

  private static int cents(FareTown town, String... rides) {
    return town.engine().price(ride(rides), ORDINARY).cents();
  }
}
