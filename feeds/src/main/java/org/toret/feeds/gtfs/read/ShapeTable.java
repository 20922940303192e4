package org.toret.feeds.gtfs.read;

import java.util.Arrays;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;

/// `shapes.txt`: the lines vehicles follow, 8 bytes per point once read.
public final class ShapeTable {

  private static final String FILE = "shapes.txt";

  private final Ids ids = new Ids();
  private final IntList shapeOf = new IntList();
  private final IntList latsE7 = new IntList();
  private final IntList lonsE7 = new IntList();
  private final IntList sequences = new IntList();
  private final IntList firstLines = new IntList();
  private Csr points = new Csr(new int[1], new int[0]);

  private ShapeTable() {}

  public static ShapeTable read(GtfsSource source, Notices notices) {
    ShapeTable result = new ShapeTable();
    try (GtfsTable table = GtfsTable.open(source, FILE, notices)) {
      result.readPoints(table);
    }
    result.points = Csr.index(result.ids.count(), result.shapeOf.toArray());
    FileNotices found = new FileNotices(source.feed(), FILE, notices);
    for (int shape = 0; shape < result.count(); shape++) {
      result.sort(shape, found);
      if (!result.isUsable(shape)) {
        found.warn(result.line(shape), "shape_id", "shape_too_short", result.id(shape));
      }
    }
    return result;
  }

  public int count() {
    return ids.count();
  }

  /// The number of a shape, or -1 when it is not defined.
  public int find(String id) {
    return ids.find(id);
  }

  public String id(int shape) {
    return ids.id(shape);
  }

  /// Line of the shape's first point.
  public int line(int shape) {
    return firstLines.get(shape);
  }

  /// Whether the shape has two points at least.
  public boolean isUsable(int shape) {
    return points.end(shape) - points.start(shape) >= 2;
  }

  /// Latitudes of a shape in travelling order.
  public int[] latsE7(int shape) {
    return Arrays.stream(points.row(shape)).map(latsE7::get).toArray();
  }

  /// Longitudes of a shape in travelling order.
  public int[] lonsE7(int shape) {
    return Arrays.stream(points.row(shape)).map(lonsE7::get).toArray();
  }

  private void readPoints(GtfsTable table) {
    int id = table.column("shape_id");
    int latColumn = table.column("shape_pt_lat");
    int lonColumn = table.column("shape_pt_lon");
    int sequence = table.column("shape_pt_sequence");
    while (table.next()) {
      double lat = table.decimal(latColumn);
      double lon = table.decimal(lonColumn);
      int order = table.number(sequence);
      if (!table.has(id)) {
        table.error("missing_id", id);
      } else if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
        table.error("shape_point_without_place", latColumn, table.text(id));
      } else if (order == GtfsTable.ABSENT) {
        table.error("missing_sequence", sequence, table.text(id));
      } else {
        int shape = ids.put(table.text(id));
        if (shape == firstLines.size()) {
          firstLines.add((int) table.line());
        }
        shapeOf.add(shape);
        latsE7.add((int) Math.round(lat * GeoPoint.E7));
        lonsE7.add((int) Math.round(lon * GeoPoint.E7));
        sequences.add(order);
      }
    }
  }

  /// Sorts the points of a shape by their sequence, in place and stably.
  private void sort(int shape, FileNotices notices) {
    int from = points.start(shape);
    int to = points.end(shape);
    boolean sorted = true;
    boolean twice = false;
    for (int i = from + 1; i < to; i++) {
      int step = sequence(i) - sequence(i - 1);
      sorted &= step >= 0;
      twice |= step == 0;
    }
    if (!sorted) {
      Integer[] row = Arrays.stream(points.row(shape)).boxed().toArray(Integer[]::new);
      Arrays.sort(row, (a, b) -> Integer.compare(sequences.get(a), sequences.get(b)));
      for (int i = 0; i < row.length; i++) {
        points.values()[from + i] = row[i];
      }
    }
    if (twice) {
      notices.warn(line(shape), "shape_pt_sequence", "duplicate_shape_sequence", id(shape));
    }
  }

  private int sequence(int index) {
    return sequences.get(points.values()[index]);
  }
}
