package org.toret.feeds.gtfs.flex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.check.RunChecks;
import org.toret.feeds.gtfs.read.CallTable;
import org.toret.feeds.gtfs.read.RunWriter;
import org.toret.feeds.gtfs.read.ServiceTable;
import org.toret.feeds.gtfs.read.StopTable;
import org.toret.feeds.gtfs.read.TripTable;
import org.toret.feeds.gtfs.read.TripTable.Trip;
import org.toret.feeds.gtfs.read.WindowTable;
import org.toret.feeds.gtfs.read.WindowTable.Pace;
import org.toret.feeds.gtfs.read.WindowTable.Row;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.network.flex.BookingRules;
import org.toret.network.flex.FlexCalls;
import org.toret.network.flex.FlexRows.CallRow;
import org.toret.network.flex.FlexRows.NoticeRow;
import org.toret.network.flex.FlexRows.RuleRow;
import org.toret.network.flex.FlexRows.TripRow;
import org.toret.network.flex.OnDemandBuilder;
import org.toret.network.timetable.build.TimetableBuilder;

/// Reads the rides on demand of a feed. Of a trip are used the rides between two rows with a
/// window; what begins or ends at a stop with a time is told and not used.
public final class FlexReader {

  /// `pickup_type` and `drop_off_type` of where one may not.
  private static final int NOT_POSSIBLE = 1;

  private final String feed;
  private final Tables tables;
  private final PlaceReader places;
  private final Map<String, RuleRow> rules;
  private final OnDemandBuilder onDemand;
  private final FileNotices calls;
  private final FileNotices trips;
  private final Map<String, Integer> placeNumbers = new HashMap<>();
  private final Map<String, Integer> ruleNumbers = new HashMap<>();

  /// What of the feed is read already.
  public record Tables(
      StopTable stops,
      ServiceTable services,
      TripTable trips,
      CallTable calls,
      WindowTable windows) {}

  private FlexReader(GtfsSource source, Tables tables, OnDemandBuilder onDemand, Notices notices) {
    feed = source.feed();
    this.tables = tables;
    this.onDemand = onDemand;
    places = PlaceReader.read(source, tables.stops(), notices);
    rules = RuleReader.read(source, tables.services(), notices);
    calls = new FileNotices(feed, "stop_times.txt", notices);
    trips = new FileNotices(feed, "trips.txt", notices);
  }

  /// Adds the trips on demand, and the feed to the timetable when they are its first ones.
  public static void read(
      GtfsSource source,
      Tables tables,
      RunWriter runs,
      TimetableBuilder timetable,
      OnDemandBuilder onDemand,
      RunChecks checks,
      Notices notices) {
    if (!tables.windows().isEmpty()) {
      new FlexReader(source, tables, onDemand, notices).readTrips(runs, timetable, checks);
    }
  }

  private void readTrips(RunWriter runs, TimetableBuilder timetable, RunChecks checks) {
    for (int number = 0; number < tables.trips().count(); number++) {
      Trip trip = tables.trips().trip(number);
      List<Row> rows = usable(trip, tables.windows().rows(number));
      if (rows.isEmpty()) {
        continue;
      }
      if (tables.services().isEmpty(trip.service())) {
        if (tables.calls().rowCount(number) == 0) {
          trips.warn(trip.line(), "service_id", "trip_without_days", trip.id());
        }
        continue;
      }
      if (tables.calls().rowCount(number) > 0) {
        trips.info(trip.line(), "trip_id", "flexible_rides_partly_used", trip.id());
      }
      checks.lookOnDemand(trip, stops(rows));
      RunWriter.Numbers numbers = runs.numbers();
      int service = numbers.services()[trip.service()];
      timetable.addUse(timetable.feedCount() - 1, service);
      List<CallRow> row = rows.stream().map(call -> call(trip, call, numbers)).toList();
      onDemand.addTrip(
          new TripRow(
              feed + ":" + trip.id(),
              numbers.firstRoute() + trip.route(),
              service,
              trip.wheelchair(),
              row));
    }
  }

  /// The rows of a trip in travelling order, none where nobody can ride from one to a later one.
  private List<Row> usable(Trip trip, List<Row> rows) {
    List<Row> known = new ArrayList<>();
    for (Row row : rows) {
      if (!places.knows(row)) {
        calls.error(row.line(), "", "undefined_location", row.id(), trip.id());
      } else if (!hasRule(row.pickupRule()) || !hasRule(row.dropOffRule())) {
        String rule = hasRule(row.pickupRule()) ? row.dropOffRule() : row.pickupRule();
        calls.error(row.line(), "pickup_booking_rule_id", "undefined_booking_rule", rule);
      } else {
        known.add(row);
      }
    }
    known.sort(Comparator.comparingInt(Row::sequence));
    boolean boarded = false;
    for (Row row : known) {
      if (boarded && row.dropOff() != NOT_POSSIBLE) {
        return known;
      }
      boarded |= row.pickup() != NOT_POSSIBLE;
    }
    known.forEach(row -> calls.warn(row.line(), "", "flexible_stop_not_used", trip.id()));
    return List.of();
  }

  private boolean hasRule(String id) {
    return id.isEmpty() || rules.containsKey(id);
  }

  private int[] stops(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> places.stops(row).stream())
        .mapToInt(stop -> stop)
        .toArray();
  }

  private CallRow call(Trip trip, Row row, RunWriter.Numbers numbers) {
    int place =
        placeNumbers.computeIfAbsent(
            row.target() + ":" + row.id(),
            fresh -> onDemand.addPlace(places.place(row, feed, numbers.stops())));
    int flags =
        (row.pickup() == NOT_POSSIBLE ? 0 : FlexCalls.PICKUP)
            | (row.dropOff() == NOT_POSSIBLE ? 0 : FlexCalls.DROP_OFF);
    Pace pace = row.pace().equals(Pace.NONE) ? trip.pace() : row.pace();
    return new CallRow(
        place,
        row.startSeconds(),
        row.endSeconds(),
        flags,
        rule(row.pickupRule(), numbers),
        rule(row.dropOffRule(), numbers),
        pace.factor(),
        pace.offsetSeconds());
  }

  private int rule(String id, RunWriter.Numbers numbers) {
    RuleRow rule = rules.get(id);
    return rule == null
        ? -1
        : ruleNumbers.computeIfAbsent(id, fresh -> onDemand.addRule(numbered(rule, numbers)));
  }

  /// The rule with its service as the timetable numbers it.
  private static RuleRow numbered(RuleRow rule, RunWriter.Numbers numbers) {
    NoticeRow notice = rule.notice();
    int service = notice.service();
    return new RuleRow(
        rule.id(),
        rule.type(),
        new NoticeRow(
            notice.minMinutes(),
            notice.maxMinutes(),
            notice.lastDay(),
            notice.lastSecond(),
            notice.startDay(),
            notice.startSecond(),
            service == BookingRules.NONE ? service : numbers.services()[service]),
        rule.message(),
        rule.pickupMessage(),
        rule.dropOffMessage(),
        rule.phone(),
        rule.infoUrl(),
        rule.bookingUrl());
  }
}
