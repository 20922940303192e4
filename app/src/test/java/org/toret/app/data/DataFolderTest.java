package org.toret.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.geo.BoundingBox;
import org.toret.base.outcome.Outcome;

final class DataFolderTest {

  @TempDir Path folder;

  @Test
  void filesAreToldByTheirContentAndNotByTheirName() throws IOException {
    zip("timetable.bin", "agency.txt", "stops.txt", "trips.txt");
    write("sub/streets", new byte[] {0, 0, 0, 13, 0x0a, 9, 'O', 'S', 'M', 'H', 'e', 'a', 'd'});
    write("map.txt", "\0\0\0\r\n\tOSMHeader".getBytes(StandardCharsets.US_ASCII));
    write("heights", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0});
    write("live", new byte[] {0x0a, 0x0d, 0x0a, 3, '2', '.', '0', 0x10});
    text("parking", "<?xml version='1.0'?><traffic_data xmlns='https://simone.5t.torino.it/x'/>");
    text(
        "works.xml",
        "\uFEFF<!-- a > b --><d:payload xmlns:d='http://datex2.eu/schema/3/d2Payload'/>");
    text(
        "fdt",
        "<traffic_data xmlns='https://simone.5t.torino.it/x'><FDT_data lcd1='1'/></traffic_data>");
    text(
        "closed.xml",
        "<d:payload xmlns:d='http://datex2.eu/schema/3/d2Payload' type='SituationPublication'/>");
    text("siri.xml", "<Siri xmlns='http://www.siri.org.uk/siri'/>");

    DataFolder read = read();

    assertThat(read.sources())
        .extracting(Source::name, Source::kind)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("timetable.bin", SourceKind.GTFS),
            org.assertj.core.groups.Tuple.tuple("map.txt", SourceKind.OSM),
            org.assertj.core.groups.Tuple.tuple("heights", SourceKind.ELEVATION),
            org.assertj.core.groups.Tuple.tuple("live", SourceKind.GTFS_RT),
            org.assertj.core.groups.Tuple.tuple("parking", SourceKind.FIVE_T),
            org.assertj.core.groups.Tuple.tuple("works.xml", SourceKind.DATEX2),
            org.assertj.core.groups.Tuple.tuple("fdt", SourceKind.TRAFFIC),
            org.assertj.core.groups.Tuple.tuple("closed.xml", SourceKind.TRAFFIC),
            org.assertj.core.groups.Tuple.tuple("siri.xml", SourceKind.SIRI));
    assertThat(read.notices().count("source_unused")).isZero();
    assertThat(read.notices().count("source_recorded")).isEqualTo(4);
    assertThat(read.notices().count("source_unknown")).isEqualTo(1);
  }

  @Test
  void aGzippedFileIsToldByWhatIsInside() throws IOException {
    zip("gtfs.zip", "stops.txt", "routes.txt");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("netex.gz")))) {
      out.write("<PublicationDelivery/>".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read().list(SourceKind.NETEX)).extracting(Source::id).containsExactly("netex");
  }

  @Test
  void aFolderOfGtfsOrGbfsFilesIsOneSource() throws IOException {
    text("bus/stops.txt", "stop_id");
    text("bus/trips.txt", "trip_id");
    text("bikes/gbfs.json", "{}");
    text("bikes/station_information.json", "{}");
    assertThat(read().sources())
        .extracting(Source::name, Source::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("bikes", SourceKind.GBFS),
            org.assertj.core.groups.Tuple.tuple("bus", SourceKind.GTFS));
  }

  @Test
  void theFeedIdIsTheStemAndNeverTakenTwice() throws IOException {
    zip("gtfs.zip", "stops.txt", "routes.txt");
    zip("night.2026.zip", "stops.txt", "routes.txt");
    zip("old/gtfs.zip", "stops.txt", "routes.txt");
    DataFolder read = read();
    assertThat(read.list(SourceKind.GTFS))
        .extracting(Source::id)
        .containsExactly("gtfs", "night.2026", "gtfs-2");
    assertThat(read.notices().count("feed_id_assumed")).isEqualTo(3);
  }

  @Test
  void cityYamlNamesAndLeavesOut() throws IOException {
    zip("gtfs.zip", "stops.txt", "routes.txt");
    zip("old/gtfs.zip", "stops.txt", "routes.txt");
    text(
        "city.yaml",
        """
        name: Torino
        timezone: Europe/Rome
        languages: [it, en]
        bounds: [44.9, 7.4, 45.3, 7.9]
        feeds: {gtt: gtfs.zip}
        ignore: ["old/**"]
        """);
    DataFolder read = read();
    assertThat(read.sources()).extracting(Source::id).containsExactly("gtt");
    assertThat(read.config().name()).isEqualTo("Torino");
    assertThat(read.config().zone()).contains(ZoneId.of("Europe/Rome"));
    assertThat(read.config().languages()).containsExactly("it", "en");
    assertThat(read.config().bounds()).contains(new BoundingBox(44.9, 7.4, 45.3, 7.9));
    assertThat(read.notices().hasErrors()).isFalse();
  }

  @Test
  void whatCityYamlGetsWrongIsSaidAndTheDefaultHolds() throws IOException {
    zip("gtfs.zip", "stops.txt", "routes.txt");
    text(
        "city.yaml",
        """
        timezone: Mars/Olympus
        bounds: [46, 7, 45, 8]
        feeds: {gtt: gone.zip}
        tramColour: red
        """);
    DataFolder read = read();
    assertThat(read.config().zone()).isEmpty();
    assertThat(read.config().bounds()).isEmpty();
    assertThat(read.notices().count("city_yaml_wrong_value")).isEqualTo(2);
    assertThat(read.notices().count("city_yaml_file_absent")).isEqualTo(1);
    assertThat(read.notices().count("city_yaml_unknown_key")).isEqualTo(1);
  }

  @Test
  void brokenYamlIsOneNotice() throws IOException {
    zip("gtfs.zip", "stops.txt", "routes.txt");
    text("city.yaml", "name: [unclosed");
    assertThat(read().notices().count("city_yaml_unreadable")).isEqualTo(1);
  }

  @Test
  void aFolderWithNothingToPlanWithIsRefused() throws IOException {
    text("readme.txt", "nothing here");
    assertThat(DataFolder.read(folder))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo("data_empty"));
    assertThat(DataFolder.read(folder.resolve("absent")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo("data_absent"));
  }

  @Test
  void theTurinFolderIsRecognised() {
    String data = System.getenv("TORET_DATA");
    assumeThat(data).as("TORET_DATA names the development data").isNotNull();
    Outcome<DataFolder> outcome = DataFolder.read(Path.of(data, "torino"));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    if (outcome instanceof Outcome.Done<DataFolder>(DataFolder turin)) {
      assertThat(turin.list(SourceKind.GTFS))
          .extracting(Source::id)
          .containsExactly("gtfs", "sfm-gtfs");
      assertThat(turin.list(SourceKind.OSM)).extracting(Source::id).containsExactly("streets");
      assertThat(turin.list(SourceKind.GTFS_RT)).hasSize(4);
      assertThat(turin.list(SourceKind.GBFS)).hasSize(2);
      assertThat(turin.list(SourceKind.FIVE_T)).hasSize(2);
      assertThat(turin.list(SourceKind.TRAFFIC)).extracting(Source::id).containsExactly("fdt");
    }
  }

  private DataFolder read() {
    return switch (DataFolder.read(folder)) {
      case Outcome.Done<DataFolder>(DataFolder done) -> done;
      case Outcome.Refused<DataFolder> refused -> throw new AssertionError(refused);
    };
  }

  private void text(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write("x\n".getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
