package org.toret.feeds.gtfs.check;

import java.time.LocalDate;
import java.util.BitSet;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.read.FeedInfo;
import org.toret.feeds.gtfs.read.ServiceTable;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.feeds.gtfs.table.GtfsTable;

/// Looks at the days of a feed: over, not begun, nearly over, other than it says of itself.
public final class CalendarChecks {

  private static final int SOON_DAYS = 7;

  private CalendarChecks() {}

  /// First and last epoch day with service.
  public record Span(int firstDay, int lastDay) {}

  /// The days covered by the services of usable trips.
  public static Span span(ServiceTable services, BitSet running) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int service = running.nextSetBit(0); service >= 0; ) {
      int[] days = services.epochDays(service);
      first = Math.min(first, days[0]);
      last = Math.max(last, days[days.length - 1]);
      service = running.nextSetBit(service + 1);
    }
    return new Span(first, last);
  }

  /// Tells what is odd about the days; `running` are the services of usable trips.
  public static void run(
      ServiceTable services,
      BitSet running,
      FeedInfo info,
      LocalDate today,
      String feed,
      Notices notices) {
    for (int service = 0; service < services.count(); service++) {
      if (!running.get(service) && !services.isEmpty(service)) {
        new FileNotices(feed, services.file(service), notices)
            .info(services.line(service), "service_id", "unused_service", services.id(service));
      }
    }
    if (running.isEmpty()) {
      return;
    }
    FileNotices found = new FileNotices(feed, "", notices);
    Span span = span(services, running);
    int now = (int) today.toEpochDay();
    if (span.lastDay() < now) {
      found.warn(0, "", "feed_expired", LocalDate.ofEpochDay(span.lastDay()));
    } else if (span.firstDay() > now) {
      found.warn(0, "", "feed_not_begun", LocalDate.ofEpochDay(span.firstDay()));
    } else if (span.lastDay() < now + SOON_DAYS) {
      found.info(0, "", "feed_expires_soon", LocalDate.ofEpochDay(span.lastDay()));
    }
    compare(span, info, new FileNotices(feed, "feed_info.txt", notices));
  }

  private static void compare(Span span, FeedInfo info, FileNotices notices) {
    boolean before = info.firstDay() != GtfsTable.ABSENT && span.firstDay() < info.firstDay();
    boolean after = info.lastDay() != GtfsTable.ABSENT && span.lastDay() > info.lastDay();
    if (before || after) {
      notices.info(
          0,
          "",
          "services_beyond_feed_dates",
          LocalDate.ofEpochDay(span.firstDay()),
          LocalDate.ofEpochDay(span.lastDay()));
    }
  }
}
