package org.toret.app.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.toret.app.TestServer;

/// Tiles of the demo city, read back by another library than wrote them.
final class TileMakerTest {

  /// The heart of Turin at zoom 14.
  private static final String CENTRE = "api/v1/tiles/14/8541/5889.mvt";

  @TempDir static Path state;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Optional.empty(), state, "2026-09-15T08:00+02:00");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Tag("UI-01")
  void everyLayerIsThereWithItsProperties() throws IOException {
    JtsMvt tile = tile(CENTRE);
    assertThat(tile.getLayersByName().keySet())
        .contains("streets", "lines", "stops", "sharing", "water", "green");
    assertThat(properties(tile, "streets"))
        .anySatisfy(street -> assertThat(street).containsKeys("class", "name"))
        .allSatisfy(street -> assertThat(street).containsKey("class"));
    assertThat(properties(tile, "lines"))
        .allSatisfy(line -> assertThat(line).containsKeys("route", "mode", "name"))
        .anySatisfy(line -> assertThat(line).containsEntry("mode", "metro"));
    assertThat(properties(tile, "stops"))
        .allSatisfy(stop -> assertThat(stop).containsKeys("id", "name", "station"));
    assertThat(properties(tile, "sharing"))
        .extracting(station -> station.get("name"))
        .contains("Piazza Castello");
  }

  @Test
  void geometriesAreValidAndInsideTheirBuffer() throws IOException {
    JtsMvt tile = tile(CENTRE);
    for (JtsLayer layer : tile.getLayers()) {
      for (Geometry geometry : layer.getGeometries()) {
        var box = geometry.getEnvelopeInternal();
        assertThat(box.getMinX()).as(layer.getName()).isBetween(-128.0, 4224.0);
        assertThat(box.getMaxY()).as(layer.getName()).isBetween(-128.0, 4224.0);
      }
    }
  }

  @Test
  void farAwayOnlyWhatIsGreatIsDrawn() throws IOException {
    JtsMvt far = tile("api/v1/tiles/9/266/184.mvt");
    assertThat(properties(far, "streets"))
        .isNotEmpty()
        .extracting(street -> street.get("class"))
        .isSubsetOf("motorway", "trunk", "primary");
    assertThat(far.getLayersByName()).doesNotContainKey("stops");
  }

  @Test
  void whereTheCityDoesNotReachATileIsEmpty() {
    HttpResponse<byte[]> response = bytes("api/v1/tiles/14/0/0.mvt", "gzip");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void aTileComesGzippedOrNotAsWanted() throws IOException {
    HttpResponse<byte[]> plain = bytes(CENTRE, "identity");
    HttpResponse<byte[]> packed = bytes(CENTRE, "gzip");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.body());
    }
  }

  @Test
  void aTileThatStillHoldsIsNotSentAgain() {
    String tag = bytes(CENTRE, "gzip").headers().firstValue("ETag").orElseThrow();
    HttpRequest again = server.request(CENTRE).header("If-None-Match", tag).build();
    assertThat(server.send(again, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
        .isEqualTo(304);
  }

  private static JtsMvt tile(String path) throws IOException {
    byte[] tile = bytes(path, "identity").body();
    return MvtReader.loadMvt(
        new ByteArrayInputStream(tile), new GeometryFactory(), new TagKeyValueMapConverter());
  }

  private static List<Map<String, Object>> properties(JtsMvt tile, String layer) {
    return Objects.requireNonNull(tile.getLayer(layer)).getGeometries().stream()
        .map(TileMakerTest::properties)
        .toList();
  }

  @SuppressWarnings("unchecked") // the reader hangs a map of properties on every geometry
  private static Map<String, Object> properties(Geometry geometry) {
    return (Map<String, Object>) geometry.getUserData();
  }

  private static HttpResponse<byte[]> bytes(String path, String encoding) {
    HttpRequest request = server.request(path).header("Accept-Encoding", encoding).build();
    return server.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
