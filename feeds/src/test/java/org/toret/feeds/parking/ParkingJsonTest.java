package org.toret.feeds.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.base.notice.Notices;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.parking.ParkingState;

final class ParkingJsonTest {

  @TempDir Path folder;

  private final Notices notices = new Notices();

  private CarParks parks(Path file) {
    CarParksBuilder builder = new CarParksBuilder();
    ParkingJson.parks("p", file, builder, notices);
    return builder.build();
  }

  @Test
  void parkApiIsRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("p.json"),
            """
            {"last_updated":"2026-09-15T08:00:00+02:00","lots":[
             {"id":"a","name":"Fiera","coords":{"lat":45.1,"lng":7.6},"total":100,"free":3,
              "state":"open"},
             {"id":"b","name":"Stadio","coords":{"lat":45.2,"lng":7.7},"total":50,"free":10,
              "state":"closed"}]}
            """);
    CarParks parks = parks(file);
    assertThat(parks.count()).isEqualTo(2);
    ParkingState state =
        ParkingState.unknown(parks).with(ParkingJson.state("p", file, parks, notices));
    assertThat(state.free()[0]).isEqualTo(3);
    assertThat(state.mayPark(0)).isTrue();
    assertThat(state.mayPark(1)).isFalse();
    long at = Instant.parse("2026-09-15T06:00:00Z").getEpochSecond();
    assertThat(state.newest()).isEqualTo(at);
    assertThat(state.freshAt(at + 1801, 1800).knows(0)).isFalse();
  }

  @Test
  void garbageIsANotice() throws IOException {
    assertThat(parks(Files.writeString(folder.resolve("p.json"), "{\"lots\":[{]}")).count())
        .isZero();
    assertThat(notices.listAll()).extracting(n -> n.code()).containsExactly("parking_unreadable");
  }

  /// Counted in the files by hand.
  @ParameterizedTest
  @CsvSource({"karlsruhe.json", "basel.json", "vrn_p_r.json", "heidelberg.json"})
  void publishedFilesAreRead(String name) throws IOException {
    String data = System.getenv("TORET_DATA");
    assumeTrue(data != null, "TORET_DATA names no folder");
    Path file = Path.of(data, "formats", "parking", name);
    assumeTrue(Files.exists(file), "TORET_DATA names no folder with " + name);
    assertThat(ParkingJson.isParking(Files.readString(file))).isTrue();
    CarParks parks = parks(file);
    assertThat(parks.count()).isGreaterThan(4);
    assertThat(ParkingJson.state("p", file, parks, notices)).isNotEmpty();
    for (int park = 0; park < parks.count(); park++) {
      assertThat(parks.point(park).lat()).isBetween(47.0, 50.0);
      assertThat(parks.names().get(park)).isNotBlank();
    }
  }
}
