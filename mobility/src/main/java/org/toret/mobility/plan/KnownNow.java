package org.toret.mobility.plan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.live.AlertIndex;
import org.toret.mobility.live.OccupancyIndex;
import org.toret.network.City;
import org.toret.network.forecast.Outlook;
import org.toret.network.parking.ParkingState;
import org.toret.network.sharing.Availability;

/// What is known at a moment of things that change by the minute.
///
/// @param at the moment; what must be booked by then is offered no more
/// @param sharing shared vehicles and free docks
/// @param parking free places of car parks
/// @param alerts disruptions
/// @param occupancy how full vehicles are
/// @param outlook what is likely to be there at another time
/// @param timetableAt epoch second of the newest word on how runs go, [#NEVER] without any
/// @param roadsAt epoch second of the newest word on the roads, [#NEVER] without any
public record KnownNow(
    Instant at,
    Availability sharing,
    ParkingState parking,
    long timetableAt,
    long roadsAt,
    AlertIndex alerts,
    OccupancyIndex occupancy,
    Outlook outlook) {

  /// Nothing is known of runs beyond the timetable.
  public static final long NEVER = Long.MIN_VALUE;

  /// How far from the moment of a journey news may be and still say something of it.
  private static final long MOST_AGE_SECONDS = 30 * 60;

  /// Nothing is known, and it is too late for nothing.
  public static KnownNow nothing(City city) {
    return nothing(Instant.EPOCH, city);
  }

  /// Nothing is known but the time.
  public static KnownNow nothing(Instant at, City city) {
    return new KnownNow(
        at,
        Availability.unknown(city.sharing()),
        ParkingState.unknown(city.parking()),
        NEVER,
        NEVER,
        AlertIndex.NONE,
        OccupancyIndex.NONE,
        Outlook.nothing(city.sharing(), city.parking()));
  }

  /// What of it is of use for a journey at its own time.
  public KnownNow then(PlanRequest request, City city) {
    return request.live() ? then(request.when().at()) : nothing(at, city);
  }

  /// What of it is of use at another time.
  public KnownNow then(Instant time) {
    long travel = time.getEpochSecond();
    return new KnownNow(
        at,
        sharing.freshAt(travel, MOST_AGE_SECONDS),
        parking.freshAt(travel, MOST_AGE_SECONDS),
        timetableAt,
        roadsAt,
        alerts,
        occupancy,
        outlook);
  }

  /// The instant of the newest of it, null where nothing is known.
  public @Nullable OffsetDateTime newest(ZoneId zone) {
    long things = Math.max(sharing.newest(), parking.newest());
    long newest = Math.max(Math.max(timetableAt, roadsAt), things);
    return newest == NEVER ? null : Instant.ofEpochSecond(newest).atZone(zone).toOffsetDateTime();
  }
}
