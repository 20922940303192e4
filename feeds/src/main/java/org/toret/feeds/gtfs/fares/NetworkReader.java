package org.toret.feeds.gtfs.fares;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.fare.build.FeedFaresBuilder;

/// Reads which routes form which network.
final class NetworkReader {

  private final FareSource source;
  private final FeedFaresBuilder builder;
  private final Set<String> networks;
  private final Map<Integer, String> networkOf = new HashMap<>();

  NetworkReader(FareSource source, FeedFaresBuilder builder, Set<String> networks) {
    this.source = source;
    this.builder = builder;
    this.networks = networks;
  }

  void read() {
    boolean tables = source.files().has("networks.txt") || source.files().has("route_networks.txt");
    if (!tables) {
      readRoutes();
      return;
    }
    try (GtfsTable table = source.open("networks.txt")) {
      int id = table.column("network_id");
      while (table.next()) {
        FareCells.isNew(table, id, networks);
      }
    }
    try (GtfsTable table = source.open("route_networks.txt")) {
      int network = table.column("network_id");
      int route = table.column("route_id");
      while (table.next()) {
        if (FareCells.holds(table, network) && FareCells.refers(table, network, networks)) {
          add(table, route, table.text(network));
        }
      }
    }
  }

  /// The older form: a column of `routes.txt`.
  private void readRoutes() {
    try (GtfsTable table = source.openQuietly("routes.txt")) {
      int network = table.column("network_id");
      int route = table.column("route_id");
      while (network >= 0 && table.next()) {
        if (table.has(network) && source.route(table.text(route)) >= 0) {
          networks.add(table.text(network));
          builder.addRouteNetwork(table.text(network), source.route(table.text(route)));
        }
      }
    }
  }

  private void add(GtfsTable table, int column, String network) {
    int route = source.route(table.text(column));
    if (route < 0) {
      table.error("fare_undefined_reference", column, table.text(column));
      return;
    }
    String before = networkOf.putIfAbsent(route, network);
    if (network.equals(before)) {
      return;
    }
    if (before != null) {
      table.warn("fare_route_in_two_networks", column, table.text(column), before, network);
    }
    builder.addRouteNetwork(network, route);
  }
}
