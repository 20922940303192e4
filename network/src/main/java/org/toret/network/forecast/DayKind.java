package org.toret.network.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.toret.base.calendar.Holidays;

/// Kinds of days on which people move alike.
enum DayKind {
  WORKDAY,
  SATURDAY,
  /// Sundays and public holidays.
  HOLIDAY;

  static DayKind of(LocalDate day, String country) {
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY || Holidays.isHoliday(country, day)) {
      return HOLIDAY;
    }
    return day.getDayOfWeek() == DayOfWeek.SATURDAY ? SATURDAY : WORKDAY;
  }
}
