package org.toret.network.traffic;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.network.zone.AccessCondition;

/// Something that happens on the roads for a time.
///
/// @param id unique in its source
/// @param place where; null where another message tells it under `placeId`
/// @param placeId id of a place told elsewhere, empty for none
/// @param bothWays whether both directions of the road are meant
/// @param kmh speed that is allowed or driven there, 0 where none is told
/// @param from epoch second from which on it holds
/// @param until epoch second until which it holds, [#OPEN_END] where none is told
/// @param times days and hours within that, in city time; empty for all of it
/// @param texts what people are told, by language code
public record RoadEvent(
    String id,
    Kind kind,
    @Nullable RoadPlace place,
    String placeId,
    boolean bothWays,
    int kmh,
    long from,
    long until,
    List<AccessCondition> times,
    Map<String, String> texts) {

  /// It holds until it is told no more.
  public static final long OPEN_END = Long.MAX_VALUE;

  /// Steps in which a span is looked at where an event holds at some hours only.
  private static final int STEP_SECONDS = 300;

  /// What happens.
  public enum Kind {
    /// Cars cannot pass.
    CLOSURE,
    /// A lower limit for a time.
    SPEED_LIMIT,
    /// Traffic that hardly moves, with a speed where one is told.
    CONGESTION,
    ROADWORKS,
    ACCIDENT,
    OBSTRUCTION,
    OTHER;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public RoadEvent {
    times = List.copyOf(times);
    texts = Map.copyOf(texts);
  }

  /// The same where its place was told elsewhere.
  public RoadEvent at(RoadPlace where) {
    RoadPlace whole = bothWays ? where.inBothWays() : where;
    return new RoadEvent(id, kind, whole, placeId, bothWays, kmh, from, until, times, texts);
  }

  /// Whether it holds at some moment of a span of time.
  public boolean holds(long first, long last, ZoneId zone) {
    if (until <= first || from > last) {
      return false;
    }
    if (times.isEmpty()) {
      return true;
    }
    long end = Math.min(last, until - 1);
    for (long at = Math.max(first, from); at <= end; at += STEP_SECONDS) {
      LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(at), zone);
      if (times.stream().anyMatch(time -> time.isAt(local))) {
        return true;
      }
    }
    return false;
  }
}
