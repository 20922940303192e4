package org.toret.app.answer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.board.TripCalls;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.TravelMode;

/// The answer to `GET /api/v1/trips/{id}`.
///
/// @param runs whether it runs on that date
public record TripView(
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
    String polyline,
    List<NoticeView> notices) {

  public static TripView of(TripCalls trip, List<NoticeView> notices) {
    return new TripView(
        trip.trip(),
        trip.serviceDate(),
        trip.runs(),
        trip.live(),
        trip.liveBasis(),
        trip.mode(),
        trip.route(),
        trip.headsign(),
        trip.headwaySeconds(),
        trip.stops(),
        trip.polyline(),
        notices);
  }
}
