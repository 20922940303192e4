package org.toret.app.simulate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.toret.base.calendar.Holidays;

/// How much of the city is on its way, from 0 (nobody) to 1 (the worst of a working day).
///
/// Working days have a peak at eight and a broader one at six in the evening; Saturdays and
/// holidays one swell in the afternoon.
///
/// @param country whose public holidays count
record Demand(ZoneId zone, String country) {

  private static final double NIGHT = 0.04;

  /// What kind of day it is.
  enum Kind {
    WORKING,
    SATURDAY,
    HOLIDAY
  }

  Kind kind(LocalDate date) {
    if (date.getDayOfWeek() == DayOfWeek.SUNDAY || Holidays.isHoliday(country, date)) {
      return Kind.HOLIDAY;
    }
    return date.getDayOfWeek() == DayOfWeek.SATURDAY ? Kind.SATURDAY : Kind.WORKING;
  }

  double level(long epochSecond) {
    ZonedDateTime time = time(epochSecond);
    double hour = hour(time);
    return switch (kind(time.toLocalDate())) {
      case WORKING -> {
        double day = 0.42 * between(hour, 6, 20.5);
        double peaks = 0.54 * swell(hour, 8, 1) + 0.5 * swell(hour, 18, 1.3);
        yield Math.min(1, NIGHT + day + peaks);
      }
      case SATURDAY -> NIGHT + 0.5 * swell(hour, 16.5, 3.8) + 0.12 * swell(hour, 23, 1.5);
      case HOLIDAY -> NIGHT + 0.34 * swell(hour, 17, 3.8);
    };
  }

  ZonedDateTime time(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).atZone(zone);
  }

  static double hour(ZonedDateTime time) {
    return time.toLocalTime().toSecondOfDay() / 3600.0;
  }

  /// A bell around an hour.
  static double swell(double hour, double middle, double width) {
    double off = (hour - middle) / width;
    return Math.exp(-off * off / 2);
  }

  /// 1 between two hours, 0 outside, with soft ends.
  static double between(double hour, double from, double until) {
    return 1 / (1 + Math.exp(-4 * (hour - from))) / (1 + Math.exp(4 * (hour - until)));
  }
}
