package org.toret.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCityTest {

  private static final List<String> FILES =
      List.of("city.yaml", "demo-gtt.zip", "demo-sfm.zip", "demo-streets.osm.pbf");

  @TempDir private Path folder;

  @Test
  void twoRunsWriteTheSameBytes() throws Exception {
    DemoCity.write(folder.resolve("one"));
    DemoCity.write(folder.resolve("two"));
    for (String file : FILES) {
      assertThat(
              Files.mismatch(
                  folder.resolve("one").resolve(file), folder.resolve("two").resolve(file)))
          .as(file)
          .isEqualTo(-1);
    }
  }
}
