package org.toret.demo.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.SortedSet;
import org.toret.base.calendar.Holidays;
import org.toret.demo.gtfs.FeedFile;
import org.toret.demo.gtfs.Sheet;

/// The days on which trips run, from 2020 to 2039. A trip that runs on Sundays runs every day; one
/// that also runs on Saturdays is in {@link #MONDAY_TO_SATURDAY}, and so on, so that trips are
/// shared between day types.
public enum Service {
  MONDAY_TO_FRIDAY("feriali", "1,1,1,1,1,0,0"),
  MONDAY_TO_SATURDAY("feriali-sabato", "1,1,1,1,1,1,0"),
  EVERY_DAY("tutti", "1,1,1,1,1,1,1"),
  WEEKEND("fine-settimana", "0,0,0,0,0,1,1"),
  NIGHTS("notti", "0,0,0,0,1,1,0");

  static final int FIRST_YEAR = 2020;
  static final int LAST_YEAR = 2039;

  private final String id;
  private final String days;

  Service(String id, String days) {
    this.id = id;
    this.days = days;
  }

  /// The `service_id`.
  public String id() {
    return id;
  }

  /// Writes `calendar.txt` and `calendar_dates.txt` for the services a feed uses.
  static void write(FeedFile feed, Set<Service> used) {
    Sheet calendar =
        feed.sheet(
            "calendar.txt",
            "service_id",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "start_date",
            "end_date");
    for (Service service : used) {
      String[] days = service.days.split(",");
      calendar.row(
          service.id,
          days[0],
          days[1],
          days[2],
          days[3],
          days[4],
          days[5],
          days[6],
          FIRST_YEAR + "0101",
          LAST_YEAR + "1231");
    }
    Sheet dates = feed.sheet("calendar_dates.txt", "service_id", "date", "exception_type");
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      for (LocalDate day : holidays(year)) {
        exceptions(dates, day, used);
      }
    }
  }

  /// Those of the state and San Giovanni, patron of Turin.
  private static SortedSet<LocalDate> holidays(int year) {
    SortedSet<LocalDate> days = Holidays.italian(year);
    days.add(LocalDate.of(year, 6, 24));
    return days;
  }

  /// A holiday runs as a Sunday.
  private static void exceptions(Sheet dates, LocalDate day, Set<Service> used) {
    String date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
    DayOfWeek weekday = day.getDayOfWeek();
    if (weekday == DayOfWeek.SUNDAY) {
      return;
    }
    exception(dates, MONDAY_TO_SATURDAY, date, 2, used);
    if (weekday != DayOfWeek.SATURDAY) {
      exception(dates, MONDAY_TO_FRIDAY, date, 2, used);
      exception(dates, WEEKEND, date, 1, used);
    }
  }

  private static void exception(
      Sheet dates, Service service, String date, int type, Set<Service> used) {
    if (used.contains(service)) {
      dates.row(service.id, date, type);
    }
  }
}
