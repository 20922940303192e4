package org.toret.app.pages.board;

import java.util.List;
import org.toret.app.pages.frame.Disruption;

/// A line as its page shows it.
///
/// @param day the day in words
/// @param date the same as `2026-09-15`
/// @param disruptions what is told of it now
/// @param drawing what its map shows, as JSON
public record LineView(
    BoardView.Mark mark,
    String operator,
    String day,
    String date,
    List<Disruption> disruptions,
    List<Direction> directions,
    String drawing) {

  /// One direction.
  ///
  /// @param facts how many trips, the first and the last
  /// @param hours all departures, by hour
  public record Direction(String headsign, String facts, List<Call> calls, List<Hour> hours) {}

  /// A stop of the course.
  public record Call(String name, String href, String next) {}

  /// The departures of one hour.
  public record Hour(String hour, List<String> minutes) {}
}
