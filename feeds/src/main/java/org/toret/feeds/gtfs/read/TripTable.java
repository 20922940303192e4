package org.toret.feeds.gtfs.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.read.WindowTable.Pace;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;

/// `trips.txt`: the vehicle runs, without their times.
public final class TripTable {

  private final Ids ids = new Ids();
  private final List<Trip> trips = new ArrayList<>();
  private final Set<String> leftOut = new HashSet<>();
  private final Map<String, String> shared = new HashMap<>();

  /// One run.
  ///
  /// @param direction `direction_id`, -1 where none
  /// @param block empty where none
  /// @param shape number of the shape, -1 where none
  /// @param pace how long rides on demand take, [Pace#NONE] where it is not told
  public record Trip(
      String id,
      int route,
      int service,
      String headsign,
      String shortName,
      byte direction,
      String block,
      int shape,
      byte wheelchair,
      byte bikes,
      Pace pace,
      long line) {}

  /// What a trip refers to.
  public record References(RouteTable routes, ServiceTable services, ShapeTable shapes) {}

  private TripTable() {}

  public static TripTable read(GtfsSource source, References references, Notices notices) {
    TripTable result = new TripTable();
    try (GtfsTable table = GtfsTable.open(source, "trips.txt", notices)) {
      int id = table.column("trip_id");
      int route = table.column("route_id");
      int service = table.column("service_id");
      int shape = table.column("shape_id");
      while (table.next()) {
        if (result.ids.isFree(table, id)) {
          result.add(table, references, new int[] {id, route, service, shape});
        }
      }
    }
    return result;
  }

  public int count() {
    return trips.size();
  }

  public Trip trip(int number) {
    return trips.get(number);
  }

  /// The number of a trip, or -1 when it is not defined or cannot be used.
  public int find(String id) {
    return ids.find(id);
  }

  /// Whether a trip is in the file but was left out, which was told already.
  public boolean isLeftOut(String id) {
    return leftOut.contains(id);
  }

  private void add(GtfsTable table, References references, int[] columns) {
    String id = table.text(columns[0]);
    int route = references.routes().find(table.text(columns[1]));
    int service = references.services().find(table.text(columns[2]));
    if (route < 0 || service < 0) {
      int column = route < 0 ? columns[1] : columns[2];
      String code = route < 0 ? "undefined_route" : "undefined_service";
      table.error(code, column, id, table.text(column));
      leftOut.add(id);
      return;
    }
    ids.put(id);
    trips.add(
        new Trip(
            id,
            route,
            service,
            shared(table.text(table.column("trip_headsign"))),
            shared(table.text(table.column("trip_short_name"))),
            (byte) table.choice(table.column("direction_id"), 1, -1),
            shared(table.text(table.column("block_id"))),
            shape(table, references.shapes(), columns[3]),
            (byte) table.choice(table.column("wheelchair_accessible"), 2, 0),
            (byte) table.choice(table.column("bikes_allowed"), 2, 0),
            WindowTable.pace(table, "safe", 1),
            table.line()));
  }

  private static int shape(GtfsTable table, ShapeTable shapes, int column) {
    if (!table.has(column)) {
      return -1;
    }
    int shape = shapes.find(table.text(column));
    if (shape < 0) {
      table.warn("undefined_shape", column, table.text(column));
    }
    return shape >= 0 && shapes.isUsable(shape) ? shape : -1;
  }

  /// One text for many trips.
  private String shared(String text) {
    String known = shared.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
