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

  private final String source;
  private final RunNames names;
  private final FeedMessage message;

  /// @param source name of who says it
  /// @param names of the feed that is spoken of
  LiveWords(String source, RunNames names, FeedMessage message) {
    this.source = source;
    this.names = names;
    this.message = message;
  }

  List<ServiceAlert> alerts() {
    List<ServiceAlert> alerts = new ArrayList<>();
    for (Alert alert : message.alerts()) {
      alerts.add(
          new ServiceAlert(
              source + ":" + alert.entityId(),
              names.feed(),
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
              concerned(alert)));
    }
    return alerts;
  }

  /// @param at when a vehicle was seen that does not tell
  List<VehicleNow> vehicles(long at) {
    List<VehicleNow> vehicles = new ArrayList<>();
    for (VehiclePosition vehicle : message.vehiclePositions()) {
      vehicle
          .position()
          .ifPresent(position ->
              vehicles.add(
                  new VehicleNow(
                      source + ":" + vehicle.vehicle().map(v -> v.id()).orElse(vehicle.entityId()),
                      vehicle.vehicle().map(v -> v.label()).orElse(""),
                      names.run(vehicle.trip()),
                      vehicle.trip().map(names::line).orElse(""),
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
  List<OccupancyIndex.Told> occupancy(LocalDate today) {
    List<OccupancyIndex.Told> told = new ArrayList<>();
    for (TripUpdate update : message.tripUpdates()) {
      Map<Integer, String> sequences = new HashMap<>();
      Map<String, String> stops = new HashMap<>();
      for (TripUpdate.StopTimeUpdate call : update.calls()) {
        String full = word(call.departureOccupancy());
        if (full != null) {
          call.stopSequence().ifPresent(sequence -> sequences.put(sequence, full));
          stops.put(names.of(call.stopId()), full);
        }
      }
      if (!stops.isEmpty() && !update.trip().tripId().isEmpty()) {
        String trip = names.run(update.trip());
        LocalDate date = update.trip().startDate().orElse(today);
        told.add(new OccupancyIndex.Told(trip, date, sequences, stops, null));
      }
    }
    for (VehiclePosition vehicle : message.vehiclePositions()) {
      String full = word(vehicle.occupancy());
      TripDescriptor trip = vehicle.trip().orElse(null);
      if (full != null && trip != null && !trip.tripId().isEmpty()) {
        LocalDate date = trip.startDate().orElse(today);
        told.add(new OccupancyIndex.Told(names.run(trip), date, Map.of(), Map.of(), full));
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

  /// Whom an alert concerns. A run that only its line and start name cannot be told from the others
  /// of that line and is left out.
  private List<ServiceAlert.Concerned> concerned(Alert alert) {
    List<ServiceAlert.Concerned> concerned = new ArrayList<>();
    for (Alert.InformedEntity one : alert.informed()) {
      Optional<TripDescriptor> trip = one.trip();
      String id = names.run(trip);
      String line = trip.map(TripDescriptor::routeId).orElse("");
      boolean known = trip.isEmpty() || !id.isEmpty() || trip.get().startSeconds().isEmpty();
      if (known && (trip.isEmpty() || !id.isEmpty() || !line.isEmpty())) {
        String route = one.routeId().isEmpty() ? line : one.routeId();
        int direction =
            one.directionId() < 0
                ? trip.map(TripDescriptor::directionId).orElse(-1)
                : one.directionId();
        concerned.add(
            new ServiceAlert.Concerned(
                names.of(one.agencyId()),
                names.of(route),
                one.routeType().orElse(-1),
                route.isEmpty() ? -1 : direction,
                id,
                names.of(one.stopId())));
      }
    }
    return concerned;
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
