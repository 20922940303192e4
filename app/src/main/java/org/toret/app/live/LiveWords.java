package org.toret.app.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.LiveStop;
import org.toret.feeds.gtfsrt.Occupancy;
import org.toret.feeds.gtfsrt.TranslatedText;
import org.toret.feeds.gtfsrt.TripDescriptor;
import org.toret.feeds.gtfsrt.TripUpdate;
import org.toret.feeds.gtfsrt.VehiclePosition;
import org.toret.mobility.live.OccupancyIndex;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.live.VehicleNow;
import org.toret.network.overlay.ExtraStops.ExtraStop;

/// Turns what messages say of disruptions and vehicles into the words of the city: ids with their
/// feed, languages apart.
final class LiveWords {

  private LiveWords() {}

  static List<ServiceAlert> alerts(String source, String feed, FeedMessage message) {
    List<ServiceAlert> alerts = new ArrayList<>();
    for (Alert alert : message.alerts()) {
      alerts.add(
          new ServiceAlert(
              source + ":" + alert.entityId(),
              feed,
              alert.cause().name().toLowerCase(Locale.ROOT),
              alert.effect().name().toLowerCase(Locale.ROOT),
              texts(alert.header()),
              texts(alert.description()),
              texts(alert.url()),
              alert.activePeriods().stream()
                  .map(period ->
                      new ServiceAlert.Period(
                          period.startEpochSeconds().orElse(Long.MIN_VALUE),
                          period.endEpochSeconds().orElse(Long.MAX_VALUE)))
                  .toList(),
              alert.informed().stream().map(one -> concerned(feed, one)).toList()));
    }
    return alerts;
  }

  static List<VehicleNow> vehicles(String source, String feed, FeedMessage message, long at) {
    List<VehicleNow> vehicles = new ArrayList<>();
    for (VehiclePosition vehicle : message.vehiclePositions()) {
      vehicle
          .position()
          .ifPresent(position ->
              vehicles.add(
                  new VehicleNow(
                      source + ":" + vehicle.vehicle().map(v -> v.id()).orElse(vehicle.entityId()),
                      vehicle.vehicle().map(v -> v.label()).orElse(""),
                      vehicle.trip().map(trip -> named(feed, trip.tripId())).orElse(""),
                      vehicle.trip().map(trip -> named(feed, trip.routeId())).orElse(""),
                      position.point(),
                      boxed(position.bearingDegrees()),
                      word(vehicle.occupancy()),
                      vehicle.timestampEpochSeconds().orElse(at))));
    }
    return vehicles;
  }

  /// Stops that a message brings along; those without a place cannot be used.
  ///
  /// @param language in which they are named where there are several
  static List<ExtraStop> stops(String feed, FeedMessage message, String language) {
    List<ExtraStop> stops = new ArrayList<>();
    for (LiveStop stop : message.stops()) {
      if (!stop.stopId().isEmpty() && stop.point().isPresent()) {
        stops.add(
            new ExtraStop(
                feed,
                stop.stopId(),
                stop.name().in(language, "en"),
                stop.code().in(language, "en"),
                stop.platform().in(language, "en"),
                stop.point().get(),
                stop.zoneId(),
                stop.parentStation(),
                stop.wheelchair()));
      }
    }
    return stops;
  }

  /// How full vehicles are. A run without a date is taken to be of `today`.
  static List<OccupancyIndex.Told> occupancy(String feed, FeedMessage message, LocalDate today) {
    List<OccupancyIndex.Told> told = new ArrayList<>();
    for (TripUpdate update : message.tripUpdates()) {
      Map<Integer, String> sequences = new HashMap<>();
      Map<String, String> stops = new HashMap<>();
      for (TripUpdate.StopTimeUpdate call : update.calls()) {
        String full = word(call.departureOccupancy());
        if (full != null) {
          call.stopSequence().ifPresent(sequence -> sequences.put(sequence, full));
          stops.put(named(feed, call.stopId()), full);
        }
      }
      if (!stops.isEmpty() && !update.trip().tripId().isEmpty()) {
        String trip = named(feed, update.trip().tripId());
        LocalDate date = update.trip().startDate().orElse(today);
        told.add(new OccupancyIndex.Told(trip, date, sequences, stops, null));
      }
    }
    for (VehiclePosition vehicle : message.vehiclePositions()) {
      String full = word(vehicle.occupancy());
      TripDescriptor trip = vehicle.trip().orElse(null);
      if (full != null && trip != null && !trip.tripId().isEmpty()) {
        LocalDate date = trip.startDate().orElse(today);
        String id = named(feed, trip.tripId());
        told.add(new OccupancyIndex.Told(id, date, Map.of(), Map.of(), full));
      }
    }
    return told;
  }

  private static @Nullable String word(Optional<Occupancy> occupancy) {
    return occupancy
        .filter(one -> one != Occupancy.NO_DATA_AVAILABLE)
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .orElse(null);
  }

  private static ServiceAlert.Concerned concerned(String feed, Alert.InformedEntity one) {
    String trip = one.trip().map(TripDescriptor::tripId).orElse("");
    return new ServiceAlert.Concerned(
        named(feed, one.routeId()), named(feed, trip), named(feed, one.stopId()));
  }

  private static String named(String feed, String id) {
    return id.isEmpty() ? "" : feed + ":" + id;
  }

  private static Map<String, String> texts(TranslatedText text) {
    Map<String, String> texts = new HashMap<>();
    for (TranslatedText.Translation translation : text.translations()) {
      String language = translation.language().replaceFirst("[-_].*", "").toLowerCase(Locale.ROOT);
      texts.putIfAbsent(language, translation.text());
    }
    return texts;
  }

  private static @Nullable Double boxed(OptionalDouble number) {
    return number.isPresent() ? Double.valueOf(number.getAsDouble()) : null;
  }
}
