package org.toret.feeds.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.feeds.elevation.ElevationModel;
import org.toret.feeds.elevation.GeoTiff;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Published extracts of three cities, where `TORET_DATA` names a folder that has them. What is
/// expected is known from the files' own descriptions or from the cities.
final class RealStreetsTest {

  private static Path file(String city, String name) {
    String data = System.getenv("TORET_DATA");
    Path file = Path.of(data == null ? "" : data, city, name);
    assumeTrue(Files.exists(file), "TORET_DATA names no folder with " + city + "/" + name);
    return file;
  }

  private static StreetNetwork read(Path file, Heights heights) {
    return switch (OsmImport.read(file, heights, new Notices(), (step, share) -> {})) {
      case Outcome.Done<StreetNetwork>(StreetNetwork streets) -> streets;
      case Outcome.Refused<StreetNetwork> refused -> throw new AssertionError(refused.toString());
    };
  }

  private static double kilometres(StreetNetwork streets, int flag) {
    long decimetres = 0;
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      boolean counts = streets.edges().has(edge, flag);
      boolean copy = streets.edges().has(edge, StreetFlags.COPY);
      decimetres += counts && !copy ? streets.edges().decimetres()[edge] : 0;
    }
    return decimetres / 10_000.0;
  }

  @Test
  void turinHasItsStreetsAndNames() {
    StreetNetwork streets = read(file("torino", "streets.osm.pbf"), Heights.NONE);
    // the extract's description: 1,816 km, no turn restrictions, no steps
    assertThat(kilometres(streets, 0)).isBetween(1780.0, 1840.0);
    assertThat(streets.forbiddenTurns().values()).isEmpty();
    assertThat(kilometres(streets, StreetFlags.STEPS)).isZero();
    TreeSet<String> names = new TreeSet<>();
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      names.add(streets.names().get(edge));
    }
    assertThat(names).contains("Via Roma", "Corso Francia", "Corso Unione Sovietica", "Via Po");
  }

  @Test
  void milanHasItsTurnRestrictionsStairsAndWater() {
    StreetNetwork streets = read(file("milano", "streets.osm.pbf"), Heights.NONE);
    // 1,331 restrictions in the file; a mandatory turn forbids several, incomplete ones none
    assertThat(streets.forbiddenTurns().values().length).isBetween(1000, 4000);
    assertThat(kilometres(streets, StreetFlags.STEPS)).isPositive();
    TreeSet<String> waters = new TreeSet<>();
    MapFeatures features = streets.features();
    for (int i = 0; i < features.count(); i++) {
      if (features.kind(i) == MapFeatures.Kind.WATERWAY) {
        waters.add(features.names().get(i));
      }
    }
    assertThat(waters).anyMatch(name -> name.contains("Naviglio"));
  }

  @Test
  void portoAlegreHasHills() {
    Outcome<ElevationModel> model = GeoTiff.read(file("porto-alegre", "elevation.tif"));
    assertThat(model).isInstanceOf(Outcome.Done.class);
    if (model instanceof Outcome.Done<ElevationModel>(ElevationModel elevation)) {
      StreetNetwork streets = read(file("porto-alegre", "streets.osm.pbf"), elevation);
      assertThat(streets.nodes().hasElevation()).isTrue();
      int highest = 0;
      for (int height : streets.nodes().elevationsDecimetres()) {
        highest = Math.max(highest, height);
      }
      assertThat(highest).isBetween(500, 3200);
    }
  }
}
