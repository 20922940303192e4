package org.toret.app.pages.board;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.TravelMode;

/// A line on one day.
///
/// @param alerts disruptions of now that name the line, none on another day
/// @param directions each direction with its usual course, the busier first
public record LineCourse(
    TravelMode mode,
    Leg.Line line,
    LocalDate day,
    List<ServiceAlert> alerts,
    List<Direction> directions) {

  /// One direction: the stops of the course that most trips take, and all departures from its first
  /// stop.
  ///
  /// @param trips how many run on the day
  /// @param departures of all trips of the direction from their own first stops, in order
  /// @param polyline the usual course, Google-encoded with five decimals
  public record Direction(
      String headsign,
      int trips,
      List<Call> calls,
      List<OffsetDateTime> departures,
      String polyline) {}

  /// A stop of the course, in WGS84 degrees.
  ///
  /// @param next the next departure there on the day, null if there is none
  public record Call(
      String stop, String name, double lat, double lon, @Nullable OffsetDateTime next) {}
}
