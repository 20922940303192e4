package org.toret.router.raptor;

import org.toret.network.timetable.TransferRules;

/// A question to the timetable: all journeys that are best in departure, arrival and number of
/// rides, within a window.
///
/// Times are seconds on the axis of a [TimetableView]: 0 is noon minus 12 h of its base date.
///
/// @param arriveBy false: leave the origin in `[atSeconds, atSeconds + windowSeconds]`; true: reach
///   the destination in `[atSeconds - windowSeconds, atSeconds]`
/// @param maxRides most vehicles boarded; staying seated into the next trip of a block is one ride
/// @param maxSeconds longest journey considered, from leaving the origin to reaching the
///   destination
/// @param slackSeconds time kept for every change between vehicles
/// @param walkFactor how much longer than at the reference speed a change on foot takes
/// @param maxChangeMetres longest change on foot; one by a published rule counts as long as its way
/// @param stepFree whether changes, stops and vehicles must be usable in a wheelchair: those
///   published as not accessible are left out
/// @param bikes whether vehicles must admit bicycles
/// @param modes bit set over the ordinals of [org.toret.network.timetable.Mode]
public record RangeQuery(
    boolean arriveBy,
    int atSeconds,
    int windowSeconds,
    Foothold access,
    Foothold egress,
    int maxRides,
    int maxSeconds,
    int slackSeconds,
    double walkFactor,
    int maxChangeMetres,
    boolean stepFree,
    boolean bikes,
    int modes) {

  /// Every mode allowed.
  public static final int ALL_MODES = -1;

  public RangeQuery {
    if (windowSeconds < 0 || maxRides < 1 || maxSeconds < 1 || slackSeconds < 0) {
      throw new IllegalArgumentException(
          "window %d s, %d rides, %d s, slack %d s"
              .formatted(windowSeconds, maxRides, maxSeconds, slackSeconds));
    }
  }

  /// A time that never comes; sums of it with a day's times do not overflow.
  public static final int NEVER = Integer.MAX_VALUE / 4;

  /// The stops that can be reached on foot from the origin, or from which the destination can: two
  /// parallel arrays.
  ///
  /// @param stops stop indices, each at most once
  /// @param seconds time on foot between the place and the stop
  public record Foothold(int[] stops, int[] seconds) {

    public int count() {
      return stops.length;
    }

    /// Time on foot to a stop of these.
    ///
    /// @throws IllegalArgumentException when the stop is none of them
    public int secondsTo(int stop) {
      for (int i = 0; i < stops.length; i++) {
        if (stops[i] == stop) {
          return seconds[i];
        }
      }
      throw new IllegalArgumentException("stop %d is out of reach".formatted(stop));
    }
  }

  /// The same question about a window of another length.
  public RangeQuery withWindow(int seconds) {
    return asked(arriveBy, atSeconds, seconds, access, egress, maxRides, maxSeconds);
  }

  /// What the same traveller may ask on the way: at one instant, forward in time, between other
  /// places.
  public RangeQuery onward(int seconds, Foothold from, Foothold to, int rides, int longest) {
    return asked(false, seconds, 0, from, to, rides, longest);
  }

  /// The same question about all that arrives within so many seconds before a time.
  RangeQuery arrivingBefore(int untilSeconds, int seconds) {
    return asked(true, untilSeconds, seconds, access, egress, maxRides, maxSeconds);
  }

  /// The same question about all that leaves within a window of its own, forward in time.
  RangeQuery leaving(int fromSeconds, int seconds, int rides) {
    return asked(false, fromSeconds, seconds, access, egress, rides, maxSeconds);
  }

  /// The same question, asked forward in time, about what arrives by a time; a ride may take no
  /// time at all, a question lasts a second at least.
  RangeQuery arrivingBy(int seconds) {
    int longest = Math.clamp(seconds - atSeconds, 1, windowSeconds + maxSeconds);
    return asked(arriveBy, atSeconds, windowSeconds, access, egress, maxRides, longest);
  }

  /// When the window begins, with time running backwards for arriving by a time.
  public int firstSeconds() {
    return arriveBy ? -atSeconds : atSeconds;
  }

  /// What the same traveller asks otherwise.
  private RangeQuery asked(
      boolean by, int at, int window, Foothold from, Foothold to, int rides, int longest) {
    return new RangeQuery(
        by,
        at,
        window,
        from,
        to,
        rides,
        longest,
        slackSeconds,
        walkFactor,
        maxChangeMetres,
        stepFree,
        bikes,
        modes);
  }

  /// How long a change takes, read as [org.toret.network.timetable.Transfers] says; [#NEVER] where
  /// one may not change. What an operator publishes is meant for usual people: who walks slower
  /// takes longer in proportion, who walks faster waits.
  ///
  /// @param rule published seconds, or one of the marks of [TransferRules]
  /// @param referenceSeconds time on foot at the reference speed
  public int changeSeconds(int rule, int referenceSeconds) {
    return switch (rule) {
      case TransferRules.FORBIDDEN -> NEVER;
      case TransferRules.WALK -> walkSeconds(referenceSeconds);
      case TransferRules.GENERAL -> slackSeconds + walkSeconds(referenceSeconds);
      default -> walkFactor > 1 ? walkSeconds(rule) : rule;
    };
  }

  /// Time on foot of this traveller.
  public int walkSeconds(int referenceSeconds) {
    return walkFactor == 1 ? referenceSeconds : (int) Math.ceil(referenceSeconds * walkFactor);
  }
}
