package org.toret.mobility.plan;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far an alternative with rides by timetable can be relied on.
///
/// Chances are rounded to hundredths. They come from what was observed of delays, and of runs of
/// which something is told now from how far such words were from what came; rides count as late
/// independently of one another. Without observations nothing is said of chances; what to do after
/// a missed change is told all the same.
///
/// @param known whether chances can be told
/// @param reason why not, as a code; null where they are known
/// @param chance that all changes hold, 1 without any; null where unknown
/// @param arrivalMedian not later in one of two journeys, missed changes and what follows them
///   included; null where unknown
/// @param arrival90 not later in nine of ten; null where unknown, or where a change is missed more
///   often than that and nothing goes on
/// @param basis where the fewest observations behind it are from: `city`, `line`, `line_hour`,
///   `stop`, `stop_hour`, or `live` for words on runs of now; null where unknown
/// @param observations how many those are
/// @param transfers every change between vehicles, in order
public record Reliability(
    boolean known,
    @Nullable String reason,
    @Nullable Double chance,
    @Nullable OffsetDateTime arrivalMedian,
    @Nullable OffsetDateTime arrival90,
    @Nullable String basis,
    int observations,
    List<Change> transfers) {

  /// A change between vehicles.
  ///
  /// @param legs positions of the ride before and the ride after, from 0
  /// @param at where the ride after is boarded
  /// @param spareSeconds what is left when both vehicles are as told; negative where walking takes
  ///   longer than there is
  /// @param chance that it holds; null where unknown
  /// @param missed what to do when it does not, null where nothing goes on in the next hours, and
  ///   where places must be passed
  public record Change(
      List<Integer> legs,
      Spot at,
      int spareSeconds,
      @Nullable Double chance,
      @Nullable Missed missed) {}

  /// The first to arrive of what goes on from where a vehicle was missed.
  ///
  /// @param departure of the next vehicle, or at once on foot
  /// @param from where it is boarded
  /// @param route its line, null on foot
  /// @param trip `feed:trip_id`, null on foot
  /// @param arrival at the destination
  /// @param transfers changes on the way
  public record Missed(
      OffsetDateTime departure,
      Spot from,
      Leg.@Nullable Line route,
      String headsign,
      @Nullable String trip,
      OffsetDateTime arrival,
      int transfers) {}
}
