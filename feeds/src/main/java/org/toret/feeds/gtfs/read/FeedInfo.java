package org.toret.feeds.gtfs.read;

import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;

/// `feed_info.txt`: who published the feed, and for when.
///
/// @param version empty where none is given
/// @param language BCP 47, empty where none or several (`mul`) are given
/// @param firstDay epoch day, [GtfsTable#ABSENT] where none is given
/// @param lastDay epoch day, [GtfsTable#ABSENT] where none is given
public record FeedInfo(
    String publisher, String url, String version, String language, int firstDay, int lastDay) {

  private static final String FILE = "feed_info.txt";
  private static final FeedInfo NONE =
      new FeedInfo("", "", "", "", GtfsTable.ABSENT, GtfsTable.ABSENT);

  public static FeedInfo read(GtfsSource source, Notices notices) {
    FeedInfo found = NONE;
    try (GtfsTable table = GtfsTable.open(source, FILE, notices)) {
      while (table.next()) {
        if (table.rowCount() > 1) {
          table.info("second_feed_info", -1);
        } else {
          found = row(table);
        }
      }
      if (table.rowCount() == 0) {
        new FileNotices(source.feed(), FILE, notices).info(0, "", "missing_feed_info");
      }
    }
    return found;
  }

  private static FeedInfo row(GtfsTable table) {
    int url = table.column("feed_publisher_url");
    Texts.checkUrl(table, url);
    int first = table.epochDay(table.column("feed_start_date"));
    int last = table.epochDay(table.column("feed_end_date"));
    if (first != GtfsTable.ABSENT && last != GtfsTable.ABSENT && last < first) {
      table.warn("dates_reversed", table.column("feed_end_date"), "feed_info");
    }
    String language = Texts.language(table, table.column("feed_lang"));
    return new FeedInfo(
        table.text(table.column("feed_publisher_name")),
        table.text(url),
        table.text(table.column("feed_version")),
        language.equals("mul") ? "" : language,
        first,
        last);
  }
}
