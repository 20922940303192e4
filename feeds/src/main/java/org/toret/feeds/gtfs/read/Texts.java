package org.toret.feeds.gtfs.read;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.toret.feeds.gtfs.table.GtfsTable;

/// Checks of texts that are shown and never decide a journey.
final class Texts {

  private Texts() {}

  /// Tells of an address that is not one of the web.
  static void checkUrl(GtfsTable table, int column) {
    String url = table.text(column).toLowerCase(Locale.ROOT);
    if (!url.isEmpty() && !url.startsWith("http://") && !url.startsWith("https://")) {
      table.info("invalid_url", column, table.text(column));
    }
  }

  /// The language of a cell as a BCP 47 tag, or empty with a notice when it is none.
  static String language(GtfsTable table, int column) {
    String tag = table.text(column).replace('_', '-');
    try {
      return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag().replace("und", "");
    } catch (IllformedLocaleException e) {
      table.warn("invalid_language", column, table.text(column));
      return "";
    }
  }
}
