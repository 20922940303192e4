package org.toret.demo.timetable;

import org.toret.demo.gtfs.FeedFile;
import org.toret.demo.gtfs.Sheet;

/// Writes `routes.txt`, the networks of the fares and the English names.
final class Routes {

  private final String agency;
  private final Sheet routes;
  private final Sheet networks;
  private final Sheet translations;

  Routes(FeedFile feed, String agency) {
    this.agency = agency;
    routes =
        feed.sheet(
            "routes.txt",
            "route_id",
            "agency_id",
            "route_short_name",
            "route_long_name",
            "route_type",
            "route_color",
            "route_text_color");
    networks = feed.sheet("route_networks.txt", "network_id", "route_id");
    translations =
        feed.sheet(
            "translations.txt",
            "table_name",
            "field_name",
            "language",
            "translation",
            "record_id",
            "field_value");
  }

  /// Adds a route; `type` as in GTFS, colour as six hex digits.
  void add(String id, String name, String nameEn, int type, String colour, String network) {
    int red = Integer.parseInt(colour.substring(0, 2), 16);
    int green = Integer.parseInt(colour.substring(2, 4), 16);
    int blue = Integer.parseInt(colour.substring(4), 16);
    boolean bright = 299 * red + 587 * green + 114 * blue > 150_000;
    routes.row(id, agency, id, name, type, colour, bright ? "000000" : "FFFFFF");
    networks.row(network, id);
    if (!name.equals(nameEn)) {
      translate("routes", "route_long_name", id, nameEn);
    }
  }

  /// The English text of a field of a record.
  void translate(String table, String field, String record, String english) {
    translations.row(table, field, "en", english, record, "");
  }

  /// The English text of a field of `feed_info.txt`, which has one record.
  void translateFeed(String field, String english) {
    translations.row("feed_info", field, "en", english, "", "");
  }
}
