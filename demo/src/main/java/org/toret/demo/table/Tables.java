package org.toret.demo.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the hand-written tables: text, UTF-8, columns parted by `;`, a header first, `#` comments.
public final class Tables {

  private static final String ROOT = "/org/toret/demo/";

  private static final List<String> ALL =
      List.of(
          "avenues.csv",
          "bikes.csv",
          "bridges.csv",
          "carparks.csv",
          "city.yaml",
          "districts.csv",
          "headways.csv",
          "heights.csv",
          "hill-lanes.txt",
          "junctions.csv",
          "landmarks.csv",
          "lines.csv",
          "metro.csv",
          "more-streets.txt",
          "outline.csv",
          "parks.csv",
          "paths.csv",
          "places.csv",
          "restricted.csv",
          "rivers.csv",
          "squares.csv",
          "stations.csv",
          "towns.csv",
          "town-streets.txt",
          "tracks.csv",
          "trains.csv",
          "gtt/agency.txt",
          "gtt/fare_leg_rules.txt",
          "gtt/fare_media.txt",
          "gtt/fare_products.txt",
          "gtt/fare_transfer_rules.txt",
          "gtt/levels.txt",
          "gtt/networks.txt",
          "gtt/rider_categories.txt",
          "sfm/agency.txt",
          "sfm/areas.txt",
          "sfm/fare_leg_rules.txt",
          "sfm/fare_media.txt",
          "sfm/fare_products.txt",
          "sfm/networks.txt",
          "sfm/rider_categories.txt");

  private Tables() {}

  /// All rows of a table, in the order they are written.
  public static List<Row> read(String table) {
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> columns = new LinkedHashMap<>();
    String[] lines = text(table).split("\n");
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank() || lines[i].startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(lines[i].split(";", -1));
      if (columns.isEmpty()) {
        for (String name : cells) {
          columns.put(name, columns.size());
        }
      } else {
        rows.add(new Row(table, i + 1, columns, cells));
      }
    }
    return rows;
  }

  /// The lines of a plain list.
  public static List<String> lines(String table) {
    return text(table).lines().filter(x -> !x.isBlank() && !x.startsWith("#")).toList();
  }

  /// A whole file as text.
  public static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /// A short hash over all tables and a word of the caller's, to know whether they changed.
  public static String version(String word) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(word.getBytes(StandardCharsets.UTF_8));
      for (String name : ALL) {
        digest.update(bytes(name));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static byte[] bytes(String name) {
    if (!ALL.contains(name)) {
      throw new IllegalStateException(name + " is not among the tables that make the version");
    }
    try (InputStream in = Tables.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IllegalStateException("No table " + ROOT + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Table " + name + " cannot be read", e);
    }
  }
}
