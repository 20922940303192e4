package org.toret.app.pages.plan;

import java.util.List;

/// The picture of the trade-offs: alternatives as points in the plane of two costs, better towards
/// the lower left. Which two is chosen in the page: every point carries its place on all four axes,
/// as a share of the axis, and the style sheet takes two of them. So the picture works without
/// script.
///
/// @param axes one for each cost
/// @param across the cost that lies across at first
/// @param up the cost that stands up at first
/// @param caption what the picture says
/// @param open whether some cost of some alternative is not known
public record Trade(
    List<Axis> axes,
    String across,
    String up,
    List<Point> points,
    List<Front> fronts,
    String caption,
    boolean open) {

  public static final int WIDTH = 344;
  public static final int HEIGHT = 184;
  public static final int LEFT = 64;
  public static final int RIGHT = 306;
  public static final int TOP = 26;
  public static final int BOTTOM = 150;

  /// Where the frame runs: points that cost nothing keep clear of the marks.
  public static final int FRAME_LEFT = 43;

  public static final int FRAME_BOTTOM = 165;

  public static final int LABEL_WIDTH = 34;
  public static final int LABEL_HEIGHT = 21;

  /// Where on an axis that stands of which nothing is known, as a share of the axis.
  public static final double BEYOND = 1.085;

  /// A cost as an axis.
  ///
  /// @param open whether the cost of some alternative is wholly unknown
  public record Axis(String kind, String label, List<Tick> ticks, boolean open) {}

  /// A mark on an axis.
  ///
  /// @param at share of the axis, 0 to 1
  public record Tick(double at, String label) {

    public int x() {
      return Trade.x(at);
    }

    public int y() {
      return Trade.y(at);
    }
  }

  /// An alternative in the plane.
  ///
  /// @param group first group, for the colour
  /// @param spoken what it is and all its costs
  /// @param style its places on the axes, and how far from it its label stands so as to hide no
  ///   other
  /// @param doubts kinds of cost that are not known, separated by spaces
  /// @param fronts pairs of costs, `time-fare` …, in which no other is better in both
  public record Point(
      int number,
      String id,
      String group,
      String icon,
      String spoken,
      String style,
      String doubts,
      String fronts) {}

  /// The line along the alternatives that no other beats in both costs.
  ///
  /// @param pair `across-up`
  /// @param path as SVG writes it
  public record Front(String pair, String path) {}

  static int x(double share) {
    return (int) Math.round(LEFT + (RIGHT - LEFT) * share);
  }

  static int y(double share) {
    return (int) Math.round(BOTTOM - (BOTTOM - TOP) * share);
  }
}
