package org.toret.app.pages.board;

import java.util.List;
import org.toret.app.pages.frame.Disruption;
import org.toret.app.pages.plan.Paint;

/// A departure board as it is shown.
///
/// @param drawing what its map shows, as JSON
/// @param access whether a wheelchair can board, in words; empty where it is not told
/// @param liftOut whether that is not so now, since a lift is out of order
/// @param disruptions what is told of the stop and its lines now
/// @param updated the time it was read, in words
public record BoardView(
    String id,
    String name,
    String municipality,
    String access,
    boolean liftOut,
    List<Disruption> disruptions,
    String drawing,
    List<Mark> lines,
    List<Row> rows,
    String updated) {

  /// A line's badge.
  public record Mark(
      String icon, String mode, String name, String title, String href, Paint paint) {}

  /// One departure.
  ///
  /// @param due in how many minutes, or the time where that is long; why nobody should wait, where
  ///   nobody should
  /// @param scheduled the scheduled time where the expected one differs, or where nobody should
  ///   wait; empty otherwise
  /// @param clock the expected time where it does not stand for `due` already
  /// @param missing whether it does not run, or does not stop here
  public record Row(
      Mark line,
      String headsign,
      String platform,
      String clock,
      String due,
      String scheduled,
      boolean missing,
      Now now) {}

  /// What is known of a departure beside the timetable, in words; empty where nothing is.
  ///
  /// @param source what its time rests on
  /// @param estimated whether that is where the vehicle was seen, and nobody told it
  /// @param late how late, or that it is in time
  /// @param otherTime whether it leaves later or earlier than in the timetable
  /// @param otherwise that it is an extra one, is led another way …
  /// @param occupancy how full it is
  public record Now(
      String source,
      boolean estimated,
      String late,
      boolean otherTime,
      String otherwise,
      String occupancy) {

    static final Now NOTHING = new Now("", false, "", false, "", "");
  }
}
