package org.toret.mobility.board;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.TravelMode;

/// One vehicle run on one service date, with all its calls.
///
/// @param runs whether it runs on that date
/// @param live as in [Departure]
/// @param liveBasis as in [Departure]
/// @param polyline Google-encoded with five decimals
public record TripCalls(
    String trip,
    LocalDate serviceDate,
    boolean runs,
    String live,
    @Nullable String liveBasis,
    TravelMode mode,
    Leg.Line route,
    String headsign,
    int headwaySeconds,
    List<Leg.Call> stops,
    String polyline) {}
