package org.toret.router.fare.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.toret.base.columns.Csr;
import org.toret.network.timetable.Courses;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// How far it is along a line from one station to another, as tariffs count: in kilometres and in
/// stops. Both belong to the line and not to the vehicle, so that who rides an express pays as who
/// rides a slow one:
///
/// - metres are the shortest along any course of the line, measured on its shape where it has one,
///   else straight from station to station;
/// - stops are the most calls any course makes on the way, the boarding not counted: a stop passed
///   without a call counts.
///
/// Platforms of one station are one. Lines are measured when they are first asked for; 12 bytes per
/// call. Thread-safe.
public final class LineMeasures {

  /// No line at all.
  public static final LineMeasures NONE = new LineMeasures(new int[0], route -> List.of());

  private final int[] stations;
  private final IntFunction<List<Line>> lines;
  private final Map<Integer, List<Line>> known = new ConcurrentHashMap<>();

  /// One course of a line.
  ///
  /// @param stations of its calls
  /// @param metres from its start to each call
  public record Line(int[] stations, double[] metres) {}

  /// A length.
  ///
  /// @param metres not a number where it is not known
  /// @param stops [Integer#MAX_VALUE] where it is not known
  public record Measure(double metres, int stops) {

    /// Nothing is known, so that no limit holds.
    public static final Measure UNKNOWN = new Measure(Double.NaN, Integer.MAX_VALUE);

    /// Where one is.
    public static final Measure ZERO = new Measure(0, 0);

    /// Both one after the other.
    public Measure plus(Measure other) {
      boolean counted = Math.max(stops, other.stops) < Integer.MAX_VALUE;
      return new Measure(metres + other.metres, counted ? stops + other.stops : Integer.MAX_VALUE);
    }
  }

  /// @param stations station of each stop, or the stop itself
  /// @param lines the courses of each route
  public LineMeasures(int[] stations, IntFunction<List<Line>> lines) {
    this.stations = stations;
    this.lines = lines;
  }

  /// The lines of a timetable.
  public static LineMeasures of(Timetable timetable) {
    int[] stations = new int[timetable.stops().count()];
    for (int stop = 0; stop < stations.length; stop++) {
      stations[stop] = timetable.stops().station(stop);
    }
    Csr patterns = Csr.index(timetable.routes().count(), timetable.patterns().routes());
    Courses courses = new Courses(timetable);
    return new LineMeasures(
        stations,
        route -> {
          List<Line> found = new ArrayList<>();
          for (int pattern : patterns.row(route)) {
            found.add(line(courses, pattern, stations));
          }
          return found;
        });
  }

  private static Line line(Courses courses, int pattern, int[] stations) {
    Patterns patterns = courses.timetable().patterns();
    int length = patterns.length(pattern);
    int[] called = new int[length];
    double[] metres = new double[length];
    for (int call = 0; call < length; call++) {
      called[call] = stations[courses.timetable().stop(pattern, call)];
      metres[call] = call == 0 ? 0 : metres[call - 1] + courses.metres(pattern, call - 1, call);
    }
    return new Line(called, metres);
  }

  /// How far it is on a route from one stop to another; [Measure#UNKNOWN] where no course of the
  /// route goes from one to the other.
  public Measure between(int route, int fromStop, int toStop) {
    if (stations.length == 0) {
      return Measure.UNKNOWN;
    }
    double least = Double.POSITIVE_INFINITY;
    int most = 0;
    for (Line line : known.computeIfAbsent(route, lines::apply)) {
      double metres = Double.POSITIVE_INFINITY;
      int stops = Integer.MAX_VALUE;
      for (int from = 0; from < line.stations().length; from++) {
        int to = line.stations()[from] == stations[fromStop] ? next(line, from, toStop) : -1;
        if (to >= 0) {
          metres = Math.min(metres, line.metres()[to] - line.metres()[from]);
          stops = Math.min(stops, to - from);
        }
      }
      least = Math.min(least, metres);
      most = stops == Integer.MAX_VALUE ? most : Math.max(most, stops);
    }
    return most == 0 ? Measure.UNKNOWN : new Measure(least, most);
  }

  private int next(Line line, int from, int toStop) {
    for (int to = from + 1; to < line.stations().length; to++) {
      if (line.stations()[to] == stations[toStop]) {
        return to;
      }
    }
    return -1;
  }
}
