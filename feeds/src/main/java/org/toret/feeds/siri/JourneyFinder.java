package org.toret.feeds.siri;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.toret.base.columns.Csr;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// Finds the trip and the date that a journey means: by its reference; else by its line and the
/// time at which it is aimed to start, of several by the direction, then by first and last stop.
/// What is still several is none.
///
/// Directions are what the two ends agreed upon: `outbound`, `0`, `A` (andata) stand for GTFS
/// direction 0, `inbound`, `1`, `R` (ritorno) for 1, and any other word says nothing.
final class JourneyFinder {

  private static final int DAY_SECONDS = 86_400;

  private final Timetable timetable;
  private final SiriIds ids;
  private final ZoneId zone;
  private final Csr patternsByRoute;

  JourneyFinder(Timetable timetable, SiriIds ids, ZoneId zone) {
    this.timetable = timetable;
    this.ids = ids;
    this.zone = zone;
    this.patternsByRoute = Csr.index(timetable.routes().count(), timetable.patterns().routes());
  }

  /// A trip on a date.
  record Found(int trip, LocalDate date) {}

  ZoneId zone() {
    return zone;
  }

  Optional<Found> find(SiriJourney journey) {
    SiriJourney.Ref ref = journey.ref();
    int trip = ref.journey().isEmpty() ? -1 : ids.trip(ref.journey());
    if (trip >= 0) {
      return date(trip, journey).map(date -> new Found(trip, date));
    }
    return byLine(journey);
  }

  /// Noon minus 12 h of a date, as an epoch second.
  long origin(LocalDate date) {
    return date.atTime(LocalTime.NOON).atZone(zone).toEpochSecond() - DAY_SECONDS / 2;
  }

  /// The date told, or the day before where the trip starts after midnight and it is named by the
  /// calendar; without one the date on which it runs nearest to the times told.
  private Optional<LocalDate> date(int trip, SiriJourney journey) {
    Optional<LocalDate> named = journey.ref().date();
    if (named.isPresent()) {
      LocalDate before = named.get().minusDays(1);
      if (runs(trip, named.get())) {
        return named;
      }
      return start(trip) >= DAY_SECONDS && runs(trip, before)
          ? Optional.of(before)
          : Optional.empty();
    }
    long about = about(journey);
    LocalDate today = Instant.ofEpochSecond(about).atZone(zone).toLocalDate();
    Optional<LocalDate> best = Optional.empty();
    for (LocalDate date = today.minusDays(2);
        !date.isAfter(today.plusDays(1));
        date = date.plusDays(1)) {
      if (runs(trip, date)
          && (best.isEmpty() || apart(trip, date, about) < apart(trip, best.get(), about))) {
        best = Optional.of(date);
      }
    }
    return best;
  }

  private static long about(SiriJourney journey) {
    return journey.ref().originAimed().isPresent()
        ? journey.ref().originAimed().getAsLong()
        : journey.calls().stream()
            .flatMapToLong(call -> call.last().stream())
            .findFirst()
            .orElse(journey.saidAtEpochSeconds());
  }

  private long apart(int trip, LocalDate date, long about) {
    return Math.abs(origin(date) + start(trip) - about);
  }

  private Optional<Found> byLine(SiriJourney journey) {
    SiriJourney.Ref ref = journey.ref();
    int route = ids.route(ref.line());
    if (route < 0 || ref.originAimed().isEmpty()) {
      return Optional.empty();
    }
    List<Found> found = starting(route, ref.originAimed().getAsLong());
    int direction = direction(ref.direction());
    if (found.size() > 1 && direction >= 0) {
      found.removeIf(one -> timetable.trips().directions()[one.trip()] != direction);
    }
    if (found.size() > 1) {
      found.removeIf(one -> !endsAt(one.trip(), ref.origin(), ref.destination()));
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private List<Found> starting(int route, long aimed) {
    Patterns patterns = timetable.patterns();
    LocalDate day = Instant.ofEpochSecond(aimed).atZone(zone).toLocalDate();
    List<Found> found = new ArrayList<>();
    for (LocalDate date : List.of(day, day.minusDays(1))) {
      for (int pattern : patternsByRoute.row(route)) {
        for (int t = patterns.tripOffsets()[pattern];
            t < patterns.tripOffsets()[pattern + 1];
            t++) {
          if (origin(date) + start(t) == aimed && runs(t, date)) {
            found.add(new Found(t, date));
          }
        }
      }
    }
    return found;
  }

  private boolean endsAt(int trip, String origin, String destination) {
    CallFinder calls = new CallFinder(timetable, ids, trip, 0);
    return (origin.isEmpty() || calls.stopOf(0) == ids.stop(origin))
        && (destination.isEmpty() || calls.stopOf(calls.length() - 1) == ids.stop(destination));
  }

  /// GTFS direction, -1 where the word says none.
  static int direction(String ref) {
    return switch (ref.toLowerCase(Locale.ROOT)) {
      case "0", "outbound", "out", "a", "andata" -> 0;
      case "1", "inbound", "in", "r", "ritorno" -> 1;
      default -> -1;
    };
  }

  private boolean runs(int trip, LocalDate date) {
    return timetable
        .calendar()
        .runs(timetable.trips().services()[trip], Math.toIntExact(date.toEpochDay()));
  }

  private int start(int trip) {
    Patterns patterns = timetable.patterns();
    return patterns.departure(patterns.timeOffset(timetable.trips().patterns()[trip], trip));
  }
}
