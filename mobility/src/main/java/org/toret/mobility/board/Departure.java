package org.toret.mobility.board;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.TravelMode;

/// A vehicle that leaves a stop.
///
/// @param sequence position of the call in the trip, from 1
/// @param live `scheduled` where nothing else is known, `updated`, `added`, `duplicated`,
///   `replaced`, `detoured`; `canceled`: it does not run; or `skipped`: it runs, but does not stop
///   here
/// @param liveBasis what live times rest on: `prediction` or `position`, null where there are none
/// @param occupancy how full it will be, else is now; GTFS-Realtime name in lower case, null where
///   it is not told
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
    @Nullable String occupancy) {

  /// Whether one can get in: it runs, and stops here.
  public boolean calls() {
    return !live.equals("canceled") && !live.equals("skipped");
  }
}
