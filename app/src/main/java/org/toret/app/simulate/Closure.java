package org.toret.app.simulate;

import java.time.LocalDate;
import org.toret.app.simulate.closure.Block;

/// A block of a street that is dug up for a week, and closed by day.
///
/// @param id stays the same for the week
/// @param firstDay a Monday
/// @param from epoch second of the day asked for from which on it is closed
/// @param until epoch second of that day, not included
public record Closure(String id, Block block, LocalDate firstDay, long from, long until) {

  /// It is closed each day from this hour on …
  public static final int FROM_HOUR = 6;

  /// … until half past this one.
  public static final int UNTIL_HOUR = 21;

  /// It lasts so many days.
  public static final int DAYS = 7;
}
