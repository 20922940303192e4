package org.toret.router.hire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleTableReader;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.Propulsion;
import org.toret.network.sharing.ReturnConstraint;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingBuilder;
import org.toret.network.sharing.SharingRows.SystemRow;
import org.toret.network.sharing.SharingRows.TypeRow;
import org.toret.network.sharing.VehicleTypes;
import org.toret.network.street.StreetNetwork;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.AccessZonesBuilder;
import org.toret.router.path.RandomStreets;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.walk.StopSites;

/// Shared cars of two kinds and a zone that is always closed; a rule exempts the electric ones.
@Tag("ST-07")
final class HireZonesTest {

  private static final int ELECTRIC = 0;
  private static final int PETROL = 1;
  private static final int SIDE = 12;
  private static final LocalDate DAY = LocalDate.of(2026, 9, 15);
  private static final String TABLE =
      """
      # table: hire-zone
      # version: 2026-01-01
      # source me: a test | none | 2026
      row,system,zone,propulsion
      a,f,Zone,electric
      """;

  private final StreetNetwork streets = RandomStreets.of(3, SIDE);
  private final Sharing sharing =
      new SharingBuilder()
          .add(
              new SystemRow("f", "f", "Town", "3.0", "", ""),
              List.of(type("e", Propulsion.ELECTRIC), type("p", Propulsion.COMBUSTION)),
              List.of(),
              List.of(),
              List.of())
          .build();
  private final AccessZones zones = zones();

  private static TypeRow type(String id, Propulsion propulsion) {
    return new TypeRow(
        id,
        id,
        FormFactor.CAR,
        propulsion,
        VehicleTypes.NO_RANGE,
        "",
        ReturnConstraint.FREE_FLOATING);
  }

  private AccessZones zones() {
    AccessZonesBuilder builder = new AccessZonesBuilder();
    int[] ring = {
      450_030_000,
      76_040_000,
      450_030_000,
      76_110_000,
      450_080_000,
      76_110_000,
      450_080_000,
      76_040_000
    };
    List<AccessCondition> conditions =
        List.of(AccessCondition.always(false), AccessCondition.always(true).holding("z:1"));
    builder.area(new AccessRegime("z:1", "Zone", true, conditions), List.of(ring));
    return builder.build(streets);
  }

  private HireZones rules(boolean told) {
    Notices notices = new Notices();
    RuleBook rules =
        told
            ? RuleBook.of(List.of(new RuleTableReader("t", notices).read(TABLE).orElseThrow()))
            : RuleBook.EMPTY;
    assertThat(notices.listAll()).isEmpty();
    return HireZones.of(sharing, zones, rules);
  }

  private BitSet closed(HireZones rules, int type) {
    var noon = DAY.atTime(12, 0);
    return zones.closed(rules.car(type, DAY), noon, noon, day -> false);
  }

  @Test
  void onlyWhomARuleExemptsMayEnter() {
    assertThat(closed(rules(true), ELECTRIC).isEmpty()).isTrue();
    assertThat(closed(rules(true), PETROL).isEmpty()).isFalse();
    assertThat(closed(rules(false), ELECTRIC).isEmpty()).isFalse();
    assertThat(rules(true).isTold(ELECTRIC, DAY)).isTrue();
    assertThat(rules(true).isTold(PETROL, DAY)).isFalse();
    assertThat(rules(true).isExempt(rules(true).car(ELECTRIC, DAY), "z:1")).isTrue();
    assertThat(rules(true).isExempt(rules(true).car(PETROL, DAY), "z:1")).isFalse();
  }

  @Test
  void theOthersDriveAround() {
    driveAround(engine());
  }

  @Test
  void theOthersDriveAroundWhateverGeofencesAreToldLive() {
    driveAround(engine().with(sharing.withZones(0, List.of())));
  }

  private HireEngine engine() {
    StreetRouter router = StreetRouter.of(streets, StopSites.of(new int[0], new int[0]), 0);
    return HireEngine.of(sharing, streets, zones, router);
  }

  private void driveAround(HireEngine engine) {
    BitSet shut = zones.edges(closed(rules(true), PETROL));
    int around = 0;
    for (int i = 0; i < 40; i++) {
      GeoPoint from = new GeoPoint(45.0005, 7.6005 + i * 0.0003);
      GeoPoint to = new GeoPoint(45.0105, 7.6135 - i * 0.0003);
      var exempt = engine.ride(ELECTRIC, from, to, Rider.at(4), closed(rules(true), ELECTRIC));
      var other = engine.ride(PETROL, from, to, Rider.at(4), closed(rules(true), PETROL));
      if (exempt.isPresent() && other.isPresent()) {
        assertThat(crosses(other.get(), shut)).isFalse();
        assertThat(other.get().seconds()).isGreaterThanOrEqualTo(exempt.get().seconds());
        around += crosses(exempt.get(), shut) ? 1 : 0;
      }
    }
    assertThat(around).isGreaterThan(5);
  }

  private static boolean crosses(StreetPath path, BitSet edges) {
    for (int i = 0; i < path.track().count(); i++) {
      if (edges.get(path.track().edge(i))) {
        return true;
      }
    }
    return false;
  }
}
