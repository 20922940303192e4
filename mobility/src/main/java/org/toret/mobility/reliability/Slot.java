package org.toret.mobility.reliability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.toret.base.calendar.Holidays;

/// Hours of days of one kind: working days, Saturdays, Sundays and holidays.
final class Slot {

  private static final int HOURS = 24;

  private Slot() {}

  /// The hour of a time in the day of its service date.
  ///
  /// @param seconds since noon minus 12 h; past midnight it is the hour of the clock in the kind of
  ///   day in which the service began
  static int of(LocalDate serviceDate, long seconds, String country) {
    int hour = (int) Math.floorMod(Math.floorDiv(seconds, 3600L), (long) HOURS);
    return kind(serviceDate, country) * HOURS + hour;
  }

  private static int kind(LocalDate date, String country) {
    DayOfWeek day = date.getDayOfWeek();
    if (day == DayOfWeek.SUNDAY || Holidays.isHoliday(country, date)) {
      return 2;
    }
    return day == DayOfWeek.SATURDAY ? 1 : 0;
  }
}
