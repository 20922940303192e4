package org.toret.app.pages.board;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.TravelMode;

/// A stop and what leaves from it.
///
/// @param id `feed:stop_id`
/// @param wheelchair whether a wheelchair can board here, null where it is not told
/// @param liftOut whether something that access without steps needs is told to be out of order here
/// @param alerts disruptions of now, the nearest to the stop first
/// @param lines all lines that call here
/// @param departures soonest first
public record StopBoard(
    String id,
    String name,
    double lat,
    double lon,
    String municipality,
    @Nullable Boolean wheelchair,
    boolean liftOut,
    List<ServiceAlert> alerts,
    List<LineMark> lines,
    List<Departure> departures) {

  /// A line and how it is ridden.
  public record LineMark(TravelMode mode, Leg.Line line) {}

  /// One departure.
  ///
  /// @param trip `feed:trip_id`
  /// @param scheduled time of the timetable; `expected` is the same without live data
  /// @param platform empty where not told
  /// @param live `scheduled` where nothing is known of it now, else as in departures of the API
  /// @param liveBasis `prediction` or `position`; null where its time is that of the timetable
  /// @param occupancy GTFS-Realtime name in lower case, null where it is not told
  public record Departure(
      String trip,
      LineMark line,
      String headsign,
      String platform,
      OffsetDateTime scheduled,
      OffsetDateTime expected,
      String live,
      @Nullable String liveBasis,
      @Nullable String occupancy) {}
}
