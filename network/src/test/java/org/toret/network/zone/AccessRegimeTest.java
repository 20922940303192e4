package org.toret.network.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.columns.Csr;
import org.toret.base.outcome.Outcome;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

final class AccessRegimeTest {

  private static final LocalDate HOLIDAY = LocalDate.of(2026, 12, 8);

  private static AccessRegime random(Random random) {
    List<AccessCondition> conditions =
        random
            .ints(1 + random.nextInt(3), 0, 24)
            .mapToObj(hour ->
                AccessCondition.always(random.nextBoolean())
                    .at(random.nextInt(512), hour * 3600, random.nextInt(25) * 3600)
                    .concerning(
                        random.nextInt(3) == 0 ? 1 + random.nextInt(62) : 0,
                        random.nextInt(3) == 0 ? random.nextInt(7) : AccessCondition.ANY_EURO)
                    .holding(random.nextInt(4) == 0 ? "p" : ""))
            .toList();
    return new AccessRegime("f:1", "Zone", random.nextBoolean(), conditions);
  }

  /// Open for a whole time means open at each of its minutes.
  @Test
  void aTimeIsOpenWhenEveryMinuteIs() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      AccessRegime regime = random(random);
      CarUser car =
          new CarUser(
              CarUser.FUELS.get(random.nextInt(6)),
              random.nextInt(7),
              random.nextBoolean() ? Set.of("p") : Set.of());
      LocalDateTime from =
          HOLIDAY.minusDays(4).atStartOfDay().plusMinutes(random.nextInt(8 * 1440));
      int minutes = random.nextInt(300);
      boolean all = true;
      for (int minute = 0; minute <= minutes; minute++) {
        all &= regime.isOpen(car, from.plusMinutes(minute), HOLIDAY::equals);
      }
      assertThat(regime.isOpen(car, from, from.plusMinutes(minutes), HOLIDAY::equals))
          .as("%s %s %s +%d", regime, car, from, minutes)
          .isEqualTo(all);
    }
  }

  @Test
  void zonesComeBackFromTheImage(@TempDir Path folder) throws Exception {
    Random random = new Random(9);
    List<AccessRegime> regimes = List.of(random(random), random(random), random(random));
    Csr edges = Csr.group(3, new int[] {0, 0, 2}, new int[] {4, 9, 4});
    ZoneAreas areas =
        ZoneAreas.ofRings(List.of(List.of(new int[] {0, 0, 0, 10, 10, 10}), List.of(), List.of()));
    ImageWriter image = new ImageWriter();
    new AccessZones(regimes, edges, areas).write(image);
    image.write(folder.resolve("i"));
    Outcome<AccessZones> outcome = ImageFile.open(folder.resolve("i")).map(AccessZones::read);
    AccessZones read = ((Outcome.Done<AccessZones>) outcome).value();
    assertThat(read.regimes()).isEqualTo(regimes);
    assertThat(read.edges().values()).containsExactly(4, 9, 4);
    assertThat(read.areas().isEverywhere(1)).isTrue();
    assertThat(read.of(4).stream()).containsExactly(0, 2);
    assertThat(read.of(5).stream()).isEmpty();
  }
}
