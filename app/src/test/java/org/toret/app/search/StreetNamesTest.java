package org.toret.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.demo.osm.PbfFile;
import org.toret.feeds.osm.OsmImport;
import org.toret.network.street.StreetNetwork;

/// ```
///   1 ─ Via Lunga ─ 2 ─ Via Lunga ─ 3        45.060, one step is 0.002° (157 m)
///                   │ Vicolo
///                   4                        45.058 (222 m south)
/// ```
final class StreetNamesTest {

  @TempDir Path folder;

  @Test
  void aPointIsCalledAfterTheNearestStreetAndNotTheNearestCorner() throws IOException {
    StreetNames names = new StreetNames(streets());
    assertThat(names.near(new GeoPoint(45.0602, 7.6012))).contains("Via Lunga");
    assertThat(names.near(new GeoPoint(45.0586, 7.6023))).contains("Vicolo");
    assertThat(names.near(new GeoPoint(45.0599, 7.6025))).contains("Via Lunga");
  }

  @Test
  void farFromAnyStreetThereIsNoName() throws IOException {
    assertThat(new StreetNames(streets()).near(new GeoPoint(45.0625, 7.602))).isEmpty();
    assertThat(new StreetNames(StreetNetwork.EMPTY).near(new GeoPoint(45.06, 7.6))).isEmpty();
  }

  private StreetNetwork streets() throws IOException {
    Path file = folder.resolve("streets.osm.pbf");
    try (OutputStream out = Files.newOutputStream(file)) {
      PbfFile.write(
          out,
          "test",
          List.of(
              node(1, 45.06, 7.6),
              node(2, 45.06, 7.602),
              node(3, 45.06, 7.604),
              node(4, 45.058, 7.602)),
          List.of(way(10, "Via Lunga", 1L, 2L, 3L), way(11, "Vicolo", 2L, 4L)));
    }
    return switch (OsmImport.read(file, Heights.NONE, new Notices(), (step, share) -> {})) {
      case Outcome.Done<StreetNetwork>(StreetNetwork streets) -> streets;
      case Outcome.Refused<StreetNetwork> refused -> throw new AssertionError(refused);
    };
  }

  private static PbfFile.Node node(long id, double lat, double lon) {
    return new PbfFile.Node(id, lat, lon, new TreeMap<>());
  }

  private static PbfFile.Line way(long id, String name, Long... nodes) {
    return new PbfFile.Line(
        id, List.of(nodes), new TreeMap<>(Map.of("highway", "residential", "name", name)));
  }
}
