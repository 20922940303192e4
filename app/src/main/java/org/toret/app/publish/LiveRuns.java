package org.toret.app.publish;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.toret.feeds.gtfsrt.TripDescriptor;
import org.toret.feeds.gtfsrt.TripDescriptor.Relationship;
import org.toret.feeds.gtfsrt.TripUpdate;
import org.toret.feeds.gtfsrt.TripUpdate.CallRelationship;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeEvent;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeProperties;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeUpdate;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.overlay.TripChange;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.TimetableView;

/// Tells every run of a feed that does not go as published or is said to, call by call with its
/// moment, so that whoever has the same timetable comes to the same one of today.
final class LiveRuns {

  private final LiveTimetable live;
  private final Timetable timetable;
  private final int feed;
  private final int prefix;
  private final ZoneId zone;

  LiveRuns(LiveTimetable live, int feed) {
    this.live = live;
    this.timetable = live.timetable();
    this.feed = feed;
    this.prefix = timetable.feeds().ids().get(feed).length() + 1;
    this.zone = ZoneId.of(timetable.feeds().zones().get(feed));
  }

  List<TripUpdate> list() {
    List<TripUpdate> updates = new ArrayList<>();
    int published = live.published().trips().count();
    for (LocalDate date : new TreeSet<>(live.dates())) {
      for (int trip = 0; trip < published; trip++) {
        if (isOfFeed(trip)) {
          int row = trip;
          live.findChange(trip, date).ifPresent(change -> updates.add(changed(row, change, date)));
        }
      }
      for (int trip = published; trip < timetable.trips().count(); trip++) {
        if (live.publishedTrip(trip) < 0 && isOfFeed(trip) && runs(trip, date)) {
          updates.add(update(trip, trip, Relationship.ADDED, date, inFull(trip, date)));
        }
      }
    }
    for (LocalDate date : new TreeSet<>(live.datesOnTime())) {
      for (int trip : live.onTime(date)) {
        if (isOfFeed(trip)) {
          updates.add(update(trip, trip, Relationship.SCHEDULED, date, calls(trip, trip, date)));
        }
      }
    }
    return updates;
  }

  private boolean isOfFeed(int trip) {
    int pattern = timetable.trips().patterns()[trip];
    return timetable.routes().feeds()[timetable.patterns().routes()[pattern]] == feed;
  }

  private boolean runs(int trip, LocalDate date) {
    return timetable
        .calendar()
        .runs(timetable.trips().services()[trip], Math.toIntExact(date.toEpochDay()));
  }

  private TripUpdate changed(int trip, LiveTimetable.Change change, LocalDate date) {
    return switch (change.kind()) {
      case CANCELED -> update(trip, trip, Relationship.CANCELED, date, List.of());
      case DELETED -> update(trip, trip, Relationship.DELETED, date, List.of());
      case REPLACED, DETOURED ->
          update(trip, change.trip(), Relationship.REPLACEMENT, date, inFull(change.trip(), date));
      case RUNS, SEEN, ADDED, COPIED ->
          update(
              trip, change.trip(), Relationship.SCHEDULED, date, calls(trip, change.trip(), date));
    };
  }

  private TripUpdate update(
      int trip, int run, Relationship relationship, LocalDate date, List<StopTimeUpdate> calls) {
    String id = timetable.trips().ids().get(trip).substring(prefix);
    int repeated = id.indexOf('#');
    int pattern = timetable.trips().patterns()[run];
    int route = timetable.patterns().routes()[pattern];
    OptionalInt start = repeated < 0 ? OptionalInt.empty() : OptionalInt.of(departure(trip, 0));
    boolean otherwise =
        relationship == Relationship.ADDED || relationship == Relationship.REPLACEMENT;
    return new TripUpdate(
        date + "|" + id,
        new TripDescriptor(
            repeated < 0 ? id : id.substring(0, repeated),
            own(timetable.routes().ids().get(route)),
            timetable.trips().directions()[run],
            start,
            Optional.of(date),
            relationship,
            Optional.empty()),
        Optional.empty(),
        calls,
        OptionalLong.empty(),
        OptionalInt.empty(),
        otherwise ? Optional.of(named(run)) : Optional.empty());
  }

  private TripUpdate.TripProperties named(int run) {
    return new TripUpdate.TripProperties(
        "",
        Optional.empty(),
        OptionalInt.empty(),
        "",
        timetable.trips().headsigns().get(run),
        timetable.trips().shortNames().get(run));
  }

  /// The calls of a run that calls as its trip does, or passes.
  private List<StopTimeUpdate> calls(int trip, int run, LocalDate date) {
    long origin = TimetableView.origin(date, zone);
    List<StopTimeUpdate> calls = new ArrayList<>();
    for (int call = 0; call < length(run); call++) {
      int stop = stop(trip, call);
      int now = stop(run, call);
      byte pickup = pickup(run, call);
      byte dropOff = dropOff(run, call);
      boolean passes = live.passes(run, call);
      boolean same = pickup == pickup(trip, call) && dropOff == dropOff(trip, call);
      Optional<StopTimeProperties> properties =
          passes || same && stop == now
              ? Optional.empty()
              : Optional.of(
                  new StopTimeProperties(
                      stop == now ? "" : id(now),
                      "",
                      pickup == pickup(trip, call) ? OptionalInt.empty() : OptionalInt.of(pickup),
                      dropOff == dropOff(trip, call)
                          ? OptionalInt.empty()
                          : OptionalInt.of(dropOff)));
      calls.add(
          new StopTimeUpdate(
              OptionalInt.of(sequence(trip, call)),
              id(stop),
              Optional.of(event(origin, arrival(trip, call), arrival(run, call))),
              Optional.of(event(origin, departure(trip, call), departure(run, call))),
              passes ? CallRelationship.SKIPPED : CallRelationship.SCHEDULED,
              Optional.empty(),
              properties));
    }
    return calls;
  }

  /// All calls of a run that goes its own way.
  private List<StopTimeUpdate> inFull(int run, LocalDate date) {
    long origin = TimetableView.origin(date, zone);
    int trip = live.kind(run) == TripChange.Kind.REPLACED ? live.publishedTrip(run) : -1;
    List<StopTimeUpdate> calls = new ArrayList<>();
    for (int call = 0; call < length(run); call++) {
      int meant = trip < 0 ? -1 : live.publishedCall(run, call);
      boolean known = meant >= 0 && stop(trip, meant) == stop(run, call);
      int aimedArrival = known ? arrival(trip, meant) : arrival(run, call);
      int aimedDeparture = known ? departure(trip, meant) : departure(run, call);
      byte pickup = pickup(run, call);
      byte dropOff = dropOff(run, call);
      calls.add(
          new StopTimeUpdate(
              OptionalInt.of(sequence(run, call)),
              id(stop(run, call)),
              Optional.of(event(origin, aimedArrival, arrival(run, call))),
              Optional.of(event(origin, aimedDeparture, departure(run, call))),
              CallRelationship.SCHEDULED,
              Optional.empty(),
              pickup == 0 && dropOff == 0
                  ? Optional.empty()
                  : Optional.of(
                      new StopTimeProperties(
                          "", "", OptionalInt.of(pickup), OptionalInt.of(dropOff)))));
    }
    return calls;
  }

  private static StopTimeEvent event(long origin, int aimed, int expected) {
    return new StopTimeEvent(
        OptionalInt.of(expected - aimed),
        OptionalLong.of(origin + expected),
        OptionalLong.of(origin + aimed),
        OptionalInt.empty());
  }

  private String own(String id) {
    return id.substring(prefix);
  }

  private String id(int stop) {
    return own(timetable.stops().ids().get(stop));
  }

  private int pattern(int trip) {
    return timetable.trips().patterns()[trip];
  }

  private int length(int trip) {
    return timetable.patterns().length(pattern(trip));
  }

  private int at(int trip, int call) {
    return timetable.patterns().stopOffsets()[pattern(trip)] + call;
  }

  private int stop(int trip, int call) {
    return timetable.nodes().stops()[timetable.patterns().nodes()[at(trip, call)]];
  }

  private int sequence(int trip, int call) {
    return timetable.patterns().sequences()[at(trip, call)];
  }

  private byte pickup(int trip, int call) {
    return timetable.patterns().pickups()[at(trip, call)];
  }

  private byte dropOff(int trip, int call) {
    return timetable.patterns().dropOffs()[at(trip, call)];
  }

  private int arrival(int trip, int call) {
    Patterns patterns = timetable.patterns();
    return patterns.arrival(patterns.timeOffset(pattern(trip), trip) + call);
  }

  private int departure(int trip, int call) {
    Patterns patterns = timetable.patterns();
    return patterns.departure(patterns.timeOffset(pattern(trip), trip) + call);
  }
}
