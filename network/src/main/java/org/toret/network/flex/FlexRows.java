package org.toret.network.flex;

import java.util.List;

/// What an [OnDemandBuilder] is given, references as the numbers it answered or those of the
/// timetable.
public final class FlexRows {

  private FlexRows() {}

  /// One area or group of stops.
  ///
  /// @param id `feed:id`
  /// @param rings alternating latitude and longitude, 1e-7 degree; none for a group
  /// @param stops of a group
  public record PlaceRow(String id, String name, List<int[]> rings, List<Integer> stops) {}

  /// When a rule lets book; [BookingRules#NONE] where not stated, see there.
  public record NoticeRow(
      int minMinutes,
      int maxMinutes,
      int lastDay,
      int lastSecond,
      int startDay,
      int startSecond,
      int service) {}

  /// One booking rule; texts empty where not stated.
  public record RuleRow(
      String id,
      BookingType type,
      NoticeRow notice,
      String message,
      String pickupMessage,
      String dropOffMessage,
      String phone,
      String infoUrl,
      String bookingUrl) {}

  /// One call of a trip.
  ///
  /// @param flags bits of [FlexCalls]
  /// @param factor by what the driving time is multiplied
  /// @param offsetSeconds what is added to it
  public record CallRow(
      int place,
      int startSeconds,
      int endSeconds,
      int flags,
      int pickupRule,
      int dropOffRule,
      double factor,
      double offsetSeconds) {}

  /// One trip.
  ///
  /// @param id `feed:trip_id`
  public record TripRow(String id, int route, int service, int wheelchair, List<CallRow> calls) {}
}
