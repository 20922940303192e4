package org.toret.network.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.outcome.Outcome;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;
import org.toret.network.sharing.SharingRows.RuleRow;
import org.toret.network.sharing.SharingRows.SystemRow;
import org.toret.network.sharing.SharingRows.TypeRow;
import org.toret.network.sharing.SharingRows.ZoneRow;

/// Squares of a thousand units, side by side and over one another.
@Tag("SH-02")
final class GeofencingZonesTest {

  private static final int ALL = 7;
  private static final int NO_END = GeofencingZones.START | GeofencingZones.THROUGH;
  private static final int NO_LIMIT = ZoneRule.NO_LIMIT;

  @Test
  void theEarlierZoneHoldsWhereTwoOverlap() {
    var zones =
        zones(
            zone(false, square(0, 0), rule(NO_END, 10)),
            zone(false, square(0, 500), rule(ALL, NO_LIMIT)));
    assertThat(zones.rule(0, 0, 500, 700)).isEqualTo(new ZoneRule(true, false, true, 10));
    assertThat(zones.rule(0, 0, 500, 1200)).isEqualTo(ZoneRule.FREE);
    assertThat(zones.rule(0, 0, 5000, 5000)).isEqualTo(ZoneRule.FREE);
  }

  @Test
  void whatTheEarlierLeavesOpenTheLaterFillsInBeforeVersionThree() {
    var open = rule(ALL, NO_LIMIT);
    var slow = rule(NO_END, 6);
    var old = zones(zone(true, square(0, 0), open), zone(true, square(0, 0), slow));
    assertThat(old.rule(0, 0, 500, 500)).isEqualTo(new ZoneRule(true, true, true, 6));
    var young = zones(zone(false, square(0, 0), open), zone(false, square(0, 0), slow));
    assertThat(young.rule(0, 0, 500, 500)).isEqualTo(ZoneRule.FREE);
  }

  @Test
  void rulesForEverywhereHoldOutsideAllZones() {
    var zones =
        zones(
            zone(false, square(0, 0), rule(ALL, NO_LIMIT)),
            new ZoneRow("", false, List.of(), List.of(rule(NO_END, NO_LIMIT))));
    assertThat(zones.rule(0, 0, 500, 500).end()).isTrue();
    assertThat(zones.rule(0, 0, 500, 5000).end()).isFalse();
  }

  @Test
  void aRuleHoldsForItsVehicleTypesAlone() {
    var zones =
        zones(
            zone(
                false,
                square(0, 0),
                new RuleRow(List.of("a"), 0, NO_LIMIT),
                new RuleRow(List.of("unheard-of"), 0, NO_LIMIT),
                rule(NO_END, NO_LIMIT)));
    assertThat(zones.rule(0, 0, 500, 500).through()).isFalse();
    assertThat(zones.rule(0, 1, 500, 500).through()).isTrue();
    assertThat(zones.restrictsRiding(0, 0)).isTrue();
    assertThat(zones.restrictsRiding(0, 1)).isFalse();
  }

  @Test
  void parkingAtStationsOnlyIsNoPlaceToEndElsewhere() {
    int flags = ALL | GeofencingZones.STATION_PARKING;
    var zones = zones(zone(false, square(0, 0), rule(flags, NO_LIMIT)));
    assertThat(zones.rule(0, 0, 500, 500).end()).isFalse();
    assertThat(zones.rule(0, 0, 500, 500).start()).isTrue();
  }

  @Test
  void aHoleIsOutside() {
    int[] hole = {400, 400, 400, 600, 600, 600, 600, 400, 400, 400};
    var row = new ZoneRow("", false, List.of(square(0, 0), hole), List.of(rule(0, NO_LIMIT)));
    assertThat(zones(row).rule(0, 0, 500, 500)).isEqualTo(ZoneRule.FREE);
    assertThat(zones(row).rule(0, 0, 300, 500).start()).isFalse();
  }

  @Test
  @Tag("CC-01")
  void anImageKeepsEverything(@TempDir Path folder) throws Exception {
    Sharing sharing = sharing(zone(true, square(7, 8), rule(NO_END, 25)));
    ImageWriter image = new ImageWriter();
    sharing.write(image);
    image.write(folder.resolve("sharing.img"));
    if (!(ImageFile.open(folder.resolve("sharing.img"))
        instanceof Outcome.Done<ImageFile>(ImageFile file))) {
      throw new AssertionError("unreadable");
    }
    assertThat(Sharing.read(file)).usingRecursiveComparison().isEqualTo(sharing);
  }

  private static RuleRow rule(int flags, int maxKmh) {
    return new RuleRow(List.of(), flags, maxKmh);
  }

  private static ZoneRow zone(boolean combines, int[] ring, RuleRow... rules) {
    return new ZoneRow("", combines, List.of(ring), List.of(rules));
  }

  private static int[] square(int lat, int lon) {
    return new int[] {lat, lon, lat, lon + 1000, lat + 1000, lon + 1000, lat + 1000, lon, lat, lon};
  }

  private static GeofencingZones zones(ZoneRow... rows) {
    return sharing(rows).zones();
  }

  private static Sharing sharing(ZoneRow... rows) {
    List<TypeRow> types = List.of(type("a"), type("b"));
    return new SharingBuilder()
        .add(
            new SystemRow("s", "s", "S", "3.0", "", ""), types, List.of(), List.of(), List.of(rows))
        .build();
  }

  private static TypeRow type(String id) {
    return new TypeRow(
        id,
        id,
        FormFactor.BICYCLE,
        Propulsion.HUMAN,
        VehicleTypes.NO_RANGE,
        "",
        ReturnConstraint.FREE_FLOATING);
  }
}
