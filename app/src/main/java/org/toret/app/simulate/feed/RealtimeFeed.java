package org.toret.app.simulate.feed;

import com.google.transit.realtime.GtfsRealtime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.toret.app.simulate.DetouredTrips;
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
/// feed, without its name before them. Detours round closed streets are told as trip modifications,
/// with an alert; runs on them twice, as the specification asks: by the calls of the detour, and
/// for who does not know modifications as published with calls left out. Other detours are told as
/// calls left out alone.
public final class RealtimeFeed {

  /// What a message may hold.
  public enum Part {
    TRIP_UPDATES,
    VEHICLE_POSITIONS,
    ALERTS,
    TRIP_MODIFICATIONS
  }

  private static final Messages TEXTS =
      new Messages().load(RealtimeFeed.class, "alerts", "it", "en");
  private static final List<Locale> LANGUAGES = List.of(Locale.ITALIAN, Locale.ENGLISH);

  private final Simulation simulation;
  private final Timetable timetable;
  private final FeedNames names;
  private final int feed;

  /// @param feed index of a timetable feed
  public RealtimeFeed(Simulation simulation, int feed) {
    this.simulation = simulation;
    this.timetable = simulation.city().timetable();
    this.names = new FeedNames(timetable);
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
      DetourEntities detours = new DetourEntities(simulation, feed, epochSecond, TEXTS);
      for (RunNow run : simulation.runs(feed, epochSecond)) {
        update(run, epochSecond, message.addEntityBuilder());
        DetouredTrips detour = run.detour();
        if (detour != null && !run.cancelled()) {
          GtfsRealtime.FeedEntity.Builder led =
              message.addEntityBuilder().setId("led-" + name(run));
          led.getTripUpdateBuilder().setTimestamp(epochSecond);
          led.getTripUpdateBuilder().getVehicleBuilder().setId(vehicle(run));
          detours.update(run, detour, led.getTripUpdateBuilder());
        }
      }
    }
    if (parts.contains(Part.VEHICLE_POSITIONS)) {
      for (VehicleSeen vehicle : simulation.vehicles(feed, epochSecond)) {
        position(vehicle, epochSecond, message.addEntityBuilder());
      }
    }
    if (parts.contains(Part.ALERTS)) {
      for (Disturbance one : simulation.announced(epochSecond)) {
        if (concerns(one)) {
          alert(one, message.addEntityBuilder());
        }
      }
    }
    if (parts.contains(Part.TRIP_MODIFICATIONS)) {
      new DetourEntities(simulation, feed, epochSecond, TEXTS).write(message);
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
              .setStopId(names.stop(run.pattern(), call));
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
        .setTimestamp(epochSecond)
        .setOccupancyStatus(occupancy(seen.filling()));
    if (run.detour() == null || !run.skipped()[seen.call()]) {
      vehicle
          .setCurrentStopSequence(timetable.patterns().sequences()[calls + seen.call()])
          .setStopId(names.stop(run.pattern(), seen.call()))
          .setCurrentStatus(
              seen.stands()
                  ? GtfsRealtime.VehiclePosition.VehicleStopStatus.STOPPED_AT
                  : GtfsRealtime.VehiclePosition.VehicleStopStatus.IN_TRANSIT_TO);
    }
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
      case DETOUR, CLOSURE ->
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
      boolean allMade = one.kind() == Disturbance.Kind.CLOSURE && one.stops().isEmpty();
      String text = code + (allMade ? "_text_no_stop" : "_text");
      alert
          .getHeaderTextBuilder()
          .addTranslationBuilder()
          .setLanguage(language.getLanguage())
          .setText(TEXTS.text(language, code + "_header", one.names()));
      alert
          .getDescriptionTextBuilder()
          .addTranslationBuilder()
          .setLanguage(language.getLanguage())
          .setText(TEXTS.text(language, text, one.names()));
    }
    if (one.route() >= 0) {
      String route = names.route(one.route());
      alert.addInformedEntityBuilder().setRouteId(route);
    }
    for (int stop : one.stops()) {
      GtfsRealtime.EntitySelector.Builder selector = alert.addInformedEntityBuilder();
      selector.setStopId(names.stop(stop));
      if (one.route() >= 0) {
        selector.setRouteId(names.route(one.route()));
      }
    }
  }

  private GtfsRealtime.TripDescriptor trip(RunNow run) {
    GtfsRealtime.TripDescriptor.Builder trip =
        GtfsRealtime.TripDescriptor.newBuilder()
            .setTripId(names.trip(run.trip()))
            .setStartDate(run.date().toString().replace("-", ""))
            .setRouteId(names.route(run.route()));
    String start = names.start(run.trip());
    return start.isEmpty() ? trip.build() : trip.setStartTime(start).build();
  }

  private String name(RunNow run) {
    return names.run(run.trip()) + "@" + run.date();
  }

  /// A vehicle does one run only.
  private String vehicle(RunNow run) {
    return names.run(run.trip());
  }
}
