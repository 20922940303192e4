package org.toret.mobility.board;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.TravelMode;

/// A vehicle that leaves a stop.
///
/// @param sequence position of the call in the trip, from 1
/// @param live `scheduled` where it goes as published, `updated`, `added`, `duplicated`,
///   `replaced`, `detoured`; `canceled`: it does not run; or `skipped`: it runs, but does not stop
///   here
/// @param liveBasis what its times rest on: `prediction` or `position`, also where it is said to go
///   as published; null where nothing is known
/// @param occupancy how full it will be, else is now; GTFS-Realtime name in lower case, null where
///   it is not told
/// @param alerts the disruptions that concern it here
public record Departure(
    Spot stop,
    TravelMode mode,
    Leg.Line route,
    String headsign,
    String trip,
    LocalDate serviceDate,
    int sequence,
    OffsetDateTime departure,
    OffsetDateTime scheduledDeparture,
    String live,
    @Nullable String liveBasis,
    @Nullable String occupancy,
    List<Leg.Alert> alerts) {

  /// The same with the disruptions that concern it.
  Departure with(List<Leg.Alert> concerning) {
    return new Departure(
        stop,
        mode,
        route,
        headsign,
        trip,
        serviceDate,
        sequence,
        departure,
        scheduledDeparture,
        live,
        liveBasis,
        occupancy,
        concerning);
  }

  /// Whether one can get in: it runs, and stops here.
  public boolean calls() {
    return !live.equals("canceled") && !live.equals("skipped");
  }
}
