package org.toret.router.raptor;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;

/// The service days among which a search chooses, on one axis of seconds.
///
/// A service day's times count from its noon minus 12 h (GTFS), which is midnight but for the days
/// on which clocks change; each day therefore has its own shift against the base date. A view of
/// one search is immutable.
///
/// @param baseDate the date whose noon minus 12 h is 0 on the axis
/// @param days the service dates, oldest first
public record TimetableView(
    Timetable timetable,
    Transfers transfers,
    Transfers stepFreeTransfers,
    ZoneId zone,
    LocalDate baseDate,
    List<DayTimetable> days) {

  public TimetableView {
    days = List.copyOf(days);
  }

  /// What to add to a time of a service date to get it on the axis.
  public int shiftSeconds(int day) {
    return Math.toIntExact(origin(days.get(day).date(), zone) - origin(baseDate, zone));
  }

  /// The instant of an axis second.
  public long epochSecond(int axisSeconds) {
    return origin(baseDate, zone) + axisSeconds;
  }

  /// The axis second of an instant.
  public int axisSeconds(long epochSecond) {
    return Math.toIntExact(epochSecond - origin(baseDate, zone));
  }

  /// Noon minus 12 h of a date, as an epoch second.
  public static long origin(LocalDate date, ZoneId zone) {
    return date.atTime(LocalTime.NOON).atZone(zone).toEpochSecond() - 12 * 3600;
  }
}
