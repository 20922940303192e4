package org.toret.feeds.gtfs.read;

import java.util.List;
import java.util.Map;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.timetable.build.TimetableBuilder;

/// Reads `translations.txt`, in the form of the specification and in the older one with `trans_id`,
/// into keys as [org.toret.network.timetable.Translations] wants them.
public final class TranslationReader {

  /// Fields of names that travellers see, which the older form translates without naming them.
  private static final List<String> NAMES =
      List.of("stop_name", "route_short_name", "route_long_name", "trip_headsign", "agency_name");

  /// What each table's fields start with.
  private static final Map<String, String> FIELD_PREFIXES =
      Map.of(
          "agency", "agency_",
          "stops", "",
          "routes", "",
          "trips", "trip_",
          "stop_times", "stop_",
          "feed_info", "feed_",
          "pathways", "",
          "levels", "level_",
          "attributions", "");

  private TranslationReader() {}

  /// Adds every usable translation to the builder; answers how many rows.
  public static int read(GtfsSource source, TimetableBuilder builder, Notices notices) {
    int count = 0;
    try (GtfsTable table = GtfsTable.open(source, "translations.txt", notices)) {
      boolean old = table.column("trans_id") >= 0 && table.column("table_name") < 0;
      if (old) {
        table.info("old_translations", table.column("trans_id"));
      }
      while (table.next()) {
        String language = Texts.language(table, table.column(old ? "lang" : "language"));
        if (language.isEmpty()) {
          table.error("translation_without_language", -1);
        } else if (old) {
          count += addOld(table, source.feed(), language, builder);
        } else {
          count += add(table, source.feed(), language, builder);
        }
      }
    }
    return count;
  }

  private static int addOld(
      GtfsTable table, String feed, String language, TimetableBuilder builder) {
    String original = table.text(table.column("trans_id"));
    String text = table.text(table.column("translation"));
    for (String field : NAMES) {
      builder.addTranslation(language + "|" + field + "|=" + feed + ":" + original, text);
    }
    return 1;
  }

  private static int add(GtfsTable table, String feed, String language, TimetableBuilder builder) {
    int nameColumn = table.column("table_name");
    String name = table.text(nameColumn);
    String field = table.text(table.column("field_name"));
    String prefix = FIELD_PREFIXES.get(name);
    if (prefix == null) {
      table.error("unknown_translated_table", nameColumn, name);
      return 0;
    }
    if (field.isEmpty() || !field.startsWith(prefix)) {
      table.error("unknown_translated_field", table.column("field_name"), name, field);
      return 0;
    }
    String record = table.text(table.column("record_id"));
    String part = table.text(table.column("record_sub_id"));
    String original = table.text(table.column("field_value"));
    if (record.isEmpty() && original.isEmpty() && !name.equals("feed_info")) {
      table.error("translation_of_nothing", -1);
      return 0;
    }
    String subject =
        original.isEmpty()
            ? feed + ":" + record + (part.isEmpty() ? "" : "|" + part)
            : "=" + feed + ":" + original;
    builder.addTranslation(
        language + "|" + field + "|" + subject, table.text(table.column("translation")));
    return 1;
  }
}
