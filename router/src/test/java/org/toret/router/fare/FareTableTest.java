package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.router.fare.FareTown.ride;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notices;

/// Prices by pairs of stations, by distance and by the number of stops. The amounts are those of
/// published tariffs and serve as examples; what is expected is worked out by hand from them.
@Tag("CO-08")
final class FareTableTest {

  private static final FareOptions ORDINARY = FareOptions.ordinary();
  private static final String TABLE =
      "feed,network,from,to,ways,overKm,toKm,stops,product,group,cents,currency,priority,through";

  /// The regional trains of Piedmont (tariff 39/13/1 of December 2019, second class): 1.50 up to 5
  /// km, 2.00 up to 10, 2.20 up to 15, 2.80 up to 20; between Settimo and Chieri 39/13/11 holds:
  /// 2.40 from Settimo to Turin, 2.40 to Chieri, 1.50 from Trofarello to Chieri. Stations: Turin T
  /// and L, Settimo S, Trofarello U, Chieri V, beyond it W; kilometres are made up.
  private static FareTables piedmont(String through) {
    String bands = through + "\n";
    return new FareTables()
        .line("0 S0 T10 L14 U23 V32")
        .line("0 V0 U9 L18 T22 S32")
        .line("1 T0 W4.2")
        .line("1 W0 T4.2")
        .line("2 T0 S10")
        .table(
            "fare-table",
            TABLE,
            ("km5,r,,,,,0,5,,,,150,EUR,," + bands)
                + ("km10,r,,,,,5,10,,,,200,EUR,," + bands)
                + ("km15,r,,,,,10,15,,,,220,EUR,," + bands)
                + ("km20,r,,,,,15,20,,,,280,EUR,," + bands)
                + ("settimo-turin,r,,S,T L,,,,,,,240,EUR,1," + bands)
                + ("settimo-chieri,r,,S,V,,,,,,,240,EUR,1," + bands)
                + ("trofarello-chieri,r,,U,V,,,,,,,150,EUR,1," + through));
  }

  private static FareCalendar trains(String through) {
    return piedmont(through).over(new FareTown("r"));
  }

  @Test
  void aTrainCostsByItsKilometres() {
    FareCalendar calendar = trains("");

    assertThat(cents(calendar, "1 T-W 08:00-08:06")).isEqualTo(150);
    assertThat(cents(calendar, "0 T-L 08:00-08:06")).isEqualTo(150);
    assertThat(cents(calendar, "0 L-U 08:00-08:10")).isEqualTo(200);
    assertThat(cents(calendar, "0 T-U 08:00-08:15")).isEqualTo(220);
    assertThat(cents(calendar, "0 L-V 08:00-08:25")).isEqualTo(280);
  }

  @Test
  void aPairOfStationsGoesBeforeTheKilometres() {
    FareCalendar calendar = trains("");

    assertThat(cents(calendar, "0 S-T 08:00-08:10")).isEqualTo(240);
    assertThat(cents(calendar, "0 L-S 08:00-08:14")).isEqualTo(240);
    assertThat(cents(calendar, "0 S-V 08:00-08:40")).isEqualTo(240);
    assertThat(cents(calendar, "0 V-U 08:00-08:10")).isEqualTo(150);
    FareItem item = price(calendar, "0 V-U 08:00-08:10").items().getFirst();
    assertThat(item.product()).isEqualTo("trofarello-chieri");
    assertThat(item.rule()).isEqualTo("fare-table@2026-01-01#trofarello-chieri");
    assertThat(item.source()).isEqualTo("a test (2026)");
  }

  @Test
  void whatNoRowNamesHasNoPrice() {
    FareResult far = price(trains(""), "0 T-V 08:00-08:30");

    assertThat(far.known()).isFalse();
    assertThat(far.atLeastCents()).isZero();
    assertThat(far.reason()).isEqualTo("no_fare_rule");
    // nobody knows how long a ride is whose line is not measured
    assertThat(price(trains(""), "3 T-L 08:00-08:06").known()).isFalse();
  }

  @Test
  void aThroughTicketCountsAllTrainsTogether() {
    String[] rides = {"0 U-T 08:00-08:15", "1 T-W 08:25-08:31"};

    assertThat(cents(trains(""), rides)).isEqualTo(220 + 150);
    assertThat(cents(trains("yes"), rides)).isEqualTo(280);
    // out of the station in between: two tickets
    assertThat(cents(trains("yes"), "0 U-T 08:00-08:15", "0 L-U 09:00-09:10")).isEqualTo(220 + 200);
    // from Turin by way of Settimo to Chieri no row holds: 42 km
    assertThat(price(trains("yes"), "2 T-S 08:00-08:10", "0 S-V 08:20-09:00").known()).isFalse();
  }

  @Test
  void theSearchCarriesTablesButNoThroughTickets() {
    List<RiddenLeg> rides = ride("0 U-T 08:00-08:15", "1 T-W 08:25-08:31");
    TicketStates apart = states(trains(""));
    TicketStates through = states(trains("yes"));

    int priced = TicketStatesTest.after(apart, apart.start(), rides);
    int later = TicketStatesTest.after(through, through.start(), rides);

    assertThat(apart.cents(priced)).isEqualTo(220 + 150);
    assertThat(apart.unknownRides(priced)).isZero();
    assertThat(through.cents(later)).isZero();
    assertThat(through.unknownRides(later)).isEqualTo(2);
    assertThat(trains("yes").on(FareTown.DAY).price(rides, ORDINARY).cents()).isEqualTo(280);
  }

  private static TicketStates states(FareCalendar calendar) {
    return calendar.on(FareTown.DAY).states(ORDINARY, new int[] {0, 0, 0}, FareTown.at("00:00"), 1);
  }

  /// Leipzig in 2018: 2.70 for one hour in the city; up to four stops by tram or bus, stops passed
  /// without a call included and without a change, for 2.10 (a quarter of four short trips for
  /// 8.40).
  private static FareCalendar leipzig() {
    FareTown town =
        new FareTown("mdv", "offer one 270", "leg z 1 one", "leg z 2 one", "change z z free 3600");
    return new FareTables()
        .line("1 A0 B0.4 C0.8 D1.2 E1.6 F2.1 G2.8")
        .line("1 A0 C0.8 F2.1 G2.8")
        .line("2 A0 E1.4 G2.5")
        .table("fare-table", TABLE, "short,mdv,,,,,,,4,,,210,,,")
        .over(town);
  }

  @Test
  void aShortTripIsCountedInStops() {
    FareCalendar calendar = leipzig();

    assertThat(cents(calendar, "1 A-E 08:00-08:08")).isEqualTo(210);
    assertThat(cents(calendar, "1 A-F 08:00-08:10")).isEqualTo(270);
    assertThat(cents(calendar, "1 B-F 08:00-08:08")).isEqualTo(210);
    assertThat(cents(calendar, "2 A-G 08:00-08:06")).isEqualTo(210);
    assertThat(cents(calendar, "1 A-C 08:00-08:04", "2 E-G 08:10-08:14")).isEqualTo(270);
    assertThat(cents(calendar, "1 A-C 08:00-08:04", "2 E-G 09:10-09:14")).isEqualTo(420);
  }

  @Test
  void anExpressThatCallsAtLessIsNoShorterTrip() {
    assertThat(cents(leipzig(), "1 A-F 08:00-08:06")).isEqualTo(270);
  }

  /// The belts around Turin (2024): 3.80 inside Turin and the first belt, for 100 minutes; 4.50,
  /// for 120 minutes, where one end is in the second or both are. Beyond them nothing is published.
  @Test
  void turinHasTwoBelts() {
    FareTown town =
        new FareTown(
            "gtt",
            "offer bim_a 380",
            "offer bim_b 450",
            "leg a 9 bim_a",
            "leg b 9 bim_b",
            "change a a free 6000",
            "change b b free 7200",
            "change b a free 7200");
    town.with(fares ->
        fares.addStopArea("first", 'A').addStopArea("first", 'B').addStopArea("second", 'C'));
    FareCalendar calendar =
        new FareTables()
            .table(
                "fare-table",
                TABLE,
                "a,gtt,2,first,first,,,,,bim_a,a,,,,",
                "b,gtt,2,second,first second,,,,,bim_b,b,,,,")
            .over(town);

    assertThat(cents(calendar, "2 A-B 08:00-08:30")).isEqualTo(380);
    assertThat(cents(calendar, "2 A-C 08:00-08:50")).isEqualTo(450);
    assertThat(cents(calendar, "2 C-A 08:00-08:50")).isEqualTo(450);
    assertThat(cents(calendar, "2 A-B 08:00-08:30", "2 B-A 09:40-10:10")).isEqualTo(380);
    assertThat(cents(calendar, "2 A-B 08:00-08:30", "2 B-A 09:41-10:10")).isEqualTo(760);
    assertThat(cents(calendar, "2 C-B 08:00-08:50", "2 B-A 09:59-10:10")).isEqualTo(450);
    assertThat(price(calendar, "2 A-D 08:00-09:10").known()).isFalse();
  }

  @Test
  void areasAndGroupsOfTheFeedMayBeNamed() {
    FareTown town =
        new FareTown("t", "offer one 200", "leg z 1 one", "change z z free 3600")
            .with(fares -> fares.addStopArea("in", 'A').addStopArea("in", 'B'))
            .with(fares -> fares.addStopArea("out", 'C'));
    FareCalendar calendar =
        new FareTables()
            .table("fare-table", TABLE, "x,t,2,in,out,one,,,,,z,350,,,", "y,t,3,,,,,,,one,z,,,,")
            .over(town);

    assertThat(cents(calendar, "2 A-C 08:00-08:10")).isEqualTo(350);
    assertThat(price(calendar, "2 C-A 08:00-08:10").known()).isFalse();
    assertThat(cents(calendar, "2 B-C 08:00-08:10", "1 C-D 08:20-08:30")).isEqualTo(350);
    assertThat(cents(calendar, "3 B-C 08:00-08:10", "1 C-D 08:20-08:30")).isEqualTo(200);
  }

  @Test
  void aRowThatFitsNothingIsTold() {
    FareCalendar calendar =
        new FareTables()
            .table(
                "fare-table",
                TABLE,
                "a,t,tram,,,,,,,,,100,,,",
                "b,t,,A nowhere,,,,,,,,100,,,",
                "c,t,,,,,9,5,,,,100,,,",
                "d,t,,,,,,,,other,,,,,",
                "e,t,,,,,,,,,,,,,",
                "f,t,,,,,,,,,no,100,,,",
                "g,t,,,,,,,,,,100,euro,,")
            .over(new FareTown("t", "offer one 200", "leg z 1 one"));

    assertThat(calendar.check(FareTown.DAY).listAll())
        .flatExtracting(Notices.Tally::examples)
        .extracting(notice -> notice.code() + notice.args())
        .containsExactly(
            "fare_term_unknown[a, network, tram]",
            "fare_term_unknown[b, from, A nowhere]",
            "fare_term_unknown[c, toKm, 5]",
            "fare_term_unknown[d, product, other]",
            "fare_term_unknown[e, cents, ]",
            "fare_term_unknown[f, group, no]",
            "fare_term_unknown[g, currency, euro]");
  }

  @Test
  void pricesChangeOnTheirDay() {
    FareCalendar calendar =
        new FareTables()
            .line("0 A0 B4")
            .dated("2026-09-01", "fare-table", TABLE, "k,t,,,,,0,5,,,,150,EUR,,")
            .dated("2026-09-16", "fare-table", TABLE, "k,t,,,,,0,5,,,,170,EUR,,")
            .over(new FareTown("t"));
    List<RiddenLeg> rides = ride("0 A-B 08:00-08:10");

    assertThat(calendar.on(FareTown.DAY).price(rides, ORDINARY).cents()).isEqualTo(150);
    assertThat(calendar.on(FareTown.DAY.plusDays(1)).price(rides, ORDINARY).cents()).isEqualTo(170);
    assertThat(calendar.on(FareTown.DAY.minusDays(30)).price(rides, ORDINARY).reason())
        .isEqualTo("no_fare_data");
  }

  private static int cents(FareCalendar calendar, String... rides) {
    return price(calendar, rides).cents();
  }

  private static FareResult price(FareCalendar calendar, String... rides) {
    return calendar.on(FareTown.DAY).price(ride(rides), ORDINARY);
  }
}
