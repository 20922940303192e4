package org.toret.router.reach;

import java.util.Arrays;
import org.toret.base.geo.GeoPoint;

/// How soon each point of a regular grid on the ground is reached. Points are `cellMetres` apart on
/// a local plane (equirectangular around the middle, within 0.1 % of length over 100 km). 16 bytes
/// per point. Not thread-safe.
///
/// Places reached are *sampled*: each sample is a place with its time. Afterwards [#spread] carries
/// every sample to the points around it, with the time to walk there in a straight line: this is
/// how what lies beside a street comes within reach. It keeps with each point the sample it was
/// reached from and passes it on to the neighbours, as in P.-E. Danielsson, *Euclidean Distance
/// Mapping*, Computer Graphics and Image Processing 14 (1980); four passes over the grid instead of
/// one circle per sample.
public final class TimeGrid {

  /// The time of a point that is not reached.
  public static final float NEVER = Float.POSITIVE_INFINITY;

  private static final double METRES_PER_DEGREE = Math.PI * 6_371_008.8 / 180;

  private final double south;
  private final double west;
  private final double metresPerLon;
  private final double cellMetres;
  private final int columns;
  private final int rows;
  private final float[] times;
  private final float[] sampleX;
  private final float[] sampleY;
  private final float[] sampleTime;

  /// @param frame what must be covered
  public TimeGrid(ReachFrame frame) {
    cellMetres = frame.cellMetres();
    south = frame.box().south();
    west = frame.box().west();
    double middle = Math.toRadians((south + frame.box().north()) / 2);
    metresPerLon = METRES_PER_DEGREE * Math.cos(middle);
    columns = 2 + (int) Math.ceil((frame.box().east() - west) * metresPerLon / cellMetres);
    rows = 2 + (int) Math.ceil((frame.box().north() - south) * METRES_PER_DEGREE / cellMetres);
    times = new float[rows * columns];
    sampleX = new float[times.length];
    sampleY = new float[times.length];
    sampleTime = new float[times.length];
    Arrays.fill(times, NEVER);
    Arrays.fill(sampleTime, NEVER);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public double cellMetres() {
    return cellMetres;
  }

  /// The seconds after which a point is reached, [#NEVER] where it is not.
  public float seconds(int row, int column) {
    return times[row * columns + column];
  }

  /// Where a point of the plane lies, in metres east and north of the grid's corner.
  public GeoPoint point(double x, double y) {
    return new GeoPoint(south + y / METRES_PER_DEGREE, west + x / metresPerLon);
  }

  double x(int lonE7) {
    return (lonE7 / GeoPoint.E7 - west) * metresPerLon;
  }

  double y(int latE7) {
    return (latE7 / GeoPoint.E7 - south) * METRES_PER_DEGREE;
  }

  /// Notes a place that is reached at a time, with the four points around it.
  void sample(double x, double y, double seconds, double metresPerSecond) {
    int column = (int) Math.floor(x / cellMetres);
    int row = (int) Math.floor(y / cellMetres);
    for (int r = Math.max(0, row); r <= Math.min(rows - 1, row + 1); r++) {
      for (int c = Math.max(0, column); c <= Math.min(columns - 1, column + 1); c++) {
        offer(r, c, (float) x, (float) y, (float) seconds, metresPerSecond, Double.MAX_VALUE);
      }
    }
  }

  /// Reaches every point around a place by the straight line.
  void cone(double x, double y, double seconds, double metresPerSecond, double radiusMetres) {
    int fromRow = (int) Math.max(0, Math.ceil((y - radiusMetres) / cellMetres));
    int toRow = (int) Math.min(rows - 1, Math.floor((y + radiusMetres) / cellMetres));
    int fromColumn = (int) Math.max(0, Math.ceil((x - radiusMetres) / cellMetres));
    int toColumn = (int) Math.min(columns - 1, Math.floor((x + radiusMetres) / cellMetres));
    for (int row = fromRow; row <= toRow; row++) {
      for (int column = fromColumn; column <= toColumn; column++) {
        double metres = Math.hypot(column * cellMetres - x, row * cellMetres - y);
        int at = row * columns + column;
        if (metres <= radiusMetres) {
          times[at] = Math.min(times[at], (float) (seconds + metres / metresPerSecond));
        }
      }
    }
  }

  /// Carries the samples on to all points around them.
  void spread(double metresPerSecond, double radiusMetres) {
    for (int pass = 0; pass < 2; pass++) {
      for (int row = 0; row < rows; row++) {
        sweep(row, row - 1, metresPerSecond, radiusMetres);
      }
      for (int row = rows - 1; row >= 0; row--) {
        sweep(row, row + 1, metresPerSecond, radiusMetres);
      }
    }
  }

  private void sweep(int row, int before, double speed, double radius) {
    if (before >= 0 && before < rows) {
      for (int column = 0; column < columns; column++) {
        for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
          take(row, column, before * columns + c, speed, radius);
        }
      }
    }
    for (int column = 1; column < columns; column++) {
      take(row, column, row * columns + column - 1, speed, radius);
    }
    for (int column = columns - 2; column >= 0; column--) {
      take(row, column, row * columns + column + 1, speed, radius);
    }
  }

  private void take(int row, int column, int neighbour, double speed, double radius) {
    float time = sampleTime[neighbour];
    if (time < times[row * columns + column]) {
      offer(row, column, sampleX[neighbour], sampleY[neighbour], time, speed, radius);
    }
  }

  private void offer(
      int row, int column, float x, float y, float seconds, double speed, double radius) {
    double metres = Math.hypot(column * cellMetres - x, row * cellMetres - y);
    float time = (float) (seconds + metres / speed);
    int at = row * columns + column;
    if (metres <= radius && time < times[at]) {
      times[at] = time;
      sampleX[at] = x;
      sampleY[at] = y;
      sampleTime[at] = seconds;
    }
  }
}
