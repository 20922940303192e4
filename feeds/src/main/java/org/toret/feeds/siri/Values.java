package org.toret.feeds.siri;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeFactory;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.feeds.Moments;

/// Reads values that many elements share, and notes what is wrong with them.
///
/// @param source name of the source, for the notices
/// @param zone in which times without an offset are meant
record Values(String source, ZoneId zone, Notices notices) {

  private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)(?!\\d)");
  private static final int LONGEST_DELAY_SECONDS = 2 * 86_400;

  void note(String code, Severity severity, Object... args) {
    notices.add(Notice.of(code, severity, Place.ofFeed(source), args));
  }

  /// A moment; without an offset it is city time.
  OptionalLong moment(String text) {
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      int time = text.indexOf('T');
      boolean placed =
          text.endsWith("Z") || text.indexOf('+', time) > 0 || text.lastIndexOf('-') > time;
      long second =
          placed && time > 0
              ? OffsetDateTime.parse(text).toEpochSecond()
              : LocalDateTime.parse(text).atZone(zone).toEpochSecond();
      if (Moments.isUsual(second)) {
        return OptionalLong.of(second);
      }
    } catch (DateTimeException e) {
      // noted below, as a year that cannot be is
    }
    note("siri_invalid_time", Severity.WARNING, text);
    return OptionalLong.empty();
  }

  /// A date, alone or at the end of a reference.
  static Optional<LocalDate> date(String text) {
    Matcher date = DATE.matcher(text);
    Optional<LocalDate> found = Optional.empty();
    while (date.find()) {
      try {
        found =
            Optional.of(
                LocalDate.of(
                    Integer.parseInt(date.group(1)),
                    Integer.parseInt(date.group(2)),
                    Integer.parseInt(date.group(3))));
      } catch (DateTimeException e) {
        found = Optional.empty();
      }
    }
    return found;
  }

  /// A duration such as `PT128S` or `-PT1M`, in seconds.
  OptionalInt duration(String text) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      var duration = DatatypeFactory.newDefaultInstance().newDuration(text);
      double seconds =
          duration.getSign()
              * (duration.getDays() * 86_400.0
                  + duration.getHours() * 3600.0
                  + duration.getMinutes() * 60.0
                  + duration.getSeconds());
      if (duration.getYears() == 0
          && duration.getMonths() == 0
          && Math.abs(seconds) <= LONGEST_DELAY_SECONDS) {
        return OptionalInt.of((int) seconds);
      }
    } catch (IllegalArgumentException e) {
      // noted below
    }
    note("siri_unknown_value", Severity.WARNING, "duration", text);
    return OptionalInt.empty();
  }

  /// A whole number, empty where it is none.
  OptionalInt number(String text) {
    try {
      return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      note("siri_unknown_value", Severity.WARNING, "number", text);
      return OptionalInt.empty();
    }
  }

  /// A place with `Longitude` and `Latitude`; 0,0 is how some write that they do not know it.
  Optional<GeoPoint> point(SiriElement location) {
    String lat = location.text("Latitude");
    String lon = location.text("Longitude");
    try {
      if (!lat.isEmpty() && !lon.isEmpty()) {
        double north = Double.parseDouble(lat);
        double east = Double.parseDouble(lon);
        if (Math.abs(north) <= 90 && Math.abs(east) <= 180) {
          return north == 0 && east == 0
              ? Optional.empty()
              : Optional.of(new GeoPoint(north, east));
        }
      }
    } catch (NumberFormatException e) {
      // noted below
    }
    if (!lat.isEmpty() || !lon.isEmpty()) {
      note("siri_unknown_value", Severity.WARNING, "position", lat + ", " + lon);
    }
    return Optional.empty();
  }
}
