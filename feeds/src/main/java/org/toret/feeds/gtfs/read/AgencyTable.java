package org.toret.feeds.gtfs.read;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;

/// `agency.txt`: the operators, and the time zone in which the whole feed is meant.
public final class AgencyTable {

  private static final String FILE = "agency.txt";

  private final Ids ids = new Ids();
  private final List<Agency> agencies = new ArrayList<>();
  private String zone = "";
  private String language = "";

  /// One operator, named by its id where it has no name.
  public record Agency(String id, String name, String url, long line) {}

  private AgencyTable() {}

  public static AgencyTable read(GtfsSource source, Notices notices) {
    AgencyTable result = new AgencyTable();
    try (GtfsTable table = GtfsTable.open(source, FILE, notices)) {
      int id = table.column("agency_id");
      int name = table.column("agency_name");
      int url = table.column("agency_url");
      int zone = table.column("agency_timezone");
      int language = table.column("agency_lang");
      while (table.next()) {
        result.readZone(table, zone);
        Texts.checkUrl(table, url);
        result.language = result.language.isEmpty() ? table.text(language) : result.language;
        result.add(table, id, name, url);
      }
    }
    result.checkIds(new FileNotices(source.feed(), FILE, notices));
    return result;
  }

  public List<Agency> agencies() {
    return agencies;
  }

  /// The number of an agency; with one agency in the feed, an empty id means it. -1 if undefined.
  public int find(String id) {
    return id.isEmpty() && agencies.size() == 1 ? 0 : ids.find(id);
  }

  /// IANA time zone of all times of the feed, empty where none is given.
  public String zone() {
    return zone;
  }

  /// Language of the first agency that names one, or empty.
  public String language() {
    return language;
  }

  private void add(GtfsTable table, int id, int name, int url) {
    String key = table.text(id);
    if (ids.find(key) >= 0) {
      table.error("duplicate_id", id, key);
      return;
    }
    if (!table.has(name)) {
      table.warn("missing_value", name, "agency_name");
    }
    ids.put(key);
    String named = table.has(name) ? table.text(name) : key;
    agencies.add(new Agency(key, named, table.text(url), table.line()));
  }

  private void readZone(GtfsTable table, int column) {
    String given = table.text(column);
    if (given.isEmpty()) {
      table.warn("missing_value", column, "agency_timezone");
    } else if (!isZone(given)) {
      table.warn("invalid_time_zone", column, given);
    } else if (zone.isEmpty()) {
      zone = given;
    } else if (!zone.equals(given)) {
      table.warn("mixed_time_zones", column, given, zone);
    }
  }

  private void checkIds(FileNotices notices) {
    if (agencies.size() < 2) {
      return;
    }
    for (Agency agency : agencies) {
      if (agency.id().isEmpty()) {
        notices.warn(agency.line(), "agency_id", "missing_agency_id", agency.name());
      }
    }
  }

  static boolean isZone(String name) {
    try {
      ZoneId.of(name);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
