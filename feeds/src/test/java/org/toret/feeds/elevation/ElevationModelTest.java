package org.toret.feeds.elevation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.outcome.Outcome;

@Tag("ST-01")
final class ElevationModelTest {

  @TempDir Path folder;

  private static ElevationModel twoByTwo(float missing) {
    return new ElevationModel(new float[] {100, 200, 300, missing}, 2, 2, 7, 45, 0.1, 0.1);
  }

  @Test
  void readsTheHeightAtCellCentres() {
    ElevationModel model = twoByTwo(400);
    assertThat(model.metres(45, 7)).isEqualTo(100);
    assertThat(model.metres(45, 7.1)).isCloseTo(200, within(1e-6));
    assertThat(model.metres(44.9, 7)).isCloseTo(300, within(1e-6));
    assertThat(model.metres(44.9, 7.1)).isCloseTo(400, within(1e-6));
  }

  @Test
  void interpolatesBetweenThem() {
    ElevationModel model = twoByTwo(400);
    assertThat(model.metres(44.95, 7.05)).isCloseTo(250, within(1e-6));
    assertThat(model.metres(45, 7.025)).isCloseTo(125, within(1e-6));
  }

  @Test
  void knowsNothingOutside() {
    assertThat(twoByTwo(400).metres(46, 7)).isNaN();
    assertThat(twoByTwo(400).metres(45, 7.2)).isNaN();
    assertThat(twoByTwo(400).metres(45.04, 6.96)).isEqualTo(100);
  }

  @Test
  void passesOverCellsWithoutAValue() {
    assertThat(twoByTwo(Float.NaN).metres(44.95, 7.05)).isBetween(100.0, 300.0);
  }

  @Test
  void refusesWhatIsNoGeoTiff() throws Exception {
    Path text = Files.writeString(folder.resolve("a.tif"), "This is not a picture");
    Path empty = Files.createFile(folder.resolve("b.tif"));
    assertThat(GeoTiff.read(text)).isInstanceOf(Outcome.Refused.class);
    assertThat(GeoTiff.read(empty)).isInstanceOf(Outcome.Refused.class);
    assertThat(GeoTiff.read(folder.resolve("missing.tif"))).isInstanceOf(Outcome.Refused.class);
  }

  /// The platform's reader threw a `NullPointerException` here.
  @Test
  @Tag("HO-20")
  void refusesATagWhoseDataIsCutOff() throws Exception {
    byte[] bytes =
        HexFormat.of()
            .parseHex(
                "49492a00080000000d000001030001000000080000000101030001000000"
                    + "080000000201030001000000200000000301030001000000010000000601"
                    + "03000100000001000000110104000100000090");
    Path cut = Files.write(folder.resolve("c.tif"), bytes);
    assertThat(GeoTiff.read(cut)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void readsTheModelOfPortoAlegre() {
    String data = System.getenv("TORET_DATA");
    Path file = Path.of(data == null ? "" : data, "porto-alegre", "elevation.tif");
    assumeTrue(Files.exists(file), "TORET_DATA names no folder with porto-alegre/elevation.tif");
    assertThat(GeoTiff.read(file)).isInstanceOf(Outcome.Done.class);
    if (GeoTiff.read(file) instanceof Outcome.Done<ElevationModel>(ElevationModel model)) {
      // the lake front at the gasometer is at sea level, Morro Santana is the city's highest hill
      assertThat(model.metres(-30.0340, -51.2410)).isBetween(0.0, 15.0);
      assertThat(model.metres(-30.05, -51.20)).isBetween(5.0, 200.0);
      assertThat(model.metres(45, 7)).isNaN();
      assertThat(model.area().south()).isBetween(-30.2, -30.0);
    }
  }
}
