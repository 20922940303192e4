package org.toret.app.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.data.DataFolder;
import org.toret.app.texts.Texts;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.demo.osm.PbfFile;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.street.StreetNetwork;

/// Several street maps and height models in one folder.
final class StreetStepTest {

  private static final int DOUBLE = 12;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  @TempDir Path folder;
  private final Notices notices = new Notices();

  /// One street of the west in one file, one of the east in another; they meet at node 2.
  @BeforeEach
  void extracts() throws IOException {
    street("west.osm.pbf", 10, 1, 7.600, 2, 7.605);
    street("east.osm.pbf", 11, 2, 7.605, 3, 7.610);
  }

  @Test
  void extractsAreJoinedAndTheirNodesMeet() throws IOException {
    StreetNetwork streets = read();
    assertThat(streets.nodes().count()).isEqualTo(3);
    assertThat(texts()).anyMatch(text -> text.startsWith("2 street files were joined"));
  }

  @Test
  void theSameFileTwiceIsReadOnce() throws IOException {
    Files.copy(folder.resolve("west.osm.pbf"), folder.resolve("a-copy.osm.pbf"));
    StreetNetwork streets = read();
    assertThat(streets.nodes().count()).isEqualTo(3);
    assertThat(texts())
        .anyMatch(text -> text.matches(".* has the same content as .* and is read only once"));
  }

  @Test
  void everyHeightModelTellsItsOwnGround() throws IOException {
    heights("low.tif", 7.598, 100);
    heights("high.tif", 7.604, 200);
    StreetNetwork streets = read();
    assertThat(Arrays.stream(streets.nodes().elevationsDecimetres()).sorted())
        .containsExactly(1000, 2000, 2000);
    assertThat(texts()).anyMatch(text -> text.startsWith("2 height models are used together"));
  }

  @Test
  void aHeightModelThatCannotBeReadIsSaidAndTheStreetsAreThere() throws IOException {
    Files.write(folder.resolve("cut.tif"), new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0});
    assertThat(read().nodes().count()).isEqualTo(3);
    assertThat(texts()).anyMatch(text -> text.contains("cut.tif"));
  }

  private StreetNetwork read() throws IOException {
    Inputs inputs = Inputs.of(DataFolder.lookThrough(folder));
    return new StreetStep(inputs, new CarParksBuilder(), notices, CityProgress.NONE).run();
  }

  private List<String> texts() {
    var messages = Texts.load();
    return notices.listAll().stream()
        .flatMap(tally -> tally.examples().stream())
        .map((Notice notice) -> messages.text(java.util.Locale.ENGLISH, notice))
        .toList();
  }

  private void street(String name, long way, long from, double fromLon, long to, double toLon)
      throws IOException {
    var tags = new TreeMap<>(java.util.Map.of("highway", "residential", "name", "Via " + way));
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      PbfFile.write(
          out,
          "test",
          List.of(
              new PbfFile.Node(from, 45.05, fromLon, new TreeMap<>()),
              new PbfFile.Node(to, 45.05, toLon, new TreeMap<>())),
          List.of(new PbfFile.Line(way, List.of(from, to), tags)));
    }
  }

  /// A GeoTIFF of 8 by 8 cells of one height, 0.008 degrees wide, with its corner at 45.054.
  private void heights(String name, double west, int metres) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(600).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 12);
    entry(out, 256, SHORT, 1, 8);
    entry(out, 257, SHORT, 1, 8);
    entry(out, 258, SHORT, 1, 16);
    entry(out, 259, SHORT, 1, 1);
    entry(out, 262, SHORT, 1, 1);
    entry(out, 273, LONG, 1, 400);
    entry(out, 277, SHORT, 1, 1);
    entry(out, 278, SHORT, 1, 8);
    entry(out, 279, LONG, 1, 128);
    entry(out, 33550, DOUBLE, 3, 200);
    entry(out, 33922, DOUBLE, 6, 240);
    entry(out, 34735, SHORT, 8, 300);
    out.position(200).putDouble(0.001).putDouble(0.001).putDouble(0);
    out.position(240).putDouble(0).putDouble(0).putDouble(0);
    out.putDouble(west).putDouble(45.054).putDouble(0);
    out.position(300);
    for (int key : new int[] {1, 1, 0, 1, 1024, 0, 1, 2}) {
      out.putShort((short) key);
    }
    out.position(400);
    for (int cell = 0; cell < 64; cell++) {
      out.putShort((short) metres);
    }
    Files.write(folder.resolve(name), Arrays.copyOf(out.array(), 528));
  }

  private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
    out.putShort((short) tag).putShort((short) type).putInt(count);
    if (type == SHORT && count == 1) {
      out.putShort((short) value).putShort((short) 0);
    } else {
      out.putInt(value);
    }
  }
}
