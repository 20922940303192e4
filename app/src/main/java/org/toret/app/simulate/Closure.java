package org.toret.app.simulate;

import java.time.LocalDate;
import java.time.LocalTime;
import org.toret.app.simulate.closure.Block;

/// A block of a street that is dug up for a week, and closed by day.
///
/// @param id stays the same for the week
/// @param firstDay a Monday
/// @param from epoch second of the day asked for from which on it is closed
/// @param until epoch second of that day, not included
public record Closure(String id, Block block, LocalDate firstDay, long from, long until) {

  /// It is closed each day from this time on, by the clock of the city …
  public static final LocalTime FROM = LocalTime.of(6, 0);

  /// … until this one.
  public static final LocalTime UNTIL = LocalTime.of(21, 30);

  /// It lasts so many days.
  public static final int DAYS = 7;
}
