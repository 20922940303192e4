package org.toret.demo;

import static org.assertj.core.api.Assertions.assertThat;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A PBF file read back by the library that others read it with.
final class StreetNet extends BinaryParser {

  record Node(double lat, double lon, Map<String, String> tags) {}

  record Line(Map<String, String> tags, List<Long> nodes) {
    String tag(String key) {
      return tags.getOrDefault(key, "");
    }
  }

  final Map<Long, Node> nodes = new LinkedHashMap<>();
  final List<Line> lines = new ArrayList<>();

  static StreetNet read(Path file) throws IOException {
    StreetNet net = new StreetNet();
    try (InputStream in = Files.newInputStream(file)) {
      new BlockInputStream(in, net).process();
    }
    return net;
  }

  @Override
  protected void parseDense(Osmformat.DenseNodes dense) {
    long id = 0;
    long lat = 0;
    long lon = 0;
    int word = 0;
    for (int i = 0; i < dense.getIdCount(); i++) {
      id += dense.getId(i);
      lat += dense.getLat(i);
      lon += dense.getLon(i);
      Map<String, String> tags = new HashMap<>();
      for (; dense.getKeysVals(word) != 0; word += 2) {
        tags.put(
            getStringById(dense.getKeysVals(word)), getStringById(dense.getKeysVals(word + 1)));
      }
      word++;
      nodes.put(id, new Node(parseLat(lat), parseLon(lon), tags));
    }
  }

  @Override
  protected void parseWays(List<Osmformat.Way> ways) {
    for (Osmformat.Way way : ways) {
      Map<String, String> tags = new HashMap<>();
      for (int i = 0; i < way.getKeysCount(); i++) {
        tags.put(getStringById(way.getKeys(i)), getStringById(way.getVals(i)));
      }
      List<Long> refs = new ArrayList<>();
      long ref = 0;
      for (long step : way.getRefsList()) {
        ref += step;
        refs.add(ref);
      }
      lines.add(new Line(tags, refs));
    }
  }

  @Override
  protected void parseNodes(List<Osmformat.Node> plain) {
    assertThat(plain).as("nodes are written dense").isEmpty();
  }

  @Override
  protected void parseRelations(List<Osmformat.Relation> relations) {
    assertThat(relations).as("there are no relations").isEmpty();
  }

  @Override
  protected void parse(Osmformat.HeaderBlock header) {}

  @Override
  public void complete() {}
}
