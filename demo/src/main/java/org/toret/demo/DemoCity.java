package org.toret.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.toret.demo.osm.PbfFile;
import org.toret.demo.road.RoadFiles;
import org.toret.demo.sharing.SharingFeed;
import org.toret.demo.street.StreetMap;
import org.toret.demo.street.Streets;
import org.toret.demo.street.Way;
import org.toret.demo.table.Tables;
import org.toret.demo.timetable.RailFeed;
import org.toret.demo.timetable.UrbanFeed;

/// The demo city: a small Turin, written out as the standard files of any other city.
///
/// Everything comes from hand-written tables of public facts (`resources/org/toret/demo`) and from
/// rules that fill the space between them. Nothing depends on the day, the machine's language or
/// its time zone: the same version writes the same bytes.
public final class DemoCity {

  /// To be raised whenever the generator writes other files from the same tables.
  private static final String GENERATOR = "3";

  private DemoCity() {}

  /// The version of what {@link #write} writes: a hash over tables and generator. A folder written
  /// under the same version can be used again.
  public static String version() {
    return Tables.version(GENERATOR);
  }

  /// Writes the files of the demo city into a directory, which is created if need be:
  /// `demo-streets.osm.pbf`, `demo-gtt.zip`, `demo-sfm.zip`, `demo-bikes`, `demo-parking.json` with
  /// its prices, `demo-ztl.xml` and `city.yaml`.
  ///
  /// @throws IOException if a file cannot be written
  public static void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    String version = version();
    StreetMap map = Streets.build();
    streets(map, directory.resolve("demo-streets.osm.pbf"));
    UrbanFeed.of(map, version).write(directory.resolve("demo-gtt.zip"));
    RailFeed.of(version).write(directory.resolve("demo-sfm.zip"));
    SharingFeed.write(directory.resolve("demo-bikes"));
    RoadFiles.write(directory);
    byte[] city = Tables.text("city.yaml").getBytes(StandardCharsets.UTF_8);
    Files.write(directory.resolve("city.yaml"), city);
  }

  private static void streets(StreetMap map, Path file) throws IOException {
    List<PbfFile.Node> nodes = new ArrayList<>();
    for (int i = 0; i < map.nodeCount(); i++) {
      nodes.add(new PbfFile.Node(i + 1, map.spot(i).lat(), map.spot(i).lon(), map.tags(i)));
    }
    List<PbfFile.Line> lines = new ArrayList<>();
    for (Way way : map.ways()) {
      List<Long> refs = way.nodes().stream().map(x -> x + 1L).toList();
      lines.add(new PbfFile.Line(lines.size() + 1, refs, way.tags()));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      PbfFile.write(out, "toret demo", nodes, lines);
    }
  }
}
