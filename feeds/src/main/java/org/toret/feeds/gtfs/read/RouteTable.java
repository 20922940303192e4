package org.toret.feeds.gtfs.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.timetable.Mode;

/// `routes.txt`: the lines.
public final class RouteTable {

  private static final String FILE = "routes.txt";
  private static final int BUS = 3;
  private static final int LONGEST_SHORT_NAME = 12;
  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xFFFFFF;

  private final Ids ids = new Ids();
  private final List<Route> routes = new ArrayList<>();

  /// One line.
  ///
  /// @param agency number of the agency, -1 where the feed has none
  /// @param colour 0xRRGGBB or -1
  /// @param sortOrder [Integer#MAX_VALUE] where none
  public record Route(
      String id,
      String shortName,
      String longName,
      int agency,
      Mode mode,
      int gtfsType,
      int colour,
      int textColour,
      int sortOrder,
      long line) {}

  private RouteTable() {}

  public static RouteTable read(GtfsSource source, AgencyTable agencies, Notices notices) {
    RouteTable result = new RouteTable();
    boolean continuous = false;
    try (GtfsTable table = GtfsTable.open(source, FILE, notices)) {
      int id = table.column("route_id");
      int pickup = table.column("continuous_pickup");
      int dropOff = table.column("continuous_drop_off");
      while (table.next()) {
        if (result.ids.isFree(table, id)) {
          result.add(table, table.text(id), agencies);
          continuous |= table.choice(pickup, 3, 1) != 1 || table.choice(dropOff, 3, 1) != 1;
        }
      }
    }
    if (continuous) {
      new FileNotices(source.feed(), FILE, notices).info(0, "", "continuous_stopping_not_used");
    }
    return result;
  }

  public List<Route> routes() {
    return routes;
  }

  public Route route(int number) {
    return routes.get(number);
  }

  /// The number of a route, or -1 when it is not defined.
  public int find(String id) {
    return ids.find(id);
  }

  private void add(GtfsTable table, String id, AgencyTable agencies) {
    int shortName = table.column("route_short_name");
    int longName = table.column("route_long_name");
    if (!table.has(shortName) && !table.has(longName)) {
      table.warn("route_without_name", table.column("route_id"), id);
    }
    if (table.text(shortName).length() > LONGEST_SHORT_NAME) {
      table.info("long_short_name", shortName, table.text(shortName));
    }
    int type = table.number(table.column("route_type"));
    Mode mode = mode(table, type);
    int colour = table.colour(table.column("route_color"));
    int textColour = table.colour(table.column("route_text_color"));
    checkContrast(table, colour, textColour);
    Texts.checkUrl(table, table.column("route_url"));
    boolean named = table.has(shortName) || table.has(longName);
    ids.put(id);
    routes.add(
        new Route(
            id,
            named ? table.text(shortName) : id,
            table.text(longName),
            agency(table, agencies),
            mode,
            type == GtfsTable.ABSENT ? BUS : type,
            colour == GtfsTable.ABSENT ? -1 : colour,
            textColour == GtfsTable.ABSENT ? -1 : textColour,
            table.number(table.column("route_sort_order"), Integer.MAX_VALUE),
            table.line()));
  }

  private static Mode mode(GtfsTable table, int type) {
    int column = table.column("route_type");
    @Nullable Mode mode = type == GtfsTable.ABSENT ? null : RouteTypes.mode(type);
    if (mode == null) {
      table.warn("unknown_route_type", column, table.text(column));
      return Mode.BUS;
    }
    return mode;
  }

  private static int agency(GtfsTable table, AgencyTable agencies) {
    int column = table.column("agency_id");
    int agency = agencies.find(table.text(column));
    if (agency >= 0 || agencies.agencies().isEmpty()) {
      return agency;
    }
    if (table.has(column)) {
      table.warn("undefined_agency", column, table.text(column));
    } else {
      table.warn("missing_route_agency", column);
    }
    return 0;
  }

  private static void checkContrast(GtfsTable table, int colour, int textColour) {
    int back = colour == GtfsTable.ABSENT ? WHITE : colour;
    int text = textColour == GtfsTable.ABSENT ? BLACK : textColour;
    boolean given = colour != GtfsTable.ABSENT && textColour != GtfsTable.ABSENT;
    if (given && Math.abs(luma(back) - luma(text)) < 72) {
      table.info("poor_colour_contrast", table.column("route_color"));
    }
  }

  /// Brightness 0 … 255 after ITU-R BT.601.
  private static int luma(int rgb) {
    return (299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
  }
}
