package org.toret.mobility.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.live.ServiceAlert;

/// One part of an alternative, in one vehicle or on foot.
///
/// @param transit what only a ride by timetable has
/// @param steps street by street, empty for rides
/// @param station `feed:station_id` where a shared vehicle is taken, null elsewhere
/// @param vehicle `feed:vehicle_id` of a certain shared vehicle, null for any other
/// @param hire what only rides with shared vehicles have
/// @param parking where a car is left at the end of the leg, null for any other
/// @param traffic what the roads of now have to do with a drive, null where nothing is told of them
/// @param cycling what a ride by bicycle is like, null for any other leg
/// @param booking how a ride on demand is booked, null for any other leg
/// @param polyline Google-encoded with five decimals
/// @param costs this leg's share where it can be told apart; its fare only when a ticket covers it
///   alone
public record Leg(
    TravelMode mode,
    Spot from,
    Spot to,
    OffsetDateTime departure,
    OffsetDateTime arrival,
    @Nullable Transit transit,
    List<Step> steps,
    @Nullable String station,
    @Nullable String vehicle,
    @Nullable Hire hire,
    @Nullable Parking parking,
    @Nullable Traffic traffic,
    @Nullable Ridden cycling,
    @Nullable Booking booking,
    int metres,
    String polyline,
    Costs costs,
    List<Alert> alerts) {

  /// Whether its time follows what is told of traffic.
  public boolean followsTraffic() {
    return traffic != null && traffic.live().equals("updated");
  }

  /// The same ride in slow traffic.
  public Leg in(SlowTraffic slow) {
    Transit ride = transit;
    if (ride == null) {
      throw new IllegalArgumentException("%s is no ride".formatted(mode));
    }
    return new Leg(
        mode,
        from,
        to,
        departure,
        arrival,
        ride.in(slow),
        steps,
        station,
        vehicle,
        hire,
        parking,
        traffic,
        cycling,
        booking,
        metres,
        polyline,
        costs,
        alerts);
  }

  /// A shared vehicle; what is not known is null.
  ///
  /// @param form after GBFS `form_factor`
  /// @param propulsion after GBFS `propulsion_type`
  /// @param plan id of its pricing plan
  /// @param rangeMetres how far it goes
  /// @param returnStation `feed:station_id` where it is left, null for elsewhere
  /// @param vehiclesAvailable of its type where it is taken
  /// @param docksAvailable free places where it is left
  /// @param availableAt when that was so
  /// @param takeChance that a vehicle is there when one arrives
  /// @param returnChance that it can be given back when one arrives
  public record Hire(
      String system,
      String systemName,
      String type,
      String typeName,
      String form,
      String propulsion,
      @Nullable String plan,
      @Nullable Integer rangeMetres,
      @Nullable String returnStation,
      @Nullable Integer vehiclesAvailable,
      @Nullable Integer docksAvailable,
      @Nullable OffsetDateTime availableAt,
      @Nullable Chance takeChance,
      @Nullable Chance returnChance) {}

  /// How likely something is there on arrival.
  ///
  /// @param probability 0 … 1, to hundredths
  /// @param otherwise where to go if it is not, null where it is likely or nothing else is near
  public record Chance(double probability, @Nullable Elsewhere otherwise) {}

  /// Another station or car park.
  ///
  /// @param id `feed:id`
  /// @param metres to it
  /// @param extraSeconds so much later one arrives at the most
  /// @param free vehicles, docks or places when last told, null where that is not known
  /// @param capacity docks or places in all
  public record Elsewhere(
      String id,
      String name,
      int metres,
      int extraSeconds,
      @Nullable Integer free,
      @Nullable Integer capacity,
      double probability) {}

  /// Where a car is left; what is not known is null.
  ///
  /// @param id `feed:id` of the car park, null along the street
  /// @param kind `kerb` or `carpark`
  /// @param free places that were free when last told
  /// @param freeAt when that was
  /// @param chance that a place is free when one arrives
  /// @param stayMinutes how long it stays, for the price
  /// @param seconds part of the leg that goes by looking for a place and parking
  public record Parking(
      @Nullable String id,
      String kind,
      @Nullable Integer capacity,
      @Nullable Integer free,
      @Nullable OffsetDateTime freeAt,
      int stayMinutes,
      int seconds,
      @Nullable Chance chance) {}

  /// A drive on the roads of now.
  ///
  /// @param live `updated` where the speed of some of its streets is told, `scheduled` where of
  ///   none
  /// @param liveAt when it was told
  /// @param publishedSeconds what the same way takes at free flow
  /// @param toldMetres how much of it is on streets whose speed of now is told
  public record Traffic(String live, OffsetDateTime liveAt, int publishedSeconds, int toldMetres) {}

  /// A ride by bicycle.
  ///
  /// @param cycleWayMetres how much of it is on cycle ways, tracks and lanes
  /// @param stressMetres how much of it is at levels of traffic stress 1 to 4, in this order
  /// @param aboveMaxStressMetres how much of it is at more stress than the traveller wishes
  public record Ridden(int cycleWayMetres, List<Integer> stressMetres, int aboveMaxStressMetres) {}

  /// A ride on demand and how it is booked; what is not stated is null.
  ///
  /// @param trip `feed:trip_id`
  /// @param type after GTFS `booking_type`: `real_time`, `same_day`, `prior_days`
  /// @param latest last moment at which it can be booked
  /// @param opens first such moment
  public record Booking(
      String trip,
      LocalDate serviceDate,
      Line route,
      @Nullable String type,
      OffsetDateTime latest,
      @Nullable OffsetDateTime opens,
      @Nullable String message,
      @Nullable String phone,
      @Nullable String infoUrl,
      @Nullable String bookingUrl) {}

  /// @param trip `feed:trip_id`
  /// @param seated whether one stays in the vehicle of the leg before
  /// @param headwaySeconds 0, or "every so many seconds" instead of a timetable
  /// @param live `scheduled` until there is live data
  /// @param liveBasis what live times rest on: `prediction` of the publisher or `position` of the
  ///   vehicle; null where there are none
  /// @param occupancy how full it will be behind the boarding, else is now: GTFS-Realtime name in
  ///   lower case, null where it is not told
  /// @param slowTraffic what slow traffic on its way makes of it; null where none is told, and
  ///   where something is told of the run itself
  public record Transit(
      String trip,
      LocalDate serviceDate,
      int fromSequence,
      int toSequence,
      Line route,
      String headsign,
      OffsetDateTime scheduledDeparture,
      OffsetDateTime scheduledArrival,
      String live,
      @Nullable String liveBasis,
      @Nullable String occupancy,
      boolean seated,
      int headwaySeconds,
      @Nullable String wheelchair,
      List<Call> stops,
      @Nullable SlowTraffic slowTraffic) {

    Transit in(SlowTraffic slow) {
      return new Transit(
          trip,
          serviceDate,
          fromSequence,
          toSequence,
          route,
          headsign,
          scheduledDeparture,
          scheduledArrival,
          live,
          liveBasis,
          occupancy,
          seated,
          headwaySeconds,
          wheelchair,
          stops,
          slow);
    }
  }

  /// How much later than in the timetable a vehicle is expected since it shares slow streets with
  /// cars. Its times stay as published.
  ///
  /// @param boardingSeconds where one boards
  /// @param arrivalSeconds where one alights, those at boarding included
  /// @param metres of slow street on the leg
  /// @param liveAt when the traffic was measured
  public record SlowTraffic(
      int boardingSeconds, int arrivalSeconds, int metres, OffsetDateTime liveAt) {}

  /// @param colour `#rrggbb`, or null where none is published
  public record Line(
      String id,
      String name,
      String longName,
      @Nullable String colour,
      @Nullable String textColour,
      String agency) {}

  /// A stop of the ride, with the times that hold now and those of the timetable.
  ///
  /// @param stop `feed:stop_id`
  /// @param skipped whether the vehicle passes without stopping today
  public record Call(
      String stop,
      String name,
      double lat,
      double lon,
      OffsetDateTime arrival,
      OffsetDateTime departure,
      OffsetDateTime scheduledArrival,
      OffsetDateTime scheduledDeparture,
      boolean skipped) {}

  /// A disruption of a ride; JSON has its title alone.
  ///
  /// @param effect GTFS-Realtime name in lower case
  /// @param header title, not empty
  /// @param text may be empty
  public record Alert(String effect, String header, String text) {

    /// Disruptions in a language, those that say anything, each once.
    public static List<Alert> of(List<ServiceAlert> alerts, String language) {
      return alerts.stream()
          .map(alert ->
              new Alert(
                  alert.effect(),
                  ServiceAlert.in(alert.headers(), language),
                  ServiceAlert.in(alert.texts(), language)))
          .filter(alert -> !alert.header().isEmpty())
          .distinct()
          .toList();
    }
  }

  /// @param turn `depart`, `straight`, `left`, `slight_left`, `sharp_left`, `right` …,
  ///   `roundabout`, `steps`, `arrive`
  public record Step(String turn, String street, int metres, double lat, double lon) {}
}
