package org.toret.feeds.elevation;

import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.Heights;

/// A raster of heights in WGS84 degrees. 4 bytes per cell. Immutable and thread-safe.
///
/// Between cell centres heights are interpolated bilinearly; outside, and where the source has no
/// value, the height is NaN.
public final class ElevationModel implements Heights {

  private final float[] metres;
  private final int columns;
  private final int rows;
  private final double west;
  private final double north;
  private final double lonStep;
  private final double latStep;

  /// @param metres heights row by row from the north-west, NaN where there is none
  /// @param west longitude of the centre of the first column
  /// @param north latitude of the centre of the first row
  /// @param lonStep degrees from column to column
  /// @param latStep degrees from row to row, southward
  public ElevationModel(
      float[] metres,
      int columns,
      int rows,
      double west,
      double north,
      double lonStep,
      double latStep) {
    if (metres.length != columns * rows || columns < 1 || rows < 1) {
      throw new IllegalArgumentException(
          metres.length + " heights are not " + columns + " by " + rows);
    }
    this.metres = metres;
    this.columns = columns;
    this.rows = rows;
    this.west = west;
    this.north = north;
    this.lonStep = lonStep;
    this.latStep = latStep;
  }

  @Override
  public double metres(double lat, double lon) {
    double x = (lon - west) / lonStep;
    double y = (north - lat) / latStep;
    // half a cell beyond the outer centres still belongs to the raster
    if (!(x >= -0.5 && x <= columns - 0.5 && y >= -0.5 && y <= rows - 0.5)) {
      return Double.NaN;
    }
    double insideX = Math.max(0, Math.min(columns - 1.0, x));
    double insideY = Math.max(0, Math.min(rows - 1.0, y));
    int column = (int) Math.min(Math.max(0, columns - 2), insideX);
    int row = (int) Math.min(Math.max(0, rows - 2), insideY);
    double right = insideX - column;
    double down = insideY - row;
    double top = mix(cell(row, column), cell(row, column + 1), right);
    double bottom = mix(cell(row + 1, column), cell(row + 1, column + 1), right);
    return mix(top, bottom, down);
  }

  /// How far the cells' centres lie apart, the wider of the two directions.
  public double stepDegrees() {
    return Math.max(lonStep, latStep);
  }

  /// The area with heights.
  public BoundingBox area() {
    return new BoundingBox(
        north - (rows - 0.5) * latStep,
        west - 0.5 * lonStep,
        north + 0.5 * latStep,
        west + (columns - 0.5) * lonStep);
  }

  private float cell(int row, int column) {
    return metres[Math.min(row, rows - 1) * columns + Math.min(column, columns - 1)];
  }

  private static double mix(double a, double b, double share) {
    if (share == 0 || Double.isNaN(b)) {
      return a;
    }
    return Double.isNaN(a) ? b : a + share * (b - a);
  }
}
