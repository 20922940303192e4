package org.toret.app.simulate.feed;

import com.google.transit.realtime.GtfsRealtime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.toret.app.simulate.Disturbance;
import org.toret.app.simulate.RunNow;
import org.toret.app.simulate.Simulation;
import org.toret.app.simulate.VehicleSeen;
import org.toret.base.notice.Messages;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// The runs, vehicles and disturbances of a timetable feed as GTFS-Realtime messages, version 2.0.
///
/// A trip update has the call that was left last and those still to come; ids are those of the
/// feed, without its name before them. Detours are told as calls left out, with an alert.
public final class RealtimeFeed {

  /// What a message may hold.
  public enum Part {
    TRIP_UPDATES,
    VEHICLE_POSITIONS,
    ALERTS
  }

  private static final Messages TEXTS =
      new Messages().load(RealtimeFeed.class, "alerts", "it", "en");
  private static final List<Locale> LANGUAGES = List.of(Locale.ITALIAN, Locale.ENGLISH);

  private final Simulation simulation;
  private final Timetable timetable;
  private final int feed;

  /// @param feed index of a timetable feed
  public RealtimeFeed(Simulation simulation, int feed) {
    this.simulation = simulation;
    this.timetable = simulation.city().timetable();
    this.feed = feed;
  }

  /// A message of a moment.
  public GtfsRealtime.FeedMessage at(long epochSecond, Set<Part> parts) {
    GtfsRealtime.FeedMessage.Builder message = GtfsRealtime.FeedMessage.newBuilder();
    message
        .getHeaderBuilder()
        .setGtfsRealtimeVersion("2.0")
        .setIncrementality(GtfsRealtime.FeedHeader.Incrementality.FULL_DATASET)
        .setTimestamp(epochSecond);
    if (parts.contains(Part.TRIP_UPDATES)) {
      for (RunNow run : simulation.runs(feed, epochSecond)) {
        update(run, epochSecond, message.addEntityBuilder());
      }
    }
    if (parts.contains(Part.VEHICLE_POSITIONS)) {
      for (VehicleSeen vehicle : simulation.vehicles(feed, epochSecond)) {
        position(vehicle, epochSecond, message.addEntityBuilder());
      }
    }
    if (parts.contains(Part.ALERTS)) {
      for (Disturbance one : simulation.disturbances(epochSecond)) {
        if (concerns(one)) {
          alert(one, message.addEntityBuilder());
        }
      }
    }
    return message.build();
  }

  private void update(RunNow run, long epochSecond, GtfsRealtime.FeedEntity.Builder entity) {
    entity.setId("trip-" + name(run));
    GtfsRealtime.TripUpdate.Builder update = entity.getTripUpdateBuilder();
    update.setTimestamp(epochSecond).setTrip(trip(run));
    if (run.cancelled()) {
      update
          .getTripBuilder()
          .setScheduleRelationship(GtfsRealtime.TripDescriptor.ScheduleRelationship.CANCELED);
      return;
    }
    update.getVehicleBuilder().setId(vehicle(run));
    Patterns patterns = timetable.patterns();
    int calls = patterns.stopOffsets()[run.pattern()];
    for (int call = Math.max(0, run.passed()); call < run.length(); call++) {
      GtfsRealtime.TripUpdate.StopTimeUpdate.Builder told =
          update
              .addStopTimeUpdateBuilder()
              .setStopSequence(patterns.sequences()[calls + call])
              .setStopId(stopId(run.pattern(), call));
      if (run.skipped()[call]) {
        told.setScheduleRelationship(
            GtfsRealtime.TripUpdate.StopTimeUpdate.ScheduleRelationship.SKIPPED);
      } else {
        int delay = run.delays()[call];
        told.getArrivalBuilder().setDelay(delay).setTime(run.scheduledArrivals()[call] + delay);
        told.getDepartureBuilder().setDelay(delay).setTime(run.scheduledDepartures()[call] + delay);
      }
    }
  }

  private void position(
      VehicleSeen seen, long epochSecond, GtfsRealtime.FeedEntity.Builder entity) {
    RunNow run = seen.run();
    int calls = timetable.patterns().stopOffsets()[run.pattern()];
    entity.setId("vehicle-" + name(run));
    GtfsRealtime.VehiclePosition.Builder vehicle = entity.getVehicleBuilder();
    vehicle
        .setTrip(trip(run))
        .setCurrentStopSequence(timetable.patterns().sequences()[calls + seen.call()])
        .setStopId(stopId(run.pattern(), seen.call()))
        .setCurrentStatus(
            seen.stands()
                ? GtfsRealtime.VehiclePosition.VehicleStopStatus.STOPPED_AT
                : GtfsRealtime.VehiclePosition.VehicleStopStatus.IN_TRANSIT_TO)
        .setTimestamp(epochSecond)
        .setOccupancyStatus(occupancy(seen.filling()));
    vehicle.getVehicleBuilder().setId(vehicle(run)).setLabel(timetable.routes().name(run.route()));
    vehicle
        .getPositionBuilder()
        .setLatitude((float) seen.point().lat())
        .setLongitude((float) seen.point().lon())
        .setBearing((float) seen.bearingDegrees())
        .setSpeed((float) seen.metresPerSecond());
  }

  private static GtfsRealtime.VehiclePosition.OccupancyStatus occupancy(double filling) {
    if (filling < 0.1) {
      return GtfsRealtime.VehiclePosition.OccupancyStatus.EMPTY;
    } else if (filling < 0.4) {
      return GtfsRealtime.VehiclePosition.OccupancyStatus.MANY_SEATS_AVAILABLE;
    } else if (filling < 0.6) {
      return GtfsRealtime.VehiclePosition.OccupancyStatus.FEW_SEATS_AVAILABLE;
    }
    return filling < 0.9
        ? GtfsRealtime.VehiclePosition.OccupancyStatus.STANDING_ROOM_ONLY
        : GtfsRealtime.VehiclePosition.OccupancyStatus.FULL;
  }

  private boolean concerns(Disturbance one) {
    return one.route() >= 0
        ? timetable.routes().feeds()[one.route()] == feed
        : one.stops().stream().anyMatch(stop -> timetable.stops().feeds()[stop] == feed);
  }

  private void alert(Disturbance one, GtfsRealtime.FeedEntity.Builder entity) {
    entity.setId("alert-" + one.id());
    GtfsRealtime.Alert.Builder alert = entity.getAlertBuilder();
    alert.addActivePeriodBuilder().setStart(one.from()).setEnd(one.until());
    switch (one.kind()) {
      case DETOUR ->
          alert
              .setCause(GtfsRealtime.Alert.Cause.CONSTRUCTION)
              .setEffect(GtfsRealtime.Alert.Effect.DETOUR);
      case JAM ->
          alert
              .setCause(GtfsRealtime.Alert.Cause.ACCIDENT)
              .setEffect(GtfsRealtime.Alert.Effect.SIGNIFICANT_DELAYS);
      case LIFT ->
          alert
              .setCause(GtfsRealtime.Alert.Cause.MAINTENANCE)
              .setEffect(GtfsRealtime.Alert.Effect.ACCESSIBILITY_ISSUE);
    }
    for (Locale language : LANGUAGES) {
      String code = one.kind().code();
      alert
          .getHeaderTextBuilder()
          .addTranslationBuilder()
          .setLanguage(language.getLanguage())
          .setText(TEXTS.text(language, code + "_header", one.names()));
      alert
          .getDescriptionTextBuilder()
          .addTranslationBuilder()
          .setLanguage(language.getLanguage())
          .setText(TEXTS.text(language, code + "_text", one.names()));
    }
    if (one.route() >= 0) {
      String route = local(timetable.routes().ids().get(one.route()));
      alert.addInformedEntityBuilder().setRouteId(route);
    }
    for (int stop : one.stops()) {
      GtfsRealtime.EntitySelector.Builder selector = alert.addInformedEntityBuilder();
      selector.setStopId(local(timetable.stops().ids().get(stop)));
      if (one.route() >= 0) {
        selector.setRouteId(local(timetable.routes().ids().get(one.route())));
      }
    }
  }

  private GtfsRealtime.TripDescriptor trip(RunNow run) {
    String id = local(timetable.trips().ids().get(run.trip()));
    int repeated = id.lastIndexOf('#');
    GtfsRealtime.TripDescriptor.Builder trip =
        GtfsRealtime.TripDescriptor.newBuilder()
            .setTripId(repeated < 0 ? id : id.substring(0, repeated))
            .setStartDate(run.date().toString().replace("-", ""))
            .setRouteId(local(timetable.routes().ids().get(run.route())));
    if (repeated >= 0) {
      String start = id.substring(repeated + 1);
      trip.setStartTime(start.replaceFirst("^(\\d+)(\\d\\d)(\\d\\d)$", "$1:$2:$3"));
    }
    return trip.build();
  }

  private String name(RunNow run) {
    return local(timetable.trips().ids().get(run.trip())) + "@" + run.date();
  }

  /// A vehicle does one run only.
  private String vehicle(RunNow run) {
    return local(timetable.trips().ids().get(run.trip()));
  }

  private String stopId(int pattern, int call) {
    Patterns patterns = timetable.patterns();
    int node = patterns.nodes()[patterns.stopOffsets()[pattern] + call];
    return local(timetable.stops().ids().get(timetable.nodes().stops()[node]));
  }

  private static String local(String id) {
    return id.substring(id.indexOf(':') + 1);
  }
}
