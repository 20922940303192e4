package org.toret.mobility.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.network.timetable.Feeds;

/// Whether the published timetables hold on a day.
public final class Validity {

  private Validity() {}

  /// A notice for every feed whose dates do not hold the day.
  public static List<Notice> notices(Feeds feeds, LocalDate day) {
    List<Notice> notices = new ArrayList<>();
    long epochDay = day.toEpochDay();
    for (int feed = 0; feed < feeds.count(); feed++) {
      if (epochDay < feeds.firstDays()[feed] || epochDay > feeds.lastDays()[feed]) {
        String id = feeds.ids().get(feed);
        String name = feeds.names().get(feed);
        notices.add(
            Notice.of(
                "feed_not_valid",
                Severity.WARNING,
                Place.ofFeed(id),
                name.isEmpty() ? id : name,
                LocalDate.ofEpochDay(feeds.firstDays()[feed]),
                LocalDate.ofEpochDay(feeds.lastDays()[feed])));
      }
    }
    return notices;
  }
}
