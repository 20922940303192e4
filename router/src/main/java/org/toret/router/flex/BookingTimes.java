package org.toret.router.flex;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.toret.network.flex.BookingRules;
import org.toret.network.flex.BookingType;
import org.toret.network.timetable.ServiceCalendar;

/// When rides can be booked. The notice of both ends counts from the pick-up.
///
/// Source: GTFS Schedule, `booking_rules.txt`.
final class BookingTimes {

  private static final long MINUTE = 60;

  /// So many days back a day of service is looked for.
  private static final int MOST_DAYS = 400;

  private final BookingRules rules;
  private final ServiceCalendar calendar;

  BookingTimes(BookingRules rules, ServiceCalendar calendar) {
    this.rules = rules;
    this.calendar = calendar;
  }

  /// The first pick-up of a service day that can still be booked, epoch second; [Long#MAX_VALUE]
  /// when it is too late for all of them.
  ///
  /// @param rule -1 for none: it may be booked until the pick-up
  long earliestPickup(int rule, LocalDate day, ZoneId zone, long now) {
    if (rule < 0) {
      return now;
    }
    return switch (rules.type(rule)) {
      case REAL_TIME -> now;
      case SAME_DAY -> now + MINUTE * rules.minMinutes(rule);
      case PRIOR_DAYS -> latest(rule, day, zone, now) >= now ? now : Long.MAX_VALUE;
    };
  }

  /// The last moment at which a pick-up can be booked, epoch second.
  long latest(int rule, LocalDate day, ZoneId zone, long pickup) {
    if (rule < 0) {
      return pickup;
    }
    return switch (rules.type(rule)) {
      case REAL_TIME -> pickup;
      case SAME_DAY -> pickup - MINUTE * rules.minMinutes(rule);
      case PRIOR_DAYS -> {
        LocalDate last = before(day, rules.lastDay(rule), rules.service(rule));
        yield noonLess12(last, zone) + rules.lastSecond(rule);
      }
    };
  }

  /// The first moment at which a pick-up can be booked, epoch second; [FlexBooking#ALWAYS] where
  /// none is stated.
  long opens(int rule, LocalDate day, ZoneId zone, long pickup) {
    if (rule < 0 || rules.type(rule) == BookingType.REAL_TIME) {
      return FlexBooking.ALWAYS;
    }
    if (rules.maxMinutes(rule) != BookingRules.NONE) {
      return pickup - MINUTE * rules.maxMinutes(rule);
    }
    if (rules.startDay(rule) != BookingRules.NONE) {
      LocalDate first = before(day, rules.startDay(rule), rules.service(rule));
      return noonLess12(first, zone) + rules.startSecond(rule);
    }
    return FlexBooking.ALWAYS;
  }

  /// Noon minus 12 h of a day, from which GTFS counts, epoch second.
  static long noonLess12(LocalDate day, ZoneId zone) {
    return day.atTime(LocalTime.NOON).atZone(zone).toEpochSecond()
        - Duration.ofHours(12).toSeconds();
  }

  /// So many days before a day, of which only those of a service count where one is named.
  private LocalDate before(LocalDate day, int days, int service) {
    if (service == BookingRules.NONE) {
      return day.minusDays(days);
    }
    LocalDate found = day;
    int left = days;
    for (int back = 1; back <= MOST_DAYS && left > 0; back++) {
      found = day.minusDays(back);
      left -= calendar.runs(service, (int) found.toEpochDay()) ? 1 : 0;
    }
    return found;
  }
}
