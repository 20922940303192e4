package org.toret.feeds.gbfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingBuilder;
import org.toret.network.sharing.ZoneRule;

/// Folders as they are published; the numbers are those of their descriptions.
@Tag("SH-01")
@EnabledIfEnvironmentVariable(
    named = "TORET_DATA",
    matches = ".+",
    disabledReason = "TORET_DATA names no folder of published data")
final class PublishedGbfsTest {

  private final Path data = Path.of(String.valueOf(System.getenv("TORET_DATA")));
  private final Notices notices = new Notices();

  @ParameterizedTest
  @CsvSource({"gbfs-2.3, 2.3", "gbfs-3.0, 3.0"})
  void turinInBothVersions(String folder, String version) {
    Path path = data.resolve("torino/realtime").resolve(folder);
    Sharing sharing = read(path);
    assertThat(sharing.systems().versions().get(0)).isEqualTo(version);
    assertThat(sharing.stations().count()).isEqualTo(165);
    assertThat(sharing.types().plans()).containsExactly(0, 1);
    AvailabilityBuilder builder = new AvailabilityBuilder(sharing);
    GbfsStatus.read(path, sharing, 0, builder, notices);
    Availability now = builder.build();
    assertThat(now.atEpochSeconds()).containsExactly(1_789_452_900L);
    assertThat(Arrays.stream(now.vehiclesByType().counts()).sum()).isEqualTo(1_038);
    assertThat(total(now, 1)).as("e-bikes").isEqualTo(199);
    ZoneRule castello = sharing.zones().rule(0, 1, 450_710_000, 76_855_000);
    assertThat(castello).isEqualTo(new ZoneRule(true, false, true, 15));
    ZoneRule bicycle = sharing.zones().rule(0, 0, 450_710_000, 76_855_000);
    assertThat(bicycle.maxKmh()).as("slow e-bikes only").isEqualTo(ZoneRule.NO_LIMIT);
    assertThat(notices.count(Severity.ERROR)).isZero();
  }

  @Test
  void parisHasManyZones() {
    Path path = data.resolve("formats/gbfs-fixtures/v3.0");
    Sharing sharing = read(path);
    assertThat(sharing.zones().count()).isGreaterThanOrEqualTo(272);
    AvailabilityBuilder builder = new AvailabilityBuilder(sharing);
    GbfsStatus.read(path, sharing, 0, builder, notices);
    assertThat(builder.build().floating().count()).isPositive();
  }

  private static int total(Availability now, int type) {
    int sum = 0;
    for (int i = 0; i < now.vehiclesByType().types().length; i++) {
      sum += now.vehiclesByType().types()[i] == type ? now.vehiclesByType().counts()[i] : 0;
    }
    return sum;
  }

  private Sharing read(Path path) {
    SharingBuilder builder = new SharingBuilder();
    assertThat(GbfsImport.read("f", path, builder, notices)).isInstanceOf(Outcome.Done.class);
    return builder.build();
  }
}
