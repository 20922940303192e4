package org.toret.network.overlay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.network.timetable.Courses;
import org.toret.network.timetable.Timetable;

/// Tells from where vehicles are seen how late they are, where nobody says it.
///
/// The place is put on the course of the run (its shape, or the line from stop to stop), between
/// the two calls that it drives between; the timetable says when it should be there, as if it drove
/// evenly from call to call. A vehicle that stands before its first departure is not early. Where
/// the course passes nearby twice, the passage counts that asks for the least change.
///
/// Not told is: a vehicle farther than [#OFF_COURSE_METRES] from its course, a delay out of bounds
/// (more than 10 minutes early, more than 90 late), and a leap of more than five minutes that the
/// next sighting does not confirm. Delays are smoothed from sighting to sighting by halves. Keeps
/// the last estimate of each run; not thread-safe.
public final class Sightings {

  /// Who is farther from the course of a run does not drive it.
  public static final double OFF_COURSE_METRES = 100;

  private static final double ABOUT_AS_NEAR_METRES = 30;
  private static final double AT_STOP_METRES = 40;
  private static final int MOST_EARLY_SECONDS = 10 * 60;
  private static final int MOST_LATE_SECONDS = 90 * 60;
  private static final int LEAP_SECONDS = 5 * 60;
  private static final int FORGOTTEN_SECONDS = 5 * 60;
  private static final double METRES_PER_DEGREE = 111_195;

  private final TimetableIndex index;
  private final Courses courses;
  private final CallMatcher matcher;
  private Map<Key, Estimate> estimates = new HashMap<>();

  private record Key(int trip, LocalDate date) {}

  /// @param doubted a leap that waits to be confirmed, null where there is none
  private record Estimate(int seconds, long at, int call, @Nullable Integer doubted) {}

  /// A place on the course: driving to a call, or standing at one.
  ///
  /// @param call the next call
  /// @param earliest when the timetable has it there, at the earliest
  /// @param latest at the latest
  private record Passage(int call, double offMetres, int earliest, int latest) {

    int delay(long seconds) {
      return (int) (seconds < earliest ? seconds - earliest : Math.max(0, seconds - latest));
    }
  }

  public Sightings(Timetable timetable) {
    this.index = new TimetableIndex(timetable);
    this.courses = new Courses(timetable);
    this.matcher = new CallMatcher(index);
  }

  /// How late the runs seen are, from the next call of each on. Estimates of runs that are not
  /// among them are forgotten.
  ///
  /// @param feed id of the timetable feed whose ids are used
  /// @param atEpochSeconds when it was said
  public List<TripChange> delays(String feed, long atEpochSeconds, List<Sighting> seen) {
    if (index.feed(feed) < 0) {
      return List.of();
    }
    RunFinder finder = new RunFinder(index, index.feed(feed), feed + ":", atEpochSeconds);
    Map<Key, Estimate> next = new HashMap<>();
    List<TripChange> changes = new ArrayList<>();
    for (Sighting sighting : seen) {
      int trip = finder.trip(sighting.tripId(), sighting.startSeconds());
      Optional<LocalDate> date = trip < 0 ? Optional.empty() : finder.date(trip, sighting.date());
      if (date.isPresent()) {
        Key key = new Key(trip, date.get());
        Optional<Estimate> estimate = estimate(key, feed, sighting);
        if (estimate.isPresent()) {
          next.put(key, estimate.get());
          changes.add(change(key, feed, estimate.get()));
        }
      }
    }
    estimates = next;
    return changes;
  }

  private Optional<Estimate> estimate(Key key, String feed, Sighting sighting) {
    Estimate before = estimates.get(key);
    boolean known = before != null && sighting.atEpochSeconds() - before.at() <= FORGOTTEN_SECONDS;
    long seconds = sighting.atEpochSeconds() - index.origin(index.feed(feed), key.date());
    int expected = known && before != null ? before.seconds() : 0;
    Optional<Passage> passage = passage(key.trip(), feed, sighting, seconds, expected);
    if (passage.isEmpty()) {
      return Optional.empty();
    }
    int raw = passage.get().delay(seconds);
    if (raw < -MOST_EARLY_SECONDS || raw > MOST_LATE_SECONDS) {
      return Optional.empty();
    }
    int call = passage.get().call();
    long at = sighting.atEpochSeconds();
    if (!known || before == null) {
      return Optional.of(new Estimate(raw, at, call, null));
    }
    if (before.at() == at) {
      return Optional.of(before);
    }
    if (Math.abs(raw - before.seconds()) > LEAP_SECONDS) {
      Integer doubted = before.doubted();
      boolean confirmed = doubted != null && Math.abs(raw - doubted) <= LEAP_SECONDS;
      return Optional.of(
          confirmed
              ? new Estimate(raw, at, call, null)
              : new Estimate(before.seconds(), at, call, raw));
    }
    return Optional.of(new Estimate((raw + before.seconds()) / 2, at, call, null));
  }

  private Optional<Passage> passage(
      int trip, String feed, Sighting sighting, long seconds, int expected) {
    List<Passage> passages = new ArrayList<>();
    int pattern = index.patternOf(trip);
    int length = index.timetable().patterns().length(pattern);
    int named = named(trip, feed, sighting);
    double least = OFF_COURSE_METRES;
    for (int call = 1; call < length; call++) {
      boolean meant =
          named < 0 || call == Math.max(1, named) || sighting.stands() && call == named + 1;
      if (meant) {
        Passage passage = passage(trip, pattern, call, sighting.point());
        if (passage.offMetres() <= OFF_COURSE_METRES) {
          passages.add(passage);
          least = Math.min(least, passage.offMetres());
        }
      }
    }
    double limit = least + ABOUT_AS_NEAR_METRES;
    return passages.stream()
        .filter(passage -> passage.offMetres() <= limit)
        .min(
            java.util.Comparator.comparingInt(
                passage -> Math.abs(passage.delay(seconds) - expected)));
  }

  /// The call that a sighting names, -1 where it names none.
  private int named(int trip, String feed, Sighting sighting) {
    if (sighting.sequence().isEmpty() && sighting.stopId().isEmpty()) {
      return -1;
    }
    var patterns = index.timetable().patterns();
    int pattern = index.patternOf(trip);
    int from = patterns.stopOffsets()[pattern];
    int to = patterns.stopOffsets()[pattern + 1];
    return matcher.find(
        java.util.Arrays.copyOfRange(patterns.nodes(), from, to),
        java.util.Arrays.copyOfRange(patterns.sequences(), from, to),
        sighting.sequence(),
        matcher.stop(feed + ":", sighting.stopId()),
        0);
  }

  /// The place nearest to a point between a call and the one before it.
  private Passage passage(int trip, int pattern, int call, GeoPoint point) {
    var patterns = index.timetable().patterns();
    int at = index.timeOffset(trip) + call;
    int leaves = patterns.departure(at - 1);
    int arrives = patterns.arrival(at);
    List<GeoPoint> line = courses.line(pattern, call - 1, call);
    double lonMetres = METRES_PER_DEGREE * Math.cos(Math.toRadians(point.lat()));
    double total = 0;
    double along = 0;
    double best = Double.MAX_VALUE;
    for (int i = 1; i < line.size(); i++) {
      double x1 = (line.get(i - 1).lon() - point.lon()) * lonMetres;
      double y1 = (line.get(i - 1).lat() - point.lat()) * METRES_PER_DEGREE;
      double dx = (line.get(i).lon() - point.lon()) * lonMetres - x1;
      double dy = (line.get(i).lat() - point.lat()) * METRES_PER_DEGREE - y1;
      double squared = dx * dx + dy * dy;
      double share = squared == 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / squared));
      double off = Math.hypot(x1 + share * dx, y1 + share * dy);
      double piece = Math.sqrt(squared);
      if (off < best) {
        best = off;
        along = total + share * piece;
      }
      total += piece;
    }
    if (along <= AT_STOP_METRES) {
      int first = call == 1 ? Integer.MIN_VALUE / 2 : patterns.arrival(at - 1);
      return new Passage(call, best, first, leaves);
    }
    if (along >= total - AT_STOP_METRES) {
      return new Passage(call, best, arrives, patterns.departure(at));
    }
    int there = leaves + (int) Math.round((arrives - leaves) * along / total);
    return new Passage(call, best, there, there);
  }

  private TripChange change(Key key, String feed, Estimate estimate) {
    var patterns = index.timetable().patterns();
    int pattern = index.patternOf(key.trip());
    int sequence = patterns.sequences()[patterns.stopOffsets()[pattern] + estimate.call()];
    CallChange call =
        new CallChange(
            OptionalInt.of(sequence),
            "",
            CallChange.Kind.CALLS,
            Optional.of(CallChange.Event.late(estimate.seconds())),
            Optional.empty(),
            "",
            OptionalInt.empty(),
            OptionalInt.empty());
    return new TripChange(
        TripChange.Kind.SEEN,
        index.timetable().trips().ids().get(key.trip()).substring(feed.length() + 1),
        "",
        -1,
        OptionalInt.empty(),
        Optional.of(key.date()),
        OptionalInt.empty(),
        List.of(call),
        TripChange.Told.NOTHING);
  }

  /// Where the vehicle of a run was seen. Ids are those of the publisher, without the feed.
  ///
  /// @param startSeconds published start of a trip that is repeated
  /// @param date service date; without it the one on which the trip runs nearest to the message
  /// @param sequence number of the call that it stands at or drives to, where it is told
  /// @param stopId stop of that call, empty where it is not told
  /// @param stands whether it stands at that call
  /// @param atEpochSeconds when it was seen
  public record Sighting(
      String tripId,
      OptionalInt startSeconds,
      Optional<LocalDate> date,
      GeoPoint point,
      OptionalInt sequence,
      String stopId,
      boolean stands,
      long atEpochSeconds) {}
}
