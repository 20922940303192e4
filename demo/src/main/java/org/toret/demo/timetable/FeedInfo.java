package org.toret.demo.timetable;

import org.toret.demo.gtfs.FeedFile;

/// Writes `feed_info.txt`: who made this, and that it is a demonstration.
final class FeedInfo {

  static final String PUBLISHER = "Toret demo (orari dimostrativi)";
  static final String PUBLISHER_EN = "Toret demo (sample timetable)";

  private static final String SITE = "https://example.org/toret";

  private FeedInfo() {}

  static void write(FeedFile feed, String version) {
    feed.sheet(
            "feed_info.txt",
            "feed_publisher_name",
            "feed_publisher_url",
            "feed_lang",
            "default_lang",
            "feed_start_date",
            "feed_end_date",
            "feed_version",
            "feed_contact_url")
        .row(
            PUBLISHER,
            SITE,
            "it",
            "it",
            Service.FIRST_YEAR + "0101",
            Service.LAST_YEAR + "1231",
            "demo-" + version,
            SITE);
  }
}
