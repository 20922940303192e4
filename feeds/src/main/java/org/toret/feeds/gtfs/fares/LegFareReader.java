package org.toret.feeds.gtfs.fares;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.feeds.gtfs.read.ServiceTable;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.fare.LegTransferRules;
import org.toret.network.fare.build.FareRows;
import org.toret.network.fare.build.FeedFaresBuilder;

/// Reads the files of Fares v2. Networks come from `networks.txt` and `route_networks.txt`, or in
/// the older form from `routes.network_id`.
final class LegFareReader {

  private static final int DAY_SECONDS = 86_400;
  private static final int LAST_TRANSFER_TYPE = 2;
  private static final int LAST_DURATION_TYPE = 3;

  private final FareSource source;
  private final FeedFaresBuilder builder;
  private final Set<String> riders = new HashSet<>();
  private final Set<String> media = new HashSet<>();
  private final Set<String> products = new HashSet<>();
  private final Set<String> areas = new HashSet<>();
  private final Set<String> networks = new HashSet<>();
  private final Set<String> timeframes = new HashSet<>();
  private final Set<String> groups = new HashSet<>();
  private int legRules;

  LegFareReader(FareSource source, FeedFaresBuilder builder) {
    this.source = source;
    this.builder = builder;
  }

  /// Reads everything; whether there are leg rules that can be used.
  boolean read() {
    readRiders();
    readMedia();
    readProducts();
    readAreas();
    new NetworkReader(source, builder, networks).read();
    readTimeframes();
    readLegRules();
    readJoinRules();
    readTransferRules();
    return legRules > 0;
  }

  private void readRiders() {
    int defaults = 0;
    boolean proofs = false;
    try (GtfsTable table = source.open("rider_categories.txt")) {
      int id = table.column("rider_category_id");
      int name = table.column("rider_category_name");
      int isDefault = table.column("is_default_fare_category");
      int proof = table.column("eligibility_url");
      while (table.next()) {
        if (FareCells.isNew(table, id, riders)) {
          boolean chosen = table.choice(isDefault, 1, 0) == 1;
          proofs |= table.has(proof);
          defaults += chosen ? 1 : 0;
          if (chosen && defaults > 1) {
            table.warn("fare_second_default_rider", isDefault, table.text(id));
          }
          builder.add(
              new FareRows.Rider(table.text(id), table.text(name), chosen && defaults == 1));
        }
      }
      if (proofs) {
        Place place = Place.ofFeed(source.id());
        source.notices().add(Notice.of("fare_eligibility_not_told", Severity.INFO, place));
      }
      if (riders.size() > 1 && defaults == 0) {
        table.warn("fare_no_default_rider", isDefault);
      }
    }
  }

  private void readMedia() {
    try (GtfsTable table = source.open("fare_media.txt")) {
      int id = table.column("fare_media_id");
      int name = table.column("fare_media_name");
      int type = table.column("fare_media_type");
      while (table.next()) {
        if (FareCells.isNew(table, id, media)) {
          builder.add(
              new FareRows.Medium(table.text(id), table.text(name), table.choice(type, 4, 0)));
        }
      }
    }
  }

  private void readProducts() {
    Set<String> offers = new HashSet<>();
    try (GtfsTable table = source.open("fare_products.txt")) {
      int id = table.column("fare_product_id");
      int name = table.column("fare_product_name");
      int rider = table.column("rider_category_id");
      int medium = table.column("fare_media_id");
      int amount = table.column("amount");
      int currency = table.column("currency");
      while (table.next()) {
        String key = table.text(id) + "\0" + table.text(rider) + "\0" + table.text(medium);
        if (FareCells.holds(table, id)
            && FareCells.refers(table, rider, riders)
            && FareCells.refers(table, medium, media)) {
          OptionalInt cents = FareCells.cents(table, amount, true);
          if (!offers.add(key)) {
            table.error("fare_duplicate_id", id, table.text(id));
          } else if (cents.isPresent()) {
            products.add(table.text(id));
            builder.add(
                new FareRows.Product(
                    table.text(id),
                    table.text(name),
                    table.text(rider),
                    table.text(medium),
                    cents.getAsInt(),
                    FareCells.currency(table, currency),
                    (int) table.line()));
          }
        }
      }
    }
  }

  private void readAreas() {
    try (GtfsTable table = source.open("areas.txt")) {
      int id = table.column("area_id");
      while (table.next()) {
        FareCells.isNew(table, id, areas);
      }
    }
    try (GtfsTable table = source.open("stop_areas.txt")) {
      int area = table.column("area_id");
      int stop = table.column("stop_id");
      while (table.next()) {
        if (FareCells.holds(table, area) && FareCells.refers(table, area, areas)) {
          int index = source.stop(table.text(stop));
          if (index < 0) {
            table.error("fare_undefined_reference", stop, table.text(stop));
          } else {
            builder.addStopArea(table.text(area), index);
          }
        }
      }
    }
  }

  private void readTimeframes() {
    if (!source.files().has("timeframes.txt")) {
      return;
    }
    ServiceTable services = ServiceTable.read(source.files(), new Notices());
    try (GtfsTable table = source.open("timeframes.txt")) {
      int group = table.column("timeframe_group_id");
      int start = table.column("start_time");
      int end = table.column("end_time");
      int service = table.column("service_id");
      while (table.next()) {
        int number = services.find(table.text(service));
        int from = table.has(start) ? table.seconds(start) : 0;
        int to = table.has(end) ? table.seconds(end) : DAY_SECONDS;
        if (!FareCells.holds(table, group)) {
          continue;
        }
        timeframes.add(table.text(group));
        if (number < 0) {
          table.error("fare_undefined_reference", service, table.text(service));
        } else if (from == GtfsTable.ABSENT || to > DAY_SECONDS || to <= from) {
          table.error("fare_timeframe_invalid", start, table.text(start), table.text(end));
        } else {
          builder.add(
              new FareRows.Timeframe(table.text(group), from, to, services.epochDays(number)));
        }
      }
    }
  }

  private void readLegRules() {
    try (GtfsTable table = source.open("fare_leg_rules.txt")) {
      int priority = table.column("rule_priority");
      if (priority >= 0) {
        builder.prioritised();
      }
      while (table.next()) {
        if (legRuleIsSound(table)) {
          legRules++;
          groups.add(table.text(table.column("leg_group_id")));
          builder.add(
              new FareRows.LegRule(
                  table.text(table.column("leg_group_id")),
                  table.text(table.column("network_id")),
                  table.text(table.column("from_area_id")),
                  table.text(table.column("to_area_id")),
                  table.text(table.column("from_timeframe_group_id")),
                  table.text(table.column("to_timeframe_group_id")),
                  table.text(table.column("fare_product_id")),
                  Math.max(0, table.number(priority, 0)),
                  (int) table.line()));
        }
      }
    }
  }

  private boolean legRuleIsSound(GtfsTable table) {
    int product = table.column("fare_product_id");
    return FareCells.holds(table, product)
        & FareCells.refers(table, product, products)
        & FareCells.refers(table, table.column("network_id"), networks)
        & FareCells.refers(table, table.column("from_area_id"), areas)
        & FareCells.refers(table, table.column("to_area_id"), areas)
        & FareCells.refers(table, table.column("from_timeframe_group_id"), timeframes)
        & FareCells.refers(table, table.column("to_timeframe_group_id"), timeframes);
  }

  private void readJoinRules() {
    try (GtfsTable table = source.open("fare_leg_join_rules.txt")) {
      int from = table.column("from_network_id");
      int to = table.column("to_network_id");
      int fromStop = table.column("from_stop_id");
      int toStop = table.column("to_stop_id");
      while (table.next()) {
        if (FareCells.refers(table, from, networks)
            & FareCells.refers(table, to, networks)
            & stopIsSound(table, fromStop)
            & stopIsSound(table, toStop)) {
          if (table.has(fromStop) != table.has(toStop)) {
            table.error("fare_missing_value", table.has(fromStop) ? toStop : fromStop);
          } else {
            builder.add(
                new FareRows.JoinRule(
                    table.text(from),
                    table.text(to),
                    source.stop(table.text(fromStop)),
                    source.stop(table.text(toStop))));
          }
        }
      }
    }
  }

  private boolean stopIsSound(GtfsTable table, int column) {
    if (table.has(column) && source.stop(table.text(column)) < 0) {
      table.error("fare_undefined_reference", column, table.text(column));
      return false;
    }
    return true;
  }

  private void readTransferRules() {
    try (GtfsTable table = source.open("fare_transfer_rules.txt")) {
      int from = table.column("from_leg_group_id");
      int to = table.column("to_leg_group_id");
      int product = table.column("fare_product_id");
      int type = table.column("fare_transfer_type");
      while (table.next()) {
        int limit = table.number(table.column("duration_limit"), -1);
        int paid = table.choice(type, LAST_TRANSFER_TYPE, -1);
        if (FareCells.refers(table, from, groups)
                & FareCells.refers(table, to, groups)
                & FareCells.refers(table, product, products)
                & FareCells.holds(table, type)
            && paid >= 0) {
          builder.add(
              new FareRows.TransferRule(
                  table.text(from),
                  table.text(to),
                  table.text(product),
                  count(table, table.text(from).equals(table.text(to))),
                  limit > 0 ? limit : -1,
                  durationType(table, limit > 0),
                  paid,
                  (int) table.line()));
        }
      }
    }
  }

  /// How many transfers a rule spans; between different groups it does not say, and need not.
  private static int count(GtfsTable table, boolean same) {
    int column = table.column("transfer_count");
    int count = table.number(column, 0);
    if (!same) {
      return -1;
    }
    if (count == 0 || count < -1) {
      table.warn("fare_transfer_count_missing", column);
    }
    return count > 0 ? count : LegTransferRules.UNLIMITED;
  }

  private static int durationType(GtfsTable table, boolean limited) {
    int column = table.column("duration_limit_type");
    if (limited && !table.has(column)) {
      table.warn("fare_duration_type_missing", column);
    }
    return table.choice(column, LAST_DURATION_TYPE, 1);
  }
}
