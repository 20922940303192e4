package org.toret.app.pages.plan;

import java.util.List;

/// One picture of the trade-offs: alternatives as points in the plane of two costs, better towards
/// the lower left. Coordinates are those of the picture, `WIDTH` × `HEIGHT`.
///
/// @param title the two costs, as in "Time and fare"
/// @param caption what the picture says, in words, and what is not in it
public record Trade(
    String title,
    String xLabel,
    String yLabel,
    List<Tick> xTicks,
    List<Tick> yTicks,
    List<Point> points,
    String caption) {

  public static final int WIDTH = 400;
  public static final int HEIGHT = 250;
  public static final int LEFT = 52;
  public static final int RIGHT = 388;
  public static final int TOP = 14;
  public static final int BOTTOM = 208;

  /// A mark on an axis.
  public record Tick(int at, String label) {}

  /// An alternative in the plane.
  ///
  /// @param group first group, for colour and shape
  /// @param atLeastX whether its first cost is only known to be at least this
  /// @param atLeastY whether its second cost is only known to be at least this
  public record Point(
      int number, String id, String group, int x, int y, boolean atLeastX, boolean atLeastY) {}
}
