package org.toret.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("DE-01")
final class DemoCityTest {

  @TempDir private Path folder;

  @Test
  void writesTheSameBytesWhateverTheMachinesLanguageAndTimeZone() throws Exception {
    Path first = DemoFiles.folder();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      DemoCity.write(folder);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    for (String file :
        new String[] {
          "city.yaml",
          "demo-bikes/station_information.json",
          "demo-gtt.zip",
          "demo-sfm.zip",
          "demo-streets.osm.pbf"
        }) {
      assertThat(DemoFiles.same(first.resolve(file), folder.resolve(file))).as(file).isTrue();
    }
  }

  @Test
  void versionIsInTheFeeds() throws Exception {
    assertThat(DemoFiles.feed("demo-gtt.zip").rows("feed_info.txt").getFirst())
        .containsEntry("feed_version", "demo-" + DemoCity.version());
  }

  @Test
  void cityFileMarksTheDemo() throws Exception {
    assertThat(Files.readString(DemoFiles.folder().resolve("city.yaml")))
        .contains("name: Torino (demo)", "timezone: Europe/Rome", "demo: true");
  }
}
