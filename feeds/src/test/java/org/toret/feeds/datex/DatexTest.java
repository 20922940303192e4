package org.toret.feeds.datex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.notice.Notices;
import org.toret.base.xml.XmlElement;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.parking.ParkingState;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZonesBuilder;
import org.toret.network.zone.CarUser;

/// Conditions of zones by hand, and published files where `TORET_DATA` has them.
final class DatexTest {

  @TempDir Path folder;

  private final Notices notices = new Notices();

  private static String set(String operator, String... parts) {
    return "<conditions xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
        + " xsi:type='ConditionSet'><operator>"
        + operator
        + "</operator>"
        + String.join("", parts)
        + "</conditions>";
  }

  private static String vehicle(String characteristics) {
    return "<conditions xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
        + " xsi:type='VehicleCondition'><vehicleCharacteristics>"
        + characteristics
        + "</vehicleCharacteristics></conditions>";
  }

  private static final String WEEKDAYS =
      "<conditions xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
          + " xsi:type='ValidityCondition'><validityByOrder><validityTimeSpecification>"
          + "<overallStartTime>2025-01-01T00:00:00Z</overallStartTime><validPeriod>"
          + "<recurringTimePeriodOfDay><startTimeOfPeriod>08:00:00</startTimeOfPeriod>"
          + "<endTimeOfPeriod>19:00:00</endTimeOfPeriod></recurringTimePeriodOfDay>"
          + "<recurringDayWeekMonthPeriod><applicableDay>monday</applicableDay>"
          + "</recurringDayWeekMonthPeriod></validPeriod></validityTimeSpecification>"
          + "</validityByOrder></conditions>";

  private AccessRegime regime(String condition) throws IOException {
    Path file = Files.writeString(folder.resolve("c.xml"), condition);
    List<AccessCondition> conditions = CarConditions.of(XmlElement.read(file));
    return new AccessRegime("z:1", "Zone", true, conditions);
  }

  private static boolean open(AccessRegime regime, String fuel, int euro, String time) {
    return regime.isOpen(
        new CarUser(fuel, euro, Set.of()), LocalDateTime.parse(time), day -> false);
  }

  @Test
  void oldDieselsAreKeptOutOnMondays() throws IOException {
    String diesel = vehicle("<fuelType>diesel</fuelType>");
    String old =
        set(
            "or",
            vehicle(
                "<emissions><emissionClassificationEuro>euro1</emissionClassificationEuro></emissions>"),
            vehicle(
                "<emissions><emissionClassificationEuro>euro2</emissionClassificationEuro></emissions>"));
    AccessRegime regime = regime(set("and", WEEKDAYS, diesel, old));
    assertThat(open(regime, "diesel", 2, "2026-09-14T09:00")).isFalse();
    assertThat(open(regime, "diesel", 3, "2026-09-14T09:00")).isTrue();
    assertThat(open(regime, "petrol", 1, "2026-09-14T09:00")).isTrue();
    assertThat(open(regime, "diesel", 2, "2026-09-14T19:00")).isTrue();
    assertThat(open(regime, "diesel", 2, "2026-09-15T09:00")).isTrue();
    assertThat(open(regime, "diesel", 0, "2026-09-14T09:00")).isTrue();
  }

  @Test
  void exemptionsHold() throws IOException {
    String all = vehicle("<vehicleType>anyVehicle</vehicleType>");
    String battery = vehicle("<fuelType>battery</fuelType>");
    String exempt = set("or", battery).replace("<operator>", "<negate>true</negate><operator>");
    AccessRegime regime = regime(set("and", all, exempt));
    assertThat(open(regime, "electric", 0, "2026-09-14T09:00")).isTrue();
    assertThat(open(regime, "petrol", 6, "2026-09-14T09:00")).isFalse();
  }

  @Test
  void lorriesAreNoCars() throws IOException {
    assertThat(
            regime(set("or", vehicle("<vehicleType>heavyGoodsVehicle</vehicleType>"))).conditions())
        .isEmpty();
    String heavy =
        vehicle(
            "<grossWeightCharacteristic><comparisonOperator>greaterThan</comparisonOperator>"
                + "<grossVehicleWeight>3.5</grossVehicleWeight></grossWeightCharacteristic>");
    assertThat(regime(set("or", heavy)).conditions()).isEmpty();
  }

  /// A zone with rates is open against a charge, in the times of its regulations.
  @Test
  @Tag("ST-06")
  void aZoneWithRatesIsCharged() throws IOException {
    String zone =
        "<table xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><controlledZone id='c'>"
            + "<name><values><value>Area C</value></values></name>%s"
            + "<trafficRegulation><typeOfRegulation><accessRestrictionType>restrictedAccess"
            + "</accessRestrictionType></typeOfRegulation>"
            + set("and", WEEKDAYS, vehicle("<vehicleType>car</vehicleType>"))
                .replaceFirst("<conditions ", "<condition ")
                .replaceAll("</conditions>$", "</condition>")
            + "</trafficRegulation><posList>45 7 45 7.1 45.1 7.1 45.1 7</posList>"
            + "</controlledZone></table>";
    String flat =
        "<rates xsi:type='RateTable'><applicableCurrency>EUR</applicableCurrency>"
            + "<rateLineCollection><rateLine><rateLineType>flatRate</rateLineType>"
            + "<value>7.50</value></rateLine></rateLineCollection></rates>";
    assertThat(charge(zone.formatted(flat))).containsExactly("7.50 EUR");
    assertThat(charge(zone.formatted("<rates xsi:type='UnspecifiedRates'/>")))
        .containsExactly("yes");
    assertThat(charge(zone.formatted("<rates xsi:type='FreeOfCharge'/>"))).isEmpty();
  }

  /// The charges of the zones that are due on a Monday at nine and not in the evening.
  private List<String> charge(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("z.xml"), text);
    AccessZonesBuilder zones = new AccessZonesBuilder();
    ControlledZones.read("m", file, zones, notices);
    return zones.regimes().stream()
        .filter(regime -> !open(regime, "petrol", 6, "2026-09-14T09:00"))
        .filter(regime -> open(regime, "petrol", 6, "2026-09-14T20:00"))
        .map(AccessRegime::charge)
        .toList();
  }

  private static Path published(String... names) {
    String data = System.getenv("TORET_DATA");
    assumeTrue(data != null, "TORET_DATA names no folder");
    Path file = Path.of(data, names);
    assumeTrue(Files.exists(file), "TORET_DATA names no folder with " + file);
    return file;
  }

  /// The Dutch zero-emission zone is for vans and lorries (categories N1 to N3).
  @Test
  void thePublishedZoneForVansIsNoneForCars() {
    AccessZonesBuilder zones = new AccessZonesBuilder();
    ControlledZones.read(
        "nl", published("formats", "datex2", "nl-emission-zones.xml"), zones, notices);
    assertThat(notices.listAll()).extracting(n -> n.code()).contains("datex_zones_for_others");
    assertThat(notices.listAll()).extracting(n -> n.code()).doesNotContain("datex_unreadable");
  }

  @Test
  void publishedCarParksAreRead() {
    CarParksBuilder builder = new CarParksBuilder();
    Path fixed = published("formats", "parking", "aachen-static.xml");
    ParkingTables.parks("aachen", fixed, builder, notices);
    CarParks parks = builder.build();
    assertThat(parks.count()).isGreaterThan(5);
    int eurogress = parks.find("aachen:P1");
    assertThat(parks.names().get(eurogress)).isEqualTo("P01-Eurogress");
    assertThat(parks.capacities()[eurogress]).isEqualTo(560);
    Path now = published("formats", "parking", "aachen-realtime.xml");
    ParkingState state =
        ParkingState.unknown(parks)
            .with(ParkingTables.state("now", now, List.of("now", "aachen"), parks, notices));
    assertThat(state.newest()).isNotEqualTo(ParkingState.NEVER);
  }

  @Test
  void metresOfANationalGridAreNoDegrees() {
    CarParksBuilder builder = new CarParksBuilder();
    ParkingTables.parks(
        "s", published("formats", "parking", "stuttgart-static.xml"), builder, notices);
    // one of them all the same
    assertThat(builder.build().count()).isEqualTo(1);
    assertThat(notices.listAll()).extracting(n -> n.code()).contains("datex_parking_nowhere");
  }
}
