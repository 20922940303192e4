package org.toret.feeds.gtfs.fares;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.fare.ZoneFares;
import org.toret.network.fare.build.FareRows;
import org.toret.network.fare.build.FeedFaresBuilder;
import org.toret.network.timetable.Stops;

/// Reads the files of Fares v1, with the zones of `stops.txt`.
final class ZoneFareReader {

  private static final int LAST_TRANSFERS = 2;

  private final FareSource source;
  private final FeedFaresBuilder builder;
  private final Set<String> fares = new HashSet<>();
  private final Set<String> zones = new HashSet<>();

  ZoneFareReader(FareSource source, FeedFaresBuilder builder) {
    this.source = source;
    this.builder = builder;
  }

  /// Reads everything; whether there are fares that can be used.
  boolean read() {
    readFares();
    if (fares.isEmpty()) {
      return false;
    }
    readZones();
    readRules();
    return true;
  }

  private void readFares() {
    try (GtfsTable table = source.open("fare_attributes.txt")) {
      int id = table.column("fare_id");
      int price = table.column("price");
      int currency = table.column("currency_type");
      int agency = table.column("agency_id");
      int duration = table.column("transfer_duration");
      while (table.next()) {
        OptionalInt cents = FareCells.cents(table, price, false);
        int operator = table.has(agency) ? source.agency(table.text(agency)) : -1;
        if (table.has(agency) && operator < 0) {
          table.error("fare_undefined_reference", agency, table.text(agency));
        } else if (cents.isPresent() && FareCells.isNew(table, id, fares)) {
          builder.add(
              new FareRows.ZoneFare(
                  table.text(id),
                  cents.getAsInt(),
                  FareCells.currency(table, currency),
                  transfers(table),
                  table.number(duration, -1),
                  operator,
                  (int) table.line()));
        }
      }
    }
  }

  private static int transfers(GtfsTable table) {
    int column = table.column("transfers");
    return table.has(column) ? table.choice(column, LAST_TRANSFERS, 0) : ZoneFares.UNLIMITED;
  }

  private void readZones() {
    Stops stops = source.timetable().stops();
    for (int stop = 0; stop < stops.count(); stop++) {
      String zone = stops.feeds()[stop] == source.feed() ? stops.zones().get(stop) : "";
      if (!zone.isEmpty()) {
        zones.add(zone);
        builder.addStopZone(zone, stop);
      }
    }
  }

  private void readRules() {
    try (GtfsTable table = source.open("fare_rules.txt")) {
      int fare = table.column("fare_id");
      int route = table.column("route_id");
      int origin = table.column("origin_id");
      int destination = table.column("destination_id");
      int contains = table.column("contains_id");
      while (table.next()) {
        int line = table.has(route) ? source.route(table.text(route)) : -1;
        if (table.has(route) && line < 0) {
          table.error("fare_undefined_reference", route, table.text(route));
        } else if (FareCells.holds(table, fare)
            && FareCells.refers(table, fare, fares)
                & FareCells.refers(table, origin, zones)
                & FareCells.refers(table, destination, zones)
                & FareCells.refers(table, contains, zones)) {
          builder.add(
              new FareRows.ZoneRule(
                  table.text(fare),
                  line,
                  table.text(origin),
                  table.text(destination),
                  table.text(contains)));
        }
      }
    }
  }
}
