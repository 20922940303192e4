package org.toret.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.toret.demo.osm.PbfFile;
import org.toret.demo.street.StreetMap;
import org.toret.demo.street.Streets;
import org.toret.demo.street.Way;

/// The demo city: a small Turin, written out as the standard files of any other city.
public final class DemoCity {

  private DemoCity() {}

  /// Writes the files of the demo city into a directory, which is created if need be.
  ///
  /// @throws IOException if a file cannot be written
  public static void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    StreetMap map = Streets.build();
    streets(map, directory.resolve("demo-streets.osm.pbf"));
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
