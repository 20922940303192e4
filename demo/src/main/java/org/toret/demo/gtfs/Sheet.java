package org.toret.demo.gtfs;

import java.util.List;

/// One GTFS file being written: a header and rows, comma-separated, quoted where needed.
public final class Sheet {

  private final int columns;
  private final StringBuilder text = new StringBuilder();
  private int rows;

  Sheet(List<String> header) {
    columns = header.size();
    text.append(String.join(",", header)).append('\n');
  }

  /// Adds a row.
  public void row(Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells[i].toString()));
    }
    text.append('\n');
    rows++;
  }

  public int rows() {
    return rows;
  }

  String text() {
    return text.toString();
  }

  private static String cell(String value) {
    boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0;
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
