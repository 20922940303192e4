package org.toret.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/// Reads a file of a zipped feed: rows as maps from column to cell.
final class Csv {

  private Csv() {}

  static List<Map<String, String>> read(Path zip, String name) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      byte[] bytes = file.getInputStream(file.getEntry(name)).readAllBytes();
      String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
      List<String> header = cells(lines[0]);
      List<Map<String, String>> rows = new ArrayList<>();
      for (int i = 1; i < lines.length; i++) {
        List<String> cells = cells(lines[i]);
        Map<String, String> row = new LinkedHashMap<>();
        for (int k = 0; k < header.size(); k++) {
          row.put(header.get(k), cells.get(k));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + ",").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    return cells;
  }
}
