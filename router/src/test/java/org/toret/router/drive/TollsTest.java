package org.toret.router.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.base.geo.GeoPoint;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.CarUser;
import org.toret.router.drive.TollTown.Ready;
import org.toret.router.fare.FareResult;
import org.toret.router.toll.Tolls;

/// An avenue of four streets, with a zone over its middle two, and a road around it:
///
/// ```
///   (0,0) --- (1,0) === (2,0) === (3,0) --- (4,0)
///     |                                       |
///   (0,1) --- (1,1) --- (2,1) --- (3,1) --- (4,1)
/// ```
///
/// The avenue takes 400 seconds from end to end, the way around 600.
@Tag("ST-06")
final class TollsTest {

  private static final CarUser CAR = new CarUser("petrol", 6, Set.of());
  private static final GeoPoint WEST = TollTown.at(0.0001, 0);
  private static final GeoPoint EAST = TollTown.at(3.9999, 0);
  private static final String TUESDAY = "2026-09-15T10:00";
  private static final String ZONE = "Area C,,,day,750,EUR,Mo-Fr 07:30-19:30; PH off,,,,0";

  private static TollTown town(String toll) {
    TollTown town = new TollTown(5, 2);
    for (int x = 0; x < 4; x++) {
      town.street(x, 0, x + 1, 0, TollTown.KMH, x == 1 || x == 2 ? toll : "");
      town.street(x, 1, x + 1, 1, TollTown.KMH, "");
    }
    return town.street(0, 0, 0, 1, TollTown.KMH, "").street(4, 0, 4, 1, TollTown.KMH, "");
  }

  private static TollTown zoned() {
    return town("").zone("z:c", "Area C", 1.4, -0.3, 2.6, 0.3);
  }

  private static TollTown area(String... rows) {
    return zoned().prices("zone-charge", "zone", rows);
  }

  private static List<String> told(Ready town, GeoPoint from, GeoPoint to, String at, CarUser car) {
    List<String> told = new ArrayList<>();
    long when = LocalDateTime.parse(at).atZone(TollTown.ZONE).toEpochSecond();
    for (DriveOption option : town.find(from, to, at, car)) {
      FareResult fare = price(town, option, when, car);
      told.add(
          (option.walk() == null ? "door " : "walk ")
              + Math.round(option.drive().seconds() / 10.0) * 10
              + (fare.known() ? " pays " : " unknown, at least ")
              + fare.atLeastCents());
    }
    return told;
  }

  private static FareResult price(Ready town, DriveOption option, long when, CarUser car) {
    return town.tolls().price(List.of(new Tolls.Driven(0, option.drive().track(), when, car)));
  }

  @Test
  void whoDoesNotPayDrivesAround() {
    Ready town = area(ZONE).ready();
    assertThat(told(town, WEST, EAST, TUESDAY, CAR))
        .containsExactly("door 400 pays 750", "door 600 pays 0");
    DriveOption paid = town.find(WEST, EAST, TUESDAY, CAR).getFirst();
    long when = LocalDateTime.parse(TUESDAY).atZone(TollTown.ZONE).toEpochSecond();
    assertThat(price(town, paid, when, CAR).items())
        .singleElement()
        .satisfies(item -> {
          assertThat(item.kind()).isEqualTo("toll");
          assertThat(item.name()).isEqualTo("Area C");
          assertThat(item.rule()).isEqualTo("zone-charge@2026-01-01#r0");
          assertThat(item.product()).isEqualTo("z:c");
        });
  }

  @Test
  void whoGoesInsideMayParkOutsideAndWalk() {
    Ready town = area(ZONE).ready();
    List<String> found = told(town, WEST, TollTown.at(1.9, 0), TUESDAY, CAR);
    assertThat(found).hasSize(2);
    assertThat(found.get(0)).isEqualTo("door 190 pays 750");
    assertThat(found.get(1)).startsWith("walk ").endsWith(" pays 0");
  }

  /// At night, on weekends and holidays, to electric cars and to residents it costs nothing or
  /// less.
  @ParameterizedTest
  @CsvSource({
    "2026-09-15T07:00, petrol, , 0",
    "2026-09-15T19:30, petrol, , 0",
    "2026-09-15T19:25, petrol, , 750",
    "2026-09-19T10:00, petrol, , 0",
    "2026-12-08T10:00, petrol, , 0",
    "2026-09-15T10:00, electric, , 0",
    "2026-09-15T10:00, '', , 750",
    "2026-09-15T10:00, petrol, z:c, 300",
    "2026-09-15T10:00, petrol, disabled, 0"
  })
  void theHourTheCarAndThePermitTell(String at, String fuel, String permit, int cents) {
    Ready town =
        area(
                ZONE,
                "z:c,,,day,0,EUR,,electric,,,1",
                "z:c,,Residents,day,300,EUR,Mo-Fr 07:30-19:30; PH off,,,z:c,2",
                "z:c,,,day,0,EUR,,,,disabled,3")
            .ready();
    CarUser car = new CarUser(fuel, 6, permit == null ? Set.of() : Set.of(permit));
    List<String> found = told(town, WEST, EAST, at, car);
    assertThat(found.getFirst()).isEqualTo("door 400 pays " + cents);
    assertThat(found).hasSize(cents > 0 ? 2 : 1);
  }

  /// Who begins a minute before half past seven comes to the gate after it.
  @Test
  void theMomentOfEntryCounts() {
    Ready town = area(ZONE).ready();
    assertThat(told(town, WEST, EAST, "2026-09-15T07:28:30", CAR).getFirst())
        .isEqualTo("door 400 pays 750");
    assertThat(told(town, WEST, EAST, "2026-09-15T07:27:30", CAR).getFirst())
        .isEqualTo("door 400 pays 0");
  }

  @ParameterizedTest
  @CsvSource({"day, 750, 0", "entry, 750, 0", "passage, 1500, 750", "use, 750, 750"})
  void unitsDiffer(String unit, int through, int out) {
    Ready town = area("Area C,,," + unit + ",750,EUR,,,,,0").ready();
    assertThat(told(town, WEST, EAST, TUESDAY, CAR).getFirst())
        .isEqualTo("door 400 pays " + through);
    assertThat(told(town, TollTown.at(2.1, 0), EAST, TUESDAY, CAR).getFirst())
        .isEqualTo("door 190 pays " + out);
  }

  /// Two drives on one day need one ticket for the day, but two entries.
  @ParameterizedTest
  @CsvSource({"day, 750", "entry, 1500"})
  void aTicketForTheDayIsBoughtOnce(String unit, int cents) {
    Ready town = area("Area C,,," + unit + ",750,EUR,,,,,0").ready();
    DriveOption through = town.find(WEST, EAST, TUESDAY, CAR).getFirst();
    long when = LocalDateTime.parse(TUESDAY).atZone(TollTown.ZONE).toEpochSecond();
    FareResult both =
        town.tolls()
            .price(
                List.of(
                    new Tolls.Driven(0, through.drive().track(), when, CAR),
                    new Tolls.Driven(2, through.drive().track(), when + 7200, CAR)));
    assertThat(both.known()).isTrue();
    assertThat(both.atLeastCents()).isEqualTo(cents);
  }

  @Test
  void aRoadWithoutAPriceIsNotFree() {
    Ready town = town("road|A4||").ready();
    assertThat(told(town, WEST, EAST, TUESDAY, CAR))
        .containsExactly("door 400 unknown, at least 0", "door 600 pays 0");
  }

  @ParameterizedTest
  @CsvSource({
    "'A4,,,passage,210,EUR,,,,,0', 210",
    "'Torino - Milano,,,passage,220,EUR,,,,,0', 220",
    "'A4,,,km,7.5,EUR,,,,,0', 15",
    "'A4,,,passage,210,EUR,,,,,0;A4,,,passage,420,EUR,,,5,,1', 210"
  })
  void aRoadIsPaidByTheStretchOrTheKilometre(String rows, int cents) {
    Ready town =
        town("road|A4|Torino - Milano|").prices("road-toll", "road", rows.split(";")).ready();
    assertThat(told(town, WEST, EAST, TUESDAY, CAR))
        .containsExactly("door 400 pays " + cents, "door 600 pays 0");
  }

  @Test
  void theMapsOwnPriceCountsWhereNoTableHasOne() {
    Ready town = town("road|A4||1.80 EUR").ready();
    assertThat(told(town, WEST, EAST, TUESDAY, CAR).getFirst()).isEqualTo("door 400 pays 180");
  }

  /// A price in rush hours alone, one beside another, a toll by night, and one for lorries; who has
  /// a permit pays less.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "|yes||7.50 EUR @ (Mo-Fr 07:30-19:30); 2026-09-15T10:00; pays 750",
        "|yes||7.50 EUR @ (Mo-Fr 07:30-19:30); 2026-09-15T19:27; pays 750",
        "|yes||7.50 EUR @ (Mo-Fr 07:30-19:30); 2026-09-15T19:30; pays 0",
        "|yes||7.50 EUR @ (Mo-Fr 07:30-19:30); 2026-09-19T10:00; pays 0",
        "1 EUR|yes||2 EUR @ (Mo-Fr 07:30-19:30); 2026-09-15T10:00; pays 200",
        "1 EUR|yes||2 EUR @ (Mo-Fr 07:30-19:30); 2026-09-15T20:00; pays 100",
        "3 EUR|no|yes @ (22:00-06:00)|; 2026-09-15T23:00; pays 300",
        "3 EUR|no|yes @ (22:00-06:00)|; 2026-09-15T10:00; pays 0",
        "3 EUR|yes|no @ (Sa,Su,PH)|; 2026-12-08T10:00; pays 0",
        "3 EUR|yes|no @ (Sa,Su,PH)|; 2026-12-09T10:00; pays 300",
        "1 EUR|yes||16 EUR @ (weight>3.5); 2026-09-15T10:00; pays 100",
        "1 EUR|yes||16 EUR/hgv @ (Mo-Fr 07:30-19:30); 2026-09-15T10:00; pays 100",
        "1 EUR|yes||16 EUR @ hgv; 2026-09-15T10:00; pays 100",
        "1 EUR|yes||0.50 EUR @ (residents); 2026-09-15T10:00; pays 100",
        "1 EUR|yes||0.10 EUR/km @ (Tu); 2026-09-15T10:00; pays 20",
        "1 EUR|yes||2 EUR @ (Tu AND 07:00-12:00); 2026-09-15T10:00; pays 200",
        "1 EUR|yes||2 EUR @ (Tu AND 07:00-12:00); 2026-09-16T10:00; pays 100",
        "1 EUR|yes||2 EUR @ (Oct-Apr); 2026-09-15T10:00; pays 100",
        "1 EUR|yes||2 EUR @ (Oct-Apr); 2026-10-15T10:00; pays 200",
        "1 EUR|yes||2 EUR @ (Oct 15-Apr 15); 2026-09-15T10:00; unknown, at least 0",
        "1 EUR|yes||2 EUR @ (Oct 15-Apr 15)/3 EUR @ (Tu); 2026-09-15T10:00; pays 300",
        "1 EUR|yes|no @ (sunset-sunrise)|; 2026-09-15T10:00; unknown, at least 0",
        "1 EUR|yes||cheap @ (Tu); 2026-09-15T10:00; unknown, at least 0",
        "1 EUR|yes||cheap @ (Tu); 2026-09-16T10:00; pays 100",
        "1 EUR|yes||2 EUR @ summer; 2026-09-15T10:00; unknown, at least 0"
      })
  void theMapsConditionsTellWhatIsPaidWhen(String price, String at, String paid) {
    Ready town = town("road|A4||" + price.replace('/' + "3 EUR", "; 3 EUR")).ready();
    assertThat(told(town, WEST, EAST, at, CAR).getFirst()).isEqualTo("door 400 " + paid);
  }

  @Test
  void whoHasAPermitOfTheRoadOrAnotherFuelPaysWhatTheMapSays() {
    String price = "1 EUR|yes||0.50 EUR @ residents; 0 EUR @ electric";
    Ready town = town("road|A4||" + price).ready();
    CarUser resident = new CarUser("petrol", 6, Set.of("road:A4"));
    assertThat(told(town, WEST, EAST, TUESDAY, resident).getFirst()).isEqualTo("door 400 pays 50");
    CarUser electric = new CarUser("electric", 0, Set.of());
    assertThat(told(town, WEST, EAST, TUESDAY, electric)).containsExactly("door 400 pays 0");
  }

  /// A row of the table goes before whatever the map says.
  @Test
  void aTableGoesBeforeTheMapsConditions() {
    Ready town =
        town("road|A4|||yes||7.50 EUR @ (Mo-Fr 07:30-19:30)")
            .prices("road-toll", "road", "A4,,,passage,210,EUR,,,,,0")
            .ready();
    assertThat(told(town, WEST, EAST, TUESDAY, CAR).getFirst()).isEqualTo("door 400 pays 210");
  }

  @Test
  void aPriceOfTheMapThatCannotBeReadIsANotice() {
    Ready town =
        town("road|A4||1 EUR|yes||2 EUR @ (Oct 15-Apr 15); 3 EUR @ (Tu); cheap @ (We)").ready();
    assertThat(town.tolls().check())
        .allMatch(notice -> notice.code().equals("charge_condition_unread"))
        .extracting(notice -> notice.args().getFirst() + " on " + notice.args().getLast())
        .containsExactly("2 EUR @ (Oct 15-Apr 15) on 2", "cheap @ (We) on 2");
    assertThat(town("road|A4||1 EUR|yes||2 EUR @ (Tu); 9 EUR @ hgv").ready().tolls().check())
        .isEmpty();
  }

  /// Two booths with a road between them: the price is for the pair.
  @Test
  void aPairOfBoothsHasItsPrice() {
    TollTown town = new TollTown(5, 2);
    town.street(0, 0, 1, 0, TollTown.KMH, "booth||Nord|");
    town.street(1, 0, 2, 0, TollTown.KMH, "road|A4||");
    town.street(2, 0, 3, 0, TollTown.KMH, "booth||Sud|");
    town.street(3, 0, 4, 0, TollTown.KMH, "");
    town.prices(
        "road-toll",
        "road",
        "Sud,Nord,,passage,310,EUR,,,,,0",
        "Sud,,,passage,900,EUR,,,,,5",
        "Nord,,,passage,0,EUR,,,,,0");
    Ready ready = town.ready();
    assertThat(told(ready, WEST, EAST, TUESDAY, CAR)).containsExactly("door 400 pays 310");
    assertThat(told(ready, TollTown.at(1.2, 0), EAST, TUESDAY, CAR))
        .containsExactly("door 280 pays 900");
  }

  /// What a publisher says counts until the table has rows for the zone.
  @Test
  void aZoneMayTellItsOwnCharge() {
    AccessCondition morning =
        AccessCondition.always(false).at(AccessCondition.MONDAY_TO_FRIDAY, 7 * 3600, 12 * 3600);
    for (String charge : List.of("2.50 EUR", "yes")) {
      Ready town =
          town("")
              .zone(
                  new AccessRegime("z:m", "Mitte", true, List.of(morning), charge),
                  1.4,
                  -0.3,
                  2.6,
                  0.3)
              .ready();
      assertThat(told(town, WEST, EAST, TUESDAY, CAR).getFirst())
          .isEqualTo(charge.equals("yes") ? "door 400 unknown, at least 0" : "door 400 pays 250");
      assertThat(told(town, WEST, EAST, "2026-09-15T13:00", CAR))
          .containsExactly("door 400 pays 0");
    }
  }

  @Test
  void aRowThatCannotBeReadIsAnUnknownPriceAndANotice() {
    Ready town = area("Area C,,,day,750,EUR,sometimes,,,,0", "Area D,,,day,100,EUR,,,,,0").ready();
    assertThat(told(town, WEST, EAST, TUESDAY, CAR).getFirst())
        .isEqualTo("door 400 unknown, at least 0");
    assertThat(town.tolls().check())
        .extracting(notice -> notice.code())
        .containsExactly("charge_row_unread", "charge_for_nothing");
  }
}
