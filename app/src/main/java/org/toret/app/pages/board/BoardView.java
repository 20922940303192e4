package org.toret.app.pages.board;

import java.util.List;
import org.toret.app.pages.plan.Paint;

/// A departure board as it is shown.
///
/// @param drawing what its map shows, as JSON
/// @param updated the time it was read, in words
public record BoardView(
    String id,
    String name,
    String municipality,
    String wheelchair,
    String drawing,
    List<Mark> lines,
    List<Row> rows,
    String updated) {

  /// A line's badge.
  public record Mark(
      String icon, String mode, String name, String title, String href, Paint paint) {}

  /// One departure.
  ///
  /// @param due in how many minutes, or the time alone when that is long
  /// @param scheduled the scheduled time where the expected one differs; empty otherwise
  public record Row(
      Mark line, String headsign, String platform, String clock, String due, String scheduled) {}
}
