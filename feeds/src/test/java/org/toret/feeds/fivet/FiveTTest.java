package org.toret.feeds.fivet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.notice.Notices;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.parking.ParkingState;
import org.toret.network.zone.AccessZonesBuilder;

/// Files after 5T's schema, and the published ones where `TORET_DATA` has them.
final class FiveTTest {

  private static final String PARKS =
      """
      <traffic_data xmlns="https://simone.5t.torino.it/ns/traffic_data.xsd"
          generation_time="2025-05-07T14:10:10Z" end_time="2025-05-07T14:10:00.000Z">
        <PK_data Name="PORTA SUSA FS" ID="52" status="1" Total="123" Free="7" lat="45.073"
            lng="7.667"/>
        <PK_data Name="D'AZEGLIO" ID="4" status="0" Total="223" Free="44" lat="45.04" lng="7.67"/>
        <PK_data Name="NOWHERE" ID="9" status="1" Total="5" Free="1" lat="0" lng="0"/>
      </traffic_data>
      """;

  @TempDir Path folder;

  private final Notices notices = new Notices();

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("pk.xml"), text);
  }

  private CarParks parks(Path file) {
    CarParksBuilder builder = new CarParksBuilder();
    FiveT.parks("pk", file, builder, notices);
    return builder.build();
  }

  @Test
  void carParksHaveNamesForPeopleAndPlaces() throws IOException {
    CarParks parks = parks(file(PARKS));
    assertThat(parks.count()).isEqualTo(2);
    assertThat(parks.ids().get(0)).isEqualTo("pk:52");
    assertThat(parks.names().get(0)).isEqualTo("Porta Susa Fs");
    assertThat(parks.names().get(1)).isEqualTo("D'Azeglio");
    assertThat(parks.capacities()).containsExactly(123, 223);
    assertThat(notices.listAll()).extracting(n -> n.code()).containsExactly("fivet_no_place");
  }

  @Test
  void onlyWorkingSensorsTellWhatIsFree() throws IOException {
    Path file = file(PARKS);
    CarParks parks = parks(file);
    ParkingState state = ParkingState.unknown(parks).with(FiveT.state("pk", file, parks, notices));
    assertThat(state.free()).containsExactly(7, -1);
    assertThat(state.newest()).isEqualTo(Instant.parse("2025-05-07T14:10:00Z").getEpochSecond());
    assertThat(state.mayPark(1)).isTrue();
  }

  @Test
  void aBrokenFileIsANotice() throws IOException {
    assertThat(parks(file("<traffic_data><PK_data")).count()).isZero();
    assertThat(notices.listAll()).extracting(n -> n.code()).containsExactly("fivet_unreadable");
  }

  @Test
  void aZoneWithoutHoursIsNotUsed() throws IOException {
    AccessZonesBuilder zones = new AccessZonesBuilder();
    FiveT.zones(
        "ztl",
        file("<access_control_info><ztl id='1' name='X'><polyline/></ztl></access_control_info>"),
        zones,
        notices);
    assertThat(zones.isEmpty()).isTrue();
    assertThat(notices.listAll()).extracting(n -> n.code()).containsExactly("fivet_zone_unread");
  }

  @Test
  void thePublishedFilesAreRead() {
    String data = System.getenv("TORET_DATA");
    assumeTrue(data != null, "TORET_DATA names no folder");
    Path file = Path.of(data, "torino", "realtime", "pk.xml");
    assumeTrue(Files.exists(file), "TORET_DATA names no folder with torino/realtime/pk.xml");
    CarParks parks = parks(file);
    assertThat(parks.count()).isEqualTo(40);
    List<ParkingState.News> news = FiveT.state("pk", file, parks, notices);
    assertThat(news).hasSizeBetween(25, 40);
    assertThat(news).allMatch(one -> one.free() <= parks.capacities()[one.park()]);
  }
}
