package org.toret.feeds.gtfs;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.toret.feeds.gtfs.read.AgencyTable.Agency;
import org.toret.feeds.gtfs.read.FeedInfo;
import org.toret.feeds.gtfs.read.RouteTable.Route;
import org.toret.feeds.gtfs.read.RunWriter.Numbers;
import org.toret.feeds.gtfs.read.StopTable;
import org.toret.feeds.gtfs.read.StopTable.StopTexts;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.timetable.build.AgencyRow;
import org.toret.network.timetable.build.FeedRow;
import org.toret.network.timetable.build.RouteRow;
import org.toret.network.timetable.build.StopRow;
import org.toret.network.timetable.build.TimetableBuilder;

/// Adds to the builder everything that trips refer to: the feed, agencies, stops, routes, services
/// and the shapes in use. Called only once it is certain that a trip follows.
final class FeedCommit {

  private final String feed;
  private final String zone;
  private final FeedTables tables;
  private final TimetableBuilder builder;

  FeedCommit(String feed, String zone, FeedTables tables, TimetableBuilder builder) {
    this.feed = feed;
    this.zone = zone;
    this.tables = tables;
    this.builder = builder;
  }

  Numbers add() {
    int number = builder.addFeed(feedRow());
    int[] agencies = addAgencies(number);
    int[] stops = addStops(number);
    int firstRoute = builder.routeCount();
    for (Route route : tables.routes().routes()) {
      builder.addRoute(
          new RouteRow(
              number,
              feed + ":" + route.id(),
              route.shortName(),
              route.longName(),
              agencies[Math.max(0, route.agency())],
              route.mode(),
              route.gtfsType(),
              route.colour(),
              route.textColour(),
              route.sortOrder()));
    }
    int[] services = new int[tables.services().count()];
    for (int service = 0; service < services.length; service++) {
      services[service] = builder.addService(tables.services().epochDays(service));
    }
    return new Numbers(stops, firstRoute, services, addShapes());
  }

  /// The publisher's name, else the first agency's, else the feed's id.
  String publisher() {
    if (!tables.info().publisher().isEmpty()) {
      return tables.info().publisher();
    }
    List<Agency> agencies = tables.agencies().agencies();
    return agencies.isEmpty() ? feed : agencies.getFirst().name();
  }

  /// `feed_version`, else the first day the feed says it is valid or has a service.
  String version() {
    FeedInfo info = tables.info();
    if (!info.version().isEmpty()) {
      return info.version();
    }
    int first = info.firstDay() == GtfsTable.ABSENT ? Integer.MAX_VALUE : info.firstDay();
    for (int i = 0; i < tables.services().count() && info.firstDay() == GtfsTable.ABSENT; i++) {
      int[] days = tables.services().epochDays(i);
      first = days.length > 0 ? Math.min(first, days[0]) : first;
    }
    return first == Integer.MAX_VALUE ? "" : LocalDate.ofEpochDay(first).toString();
  }

  private FeedRow feedRow() {
    FeedInfo info = tables.info();
    List<Agency> agencies = tables.agencies().agencies();
    String ownUrl = agencies.isEmpty() ? "" : agencies.getFirst().url();
    return new FeedRow(
        feed,
        publisher(),
        info.url().isEmpty() ? ownUrl : info.url(),
        version(),
        zone,
        info.language().isEmpty() ? tables.agencies().language() : info.language(),
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        tables.attribution());
  }

  private int[] addAgencies(int number) {
    List<Agency> agencies = tables.agencies().agencies();
    if (agencies.isEmpty()) {
      return new int[] {builder.addAgency(new AgencyRow(number, feed + ":", feed, ""))};
    }
    return agencies.stream()
        .mapToInt(agency ->
            builder.addAgency(
                new AgencyRow(number, feed + ":" + agency.id(), agency.name(), agency.url())))
        .toArray();
  }

  private int[] addStops(int number) {
    StopTable stops = tables.stops();
    int[] numbers = new int[stops.count()];
    int next = builder.stopCount();
    for (int stop = 0; stop < numbers.length; stop++) {
      numbers[stop] = stops.isPlaced(stop) ? next++ : -1;
    }
    for (int stop = 0; stop < numbers.length; stop++) {
      if (numbers[stop] >= 0) {
        int parent = stops.parent(stop);
        builder.addStop(row(number, stop, parent < 0 ? -1 : numbers[parent]));
      }
    }
    return numbers;
  }

  private StopRow row(int number, int stop, int parent) {
    StopTable stops = tables.stops();
    StopTexts texts = stops.texts(stop);
    return new StopRow(
        number,
        feed + ":" + stops.id(stop),
        texts.name(),
        texts.code(),
        texts.platform(),
        texts.zone(),
        stops.level(stop),
        stops.latE7(stop),
        stops.lonE7(stop),
        parent,
        (byte) stops.kind(stop),
        (byte) stops.wheelchair(stop));
  }

  private int[] addShapes() {
    BitSet used = new BitSet();
    for (int trip = 0; trip < tables.trips().count(); trip++) {
      int shape = tables.trips().trip(trip).shape();
      if (shape >= 0 && tables.calls().rowCount(trip) > 0) {
        used.set(shape);
      }
    }
    int[] numbers = new int[tables.shapes().count()];
    for (int shape = 0; shape < numbers.length; shape++) {
      numbers[shape] =
          used.get(shape)
              ? builder.addShape(tables.shapes().latsE7(shape), tables.shapes().lonsE7(shape))
              : -1;
    }
    return numbers;
  }
}
