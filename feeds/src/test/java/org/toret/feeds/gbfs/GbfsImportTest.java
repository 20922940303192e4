package org.toret.feeds.gbfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.PricingPlans;
import org.toret.network.sharing.Propulsion;
import org.toret.network.sharing.ReturnConstraint;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingBuilder;
import org.toret.network.sharing.VehicleTypes;
import org.toret.network.sharing.ZoneRule;

@Tag("SH-01")
final class GbfsImportTest {

  private static final long AT = 1_789_452_900;

  @TempDir Path folder;

  private final Notices notices = new Notices();

  @Test
  void versionTwoIsReadAndItsFaultsAreTold() throws IOException {
    Sharing sharing = read(GbfsText.second(folder));
    assertThat(sharing.systems().names().get(0)).isEqualTo("Prova");
    assertThat(sharing.stations().count()).isEqualTo(2);
    assertThat(sharing.stations().ids().get(1)).isEqualTo("f:2");
    assertThat(sharing.stations().regions().get(0)).isEqualTo("Centro");
    assertThat(sharing.stations().capacities()).containsExactly(9, -1);
    assertThat(sharing.types().form(1)).isEqualTo(FormFactor.SCOOTER_STANDING);
    assertThat(sharing.types().maxRangeMetres()).containsExactly(VehicleTypes.NO_RANGE, 20_000);
    assertThat(sharing.types().returns(0)).isEqualTo(ReturnConstraint.ANY_STATION);
    assertThat(sharing.types().plans()).containsExactly(0, -1);
    assertThat(sharing.plans().cents(0, 10, 3)).isEqualTo(100);
    assertThat(notices.count("gbfs_plan_undefined")).isOne();
    assertThat(notices.count("gbfs_plan_invalid")).isOne();
    assertThat(notices.count("gbfs_no_position")).isOne();
    assertThat(notices.count("gbfs_duplicate_id")).isOne();
  }

  @Test
  void whatCanBeTakenAndGivenBack() throws IOException {
    Sharing sharing = read(GbfsText.second(folder));
    Availability now = status(sharing);
    assertThat(now.atEpochSeconds()).containsExactly(AT);
    assertThat(now.vehicles(0, 0)).isEqualTo(3);
    assertThat(now.vehicles(0, 1)).as("none of the other type").isZero();
    assertThat(now.mayReturn(0, 0)).as("full").isFalse();
    assertThat(now.vehicles(1, 0)).as("does not rent").isZero();
    assertThat(now.mayReturn(1, 1)).isTrue();
    assertThat(now.floating().count()).isOne();
    assertThat(now.floating().ids().get(0)).isEqualTo("f:v1");
    assertThat(now.floating().rangeMetres()).containsExactly(1431);
    assertThat(notices.count("gbfs_station_undefined")).isOne();
  }

  @Test
  void whatIsOldIsUnknown() throws IOException {
    Availability then = status(read(GbfsText.second(folder)));
    assertThat(then.freshAt(AT + 1800, 1800)).isSameAs(then);
    Availability late = then.freshAt(AT + 1801, 1800);
    assertThat(late.knows(0)).isFalse();
    assertThat(late.isKnown(0)).isFalse();
    assertThat(late.floating().count()).isZero();
    assertThat(late.vehicles(0, 0)).isZero();
  }

  @Test
  void versionThreeIsRead() throws IOException {
    Sharing sharing = read(GbfsText.third(folder));
    assertThat(sharing.systems().versions().get(0)).isEqualTo("3.1-RC2");
    assertThat(sharing.types().names().get(0)).isEqualTo("Cargo");
    assertThat(sharing.types().propulsion(0)).isEqualTo(Propulsion.ELECTRIC_ASSIST);
    assertThat(sharing.types().returns(0)).isEqualTo(ReturnConstraint.FREE_FLOATING);
    assertThat(sharing.types().plans()).as("the only plan there is").containsExactly(0, 0);
    assertThat(sharing.plans().has(0, PricingPlans.TAXED_APART)).isTrue();
    assertThat(sharing.plans().has(0, PricingPlans.SURGE)).isTrue();
    assertThat(notices.count("gbfs_form_unknown")).isOne();
    assertThat(notices.count("gbfs_hours_not_used")).isOne();
    Availability now = status(sharing);
    assertThat(now.atEpochSeconds()).containsExactly(AT);
    assertThat(now.floating().plans()).containsExactly(0);
  }

  @Test
  @Tag("SH-02")
  void aZoneOfVersionTwoThatAllowsEverythingIsWhereRidesMayEnd() throws IOException {
    Path path = GbfsText.second(folder);
    GbfsText.zone(path, "2.3", "{'ride_allowed':true,'ride_through_allowed':true}", "");
    Sharing sharing = read(path);
    assertThat(at(sharing, 45.05).end()).isTrue();
    assertThat(at(sharing, 45.15)).isEqualTo(new ZoneRule(true, false, true, ZoneRule.NO_LIMIT));
  }

  @Test
  @Tag("SH-02")
  void aZoneOfVersionTwoThatForbidsSaysNothingAboutElsewhere() throws IOException {
    Path path = GbfsText.second(folder);
    GbfsText.zone(
        path,
        "2.3",
        "{'vehicle_type_ids':['s'],'ride_allowed':false,'ride_through_allowed':false}",
        "");
    Sharing sharing = read(path);
    assertThat(at(sharing, 45.05)).isEqualTo(new ZoneRule(false, false, false, ZoneRule.NO_LIMIT));
    assertThat(at(sharing, 45.15)).isEqualTo(ZoneRule.FREE);
    assertThat(sharing.zones().rule(0, 0, 450_500_000, 76_500_000)).isEqualTo(ZoneRule.FREE);
  }

  @Test
  @Tag("SH-02")
  void versionThreeTellsStartEndAndElsewhereApart() throws IOException {
    Path path = GbfsText.third(folder);
    GbfsText.zone(
        path,
        "3.0",
        "{'ride_start_allowed':false,'ride_end_allowed':true,'ride_through_allowed':true,"
            + "'maximum_speed_kph':6}",
        "{'ride_start_allowed':true,'ride_end_allowed':false,'ride_through_allowed':false}");
    Sharing sharing = read(path);
    assertThat(at(sharing, 45.05)).isEqualTo(new ZoneRule(false, true, true, 6));
    assertThat(at(sharing, 45.15)).isEqualTo(new ZoneRule(true, false, false, ZoneRule.NO_LIMIT));
  }

  @Test
  void aDamagedFileCostsOnlyWhatItHolds() throws IOException {
    Path path = GbfsText.second(folder);
    Files.writeString(path.resolve("system_pricing_plans.json"), "{\"data\":");
    Sharing sharing = read(path);
    assertThat(sharing.stations().count()).isEqualTo(2);
    assertThat(sharing.plans().count()).isZero();
    assertThat(notices.count("gbfs_unreadable")).isOne();
  }

  @Test
  void withoutTypesAllAreBicycles() throws IOException {
    Path path = GbfsText.second(folder);
    Files.delete(path.resolve("vehicle_types.json"));
    Sharing sharing = read(path);
    assertThat(sharing.types().count()).isOne();
    assertThat(sharing.types().form(0)).isEqualTo(FormFactor.BICYCLE);
    assertThat(sharing.types().plans()).as("the only plan that can be read").containsExactly(0);
  }

  @Test
  void aFolderWithoutSystemIsRefused() throws IOException {
    Files.createDirectories(folder);
    GbfsText.file(folder, "station_information.json", "2.3", "{'stations':[]}");
    Outcome<GbfsImport.Summary> outcome =
        GbfsImport.read("f", folder, new SharingBuilder(), notices);
    assertThat(outcome).isEqualTo(Outcome.refused("gbfs_no_system", "f"));
  }

  private ZoneRule at(Sharing sharing, double lat) {
    int type = sharing.types().count() - 1;
    return sharing.zones().rule(0, type, (int) Math.round(lat * 1e7), 76_500_000);
  }

  private Sharing read(Path path) {
    SharingBuilder builder = new SharingBuilder();
    assertThat(GbfsImport.read("f", path, builder, notices)).isInstanceOf(Outcome.Done.class);
    return builder.build();
  }

  private Availability status(Sharing sharing) {
    AvailabilityBuilder builder = new AvailabilityBuilder(sharing);
    GbfsStatus.read(folder, sharing, 0, builder, notices);
    return builder.build();
  }
}
