package org.toret.feeds.gtfs.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.base.outcome.Outcome.Done;
import org.toret.base.outcome.Outcome.Refused;

@Tag("TT-01")
final class GtfsSourceTest {

  @TempDir private Path folder;
  private final Notices notices = new Notices();

  @Test
  void archiveWithFilesAtTheTop() throws IOException {
    Path zip = zip("stops.txt", "routes.txt", "notes.md");
    assertThat(GtfsSource.recognises(zip)).isTrue();
    try (GtfsSource source = opened(zip)) {
      assertThat(source.files()).containsExactly("notes.md", "routes.txt", "stops.txt");
      assertThat(source.bytes("stops.txt")).isEqualTo("stops.txt".length());
      assertThat(source.stream("stops.txt").readAllBytes()).isEqualTo("stops.txt".getBytes(UTF_8));
    }
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void archiveWithAFolderInside() throws IOException {
    Path zip = zip("gtfs/stops.txt", "gtfs/routes.txt", "__MACOSX/gtfs/._stops.txt");
    assertThat(GtfsSource.recognises(zip)).isTrue();
    try (GtfsSource source = opened(zip)) {
      assertThat(source.files()).containsExactly("routes.txt", "stops.txt");
    }
    assertThat(notices.count("files_in_subfolder")).isOne();
  }

  @Test
  void archiveWithSeveralFeedsGivesTheFullest() throws IOException {
    try (GtfsSource source =
        opened(
            zip(
                "bus/stops.txt",
                "bus/routes.txt",
                "tram/stops.txt",
                "tram/routes.txt",
                "tram/trips.txt"))) {
      assertThat(source.has("trips.txt")).isTrue();
    }
    assertThat(notices.count("several_feeds")).isOne();
  }

  @Test
  void namesInCapitalsAreUnderstood() throws IOException {
    Files.writeString(folder.resolve("STOPS.TXT"), "stop_id\n");
    Files.writeString(folder.resolve("Routes.txt"), "route_id\n");
    assertThat(GtfsSource.recognises(folder)).isTrue();
    try (GtfsSource source = opened(folder)) {
      assertThat(source.files()).containsExactly("routes.txt", "stops.txt");
    }
    assertThat(notices.count("file_name_case")).isEqualTo(2);
  }

  @Test
  void folderOfFeedsIsNoFeed() throws IOException {
    Path feed = Files.createDirectory(folder.resolve("feed"));
    Files.writeString(feed.resolve("stops.txt"), "stop_id\n");
    Files.writeString(feed.resolve("routes.txt"), "route_id\n");
    assertThat(GtfsSource.recognises(folder)).isFalse();
    assertThat(GtfsSource.recognises(feed)).isTrue();
  }

  @Test
  void whatIsNoFeedIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("a.zip"), "not a zip");
    Path cut = Files.write(folder.resolve("b.zip"), new byte[] {'P', 'K', 3, 4, 9, 9, 9});
    assertThat(refusal(text)).isEqualTo("not_an_archive");
    assertThat(refusal(cut)).isEqualTo("not_an_archive");
    assertThat(refusal(folder.resolve("nowhere"))).isEqualTo("not_an_archive");
    assertThat(refusal(zip("readme.txt"))).isEqualTo("no_gtfs_files");
    assertThat(GtfsSource.recognises(text)).isFalse();
    assertThat(GtfsSource.recognises(cut)).isFalse();
  }

  @Test
  void damagedArchiveIsReadAsFarAsItGoes() throws IOException {
    Path zip = folder.resolve("c.zip");
    String rows = "area_id,area_name\n" + "a,Alfa\n".repeat(200_000);
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream archive = new ZipOutputStream(out)) {
      for (String name : List.of("stops.txt", "routes.txt", "areas.txt")) {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(rows.getBytes(UTF_8));
      }
    }
    byte[] bytes = Files.readAllBytes(zip);
    for (int i = bytes.length * 5 / 6; i < bytes.length * 5 / 6 + 40; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(zip, bytes);
    try (GtfsSource source = opened(zip);
        GtfsTable table = GtfsTable.open(source, "areas.txt", notices)) {
      while (table.next()) {
        assertThat(table.line()).isPositive();
      }
    }
    assertThat(notices.count("unreadable_file")).isOne();
  }

  private String refusal(Path path) {
    return ((Refused<GtfsSource>) GtfsSource.open("f", path, notices)).code();
  }

  private GtfsSource opened(Path path) {
    Outcome<GtfsSource> opened = GtfsSource.open("f", path, notices);
    assertThat(opened).isInstanceOf(Done.class);
    return ((Done<GtfsSource>) opened).value();
  }

  /// An archive of files that hold their own name.
  private Path zip(String... names) throws IOException {
    Path zip = folder.resolve("feed.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream archive = new ZipOutputStream(out)) {
      for (String name : names) {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(name.getBytes(UTF_8));
      }
    }
    return zip;
  }
}
