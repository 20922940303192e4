package org.toret.app.simulate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.toret.base.calendar.Holidays;

/// How much of the city is on its way, from 0 (nobody) to 1 (the worst of a working day).
///
/// Working days have a peak at eight and a broader one at six in the evening; Saturdays and
/// holidays one swell in the afternoon.
///
/// Thread-safe.
final class Demand {

  private static final double NIGHT = 0.04;
  private static final int DAY_SECONDS = 86_400;

  /// What kind of day it is.
  enum Kind {
    WORKING,
    SATURDAY,
    HOLIDAY
  }

  private final ZoneId zone;
  private final String country;
  private volatile Day last = new Day(Long.MIN_VALUE, Kind.WORKING);

  /// A day whose kind is known: it is asked for again and again.
  private record Day(long epochDay, Kind kind) {}

  /// @param country whose public holidays count
  Demand(ZoneId zone, String country) {
    this.zone = zone;
    this.country = country;
  }

  ZoneId zone() {
    return zone;
  }

  Kind kind(LocalDate date) {
    Day known = last;
    if (known.epochDay() != date.toEpochDay()) {
      known = new Day(date.toEpochDay(), find(date));
      last = known;
    }
    return known.kind();
  }

  private Kind find(LocalDate date) {
    if (date.getDayOfWeek() == DayOfWeek.SUNDAY || Holidays.isHoliday(country, date)) {
      return Kind.HOLIDAY;
    }
    return date.getDayOfWeek() == DayOfWeek.SATURDAY ? Kind.SATURDAY : Kind.WORKING;
  }

  double level(long epochSecond) {
    double hour = hour(epochSecond);
    return switch (kind(date(epochSecond))) {
      case WORKING -> {
        double day = 0.42 * between(hour, 6, 20.5);
        double peaks = 0.54 * swell(hour, 8, 1) + 0.5 * swell(hour, 18, 1.3);
        yield Math.min(1, NIGHT + day + peaks);
      }
      case SATURDAY -> NIGHT + 0.5 * swell(hour, 16.5, 3.8) + 0.12 * swell(hour, 23, 1.5);
      case HOLIDAY -> NIGHT + 0.34 * swell(hour, 17, 3.8);
    };
  }

  /// The calendar day in city time.
  LocalDate date(long epochSecond) {
    return LocalDate.ofEpochDay(Math.floorDiv(local(epochSecond), DAY_SECONDS));
  }

  /// Hours since midnight by the clock of the city.
  double hour(long epochSecond) {
    return Math.floorMod(local(epochSecond), DAY_SECONDS) / 3600.0;
  }

  private long local(long epochSecond) {
    return epochSecond
        + zone.getRules().getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
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
