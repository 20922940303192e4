package org.toret.app.tiles;

import org.toret.base.columns.IntList;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;

/// Turns fixed-point degrees into the coordinates of one tile: 0 … [#EXTENT], y downwards.
final class TileFrame {

  /// Units along each side of a tile.
  static final int EXTENT = 4096;

  /// How far beyond its sides a tile draws, so that strokes do not end there.
  static final int BUFFER = 128;

  private final TileId tile;
  private final double units;
  private final int south;
  private final int west;
  private final int north;
  private final int east;

  TileFrame(TileId tile) {
    this.tile = tile;
    this.units = (double) EXTENT * (1L << tile.z());
    BoundingBox box = tile.bounds((double) BUFFER / EXTENT);
    south = (int) (box.south() * GeoPoint.E7);
    west = (int) (box.west() * GeoPoint.E7);
    north = (int) (box.north() * GeoPoint.E7);
    east = (int) (box.east() * GeoPoint.E7);
  }

  int zoom() {
    return tile.z();
  }

  BoundingBox box() {
    return tile.bounds((double) BUFFER / EXTENT);
  }

  boolean touches(int southE7, int westE7, int northE7, int eastE7) {
    return northE7 >= south && southE7 <= north && eastE7 >= west && westE7 <= east;
  }

  boolean holds(int latE7, int lonE7) {
    return latE7 >= south && latE7 <= north && lonE7 >= west && lonE7 <= east;
  }

  int x(int lonE7) {
    double world = (lonE7 / GeoPoint.E7 + 180) / 360;
    return (int) Math.round(world * units - (double) tile.x() * EXTENT);
  }

  int y(int latE7) {
    double sin = Math.sin(Math.toRadians(latE7 / GeoPoint.E7));
    double world = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
    return (int) Math.round(world * units - (double) tile.y() * EXTENT);
  }

  /// A line as alternating x and y.
  int[] line(IntList latsE7, IntList lonsE7) {
    int[] line = new int[2 * latsE7.size()];
    for (int i = 0; i < latsE7.size(); i++) {
      line[2 * i] = x(lonsE7.get(i));
      line[2 * i + 1] = y(latsE7.get(i));
    }
    return line;
  }

  /// Part of two columns as alternating x and y.
  int[] line(int[] latsE7, int[] lonsE7, int from, int to) {
    int[] line = new int[2 * (to - from)];
    for (int i = from; i < to; i++) {
      line[2 * (i - from)] = x(lonsE7[i]);
      line[2 * (i - from) + 1] = y(latsE7[i]);
    }
    return line;
  }
}
