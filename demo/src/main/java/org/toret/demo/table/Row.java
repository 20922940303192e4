package org.toret.demo.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.toret.base.geo.GeoPoint;

/// One line of a hand-written table: cells by column name.
///
/// Errors in a table are our own faults, so every accessor throws with table, line and column.
public record Row(String table, int line, Map<String, Integer> columns, List<String> cells) {

  /// The text of a cell; empty if the cell is.
  public String text(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw fault(column, "no such column; there are " + columns.keySet());
    }
    return index < cells.size() ? cells.get(index) : "";
  }

  public double number(String column) {
    try {
      return Double.parseDouble(text(column));
    } catch (NumberFormatException e) {
      throw fault(column, "not a number: " + text(column));
    }
  }

  public int integer(String column) {
    return (int) number(column);
  }

  /// The words of a cell, separated by blanks.
  public List<String> words(String column) {
    return text(column).isEmpty() ? List.of() : List.of(text(column).split(" "));
  }

  /// The items of a cell, separated by commas.
  public List<String> items(String column) {
    return text(column).isEmpty() ? List.of() : List.of(text(column).split(", "));
  }

  /// The point in the columns `lat` and `lon`.
  public GeoPoint point() {
    return new GeoPoint(number("lat"), number("lon"));
  }

  /// The points of a cell, written `lat lon, lat lon, …`.
  public List<GeoPoint> points(String column) {
    List<GeoPoint> points = new ArrayList<>();
    for (String item : items(column)) {
      String[] pair = item.split(" ");
      if (pair.length != 2) {
        throw fault(column, "not a point: " + item);
      }
      points.add(new GeoPoint(Double.parseDouble(pair[0]), Double.parseDouble(pair[1])));
    }
    return points;
  }

  private IllegalStateException fault(String column, String what) {
    return new IllegalStateException(table + " line " + line + ", " + column + ": " + what);
  }
}
