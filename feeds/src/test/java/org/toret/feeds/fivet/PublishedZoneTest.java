package org.toret.feeds.fivet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.feeds.osm.OsmImport;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.street.EdgeIndex;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.AccessZonesBuilder;
import org.toret.network.zone.CarUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The limited traffic zone that 5T publishes against the streets that mappers have tagged as part
/// of it, where `TORET_DATA` has both.
final class PublishedZoneTest {

  private static Path published(String... names) {
    String data = System.getenv("TORET_DATA");
    assumeTrue(data != null, "TORET_DATA names no folder");
    Path file = Path.of(data, names);
    assumeTrue(Files.exists(file), "TORET_DATA names no folder with " + file);
    return file;
  }

  @Test
  void theOutlineHoldsTheStreetsThatMappersCount() throws IOException {
    JsonNode ways =
        JsonMapper.builder()
            .build()
            .readTree(Files.readAllBytes(published("torino", "places", "ztl-ways-osm.geojson")));
    Outcome<StreetNetwork> read =
        OsmImport.read(
            List.of(published("torino", "streets.osm.pbf")),
            Heights.NONE,
            new CarParksBuilder(),
            new Notices(),
            (step, share) -> {});
    StreetNetwork streets = ((Outcome.Done<StreetNetwork>) read).value();
    AccessZonesBuilder builder = new AccessZonesBuilder();
    FiveT.zones("ztl", published("torino", "realtime", "ztl.xml"), builder, new Notices());
    AccessZones zones = builder.build(streets);
    assertThat(zones.regimes())
        .singleElement()
        .satisfies(regime -> {
          CarUser car = new CarUser("petrol", 6, Set.of());
          assertThat(regime.name()).isEqualTo("ZTL Centrale");
          assertThat(regime.isOpen(car, LocalDateTime.parse("2026-09-15T07:30"), day -> false))
              .isFalse();
          assertThat(regime.isOpen(car, LocalDateTime.parse("2026-09-15T10:30"), day -> false))
              .isTrue();
          assertThat(regime.isOpen(car, LocalDateTime.parse("2026-09-19T08:00"), day -> false))
              .isTrue();
        });
    BitSet inside = new BitSet();
    for (int edge : zones.edges().row(0)) {
      inside.set(edge);
    }
    EdgeIndex index = new EdgeIndex(streets);
    int counted = 0;
    int held = 0;
    for (JsonNode way : ways.path("features")) {
      JsonNode tags = way.path("properties");
      boolean morning =
          tags.path("motor_vehicle_conditional")
              .asString("")
              .startsWith("no @ (Mo-Fr 07:30-10:30)");
      JsonNode line = way.path("geometry").path("coordinates");
      if (morning
          && line.size() > 1
          && tags.path("zone_traffic_name").asString("").equals("ZTL Centrale")) {
        int edge = nearest(streets, index, middle(line));
        if (edge >= 0) {
          counted++;
          held += inside.get(edge) ? 1 : 0;
        }
      }
    }
    assertThat(counted).isGreaterThan(250);
    assertThat((double) held / counted).isGreaterThan(0.9);
  }

  private static GeoPoint middle(JsonNode line) {
    JsonNode a = line.path((line.size() - 1) / 2);
    JsonNode b = line.path(line.size() / 2);
    return new GeoPoint(
        (a.path(1).asDouble() + b.path(1).asDouble()) / 2,
        (a.path(0).asDouble() + b.path(0).asDouble()) / 2);
  }

  /// The car street through a point; -1 where there is none within some metres.
  private static int nearest(StreetNetwork streets, EdgeIndex index, GeoPoint point) {
    int[] best = {-1};
    double[] least = {15};
    index.near(
        point,
        100,
        edge -> {
          if ((streets.edges().flags()[edge] & StreetFlags.CAR) == 0) {
            return;
          }
          List<GeoPoint> line = streets.line(edge);
          for (int i = 1; i < line.size(); i++) {
            for (int part = 0; part <= 20; part++) {
              double share = part / 20.0;
              GeoPoint a = line.get(i - 1);
              GeoPoint b = line.get(i);
              GeoPoint on =
                  new GeoPoint(
                      a.lat() + share * (b.lat() - a.lat()), a.lon() + share * (b.lon() - a.lon()));
              double metres = Distance.metres(on, point);
              if (metres < least[0]) {
                least[0] = metres;
                best[0] = edge;
              }
            }
          }
        });
    return best[0];
  }
}
