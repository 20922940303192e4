package org.toret.router.traffic;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.RideTrack;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.walk.WalkOptions;

/// Finds where vehicles share the streets with cars.
///
/// - *Who*: buses, trolleybuses, coaches and trams. Everything else has its own way.
/// - *Along a published line*: buses are on the nearest street in their direction within
///   [#BUS_METRES] ([CourseMatcher]). Trams are in the traffic where their line runs within
///   [#TRAM_METRES] of the middle of a street, nearer than a kerb and a lane beside it.
/// - *Without a line*: buses take the fastest drive from stop to stop, unless that is longer than
///   [#DETOUR] times the straight line and [#SLACK_METRES]: then a bus goes another way, which is
///   not known. Trams have tracks, and nothing is known of them.
/// - *Own lanes*: where buses have a lane or the way to themselves ([StreetFlags#BUS_FORWARD])
///   nothing is shared.
final class ExposureMaker {

  static final double BUS_METRES = 15;
  static final double TRAM_METRES = 6;
  static final double DETOUR = 1.5;
  static final double SLACK_METRES = 150;

  private static final Set<Mode> ON_TYRES = EnumSet.of(Mode.BUS, Mode.TROLLEYBUS, Mode.COACH);
  private static final PathOptions ANY = PathOptions.of(WalkOptions.upTo(1000));

  private final Timetable timetable;
  private final StreetNetwork streets;
  private final StreetRouter router;
  private final CourseMatcher matcher;
  private final CourseCut cut;
  private final Exposure.Builder built;
  private final Map<Object, Integer> known = new HashMap<>();

  ExposureMaker(Timetable timetable, StreetNetwork streets, StreetRouter router) {
    this.timetable = timetable;
    this.streets = streets;
    this.router = router;
    matcher = new CourseMatcher(streets);
    cut = new CourseCut(timetable);
    built = new Exposure.Builder(timetable, streets);
  }

  /// Two stops between which no line is published.
  private record Ends(int from, int to) {}

  /// A published line, as buses or as trams follow it.
  private record Course(List<GeoPoint> line, boolean tram) {}

  Exposure make() {
    Patterns patterns = timetable.patterns();
    for (int pattern = 0; pattern < patterns.count() && !streets.isEmpty(); pattern++) {
      Mode mode = timetable.routes().mode(patterns.routes()[pattern]);
      if (mode != Mode.TRAM && !ON_TYRES.contains(mode)) {
        continue;
      }
      for (int call = 0; call < patterns.length(pattern) - 1; call++) {
        built.call(pattern, call, hop(pattern, call, mode == Mode.TRAM));
      }
    }
    return built.done();
  }

  private int hop(int pattern, int call, boolean tram) {
    List<GeoPoint> line = cut.hop(pattern, call);
    if (!line.isEmpty()) {
      Course course = new Course(line, tram);
      return known.computeIfAbsent(course, fresh -> along(course));
    }
    Ends ends = new Ends(timetable.stop(pattern, call), timetable.stop(pattern, call + 1));
    return tram ? Exposure.NO_HOP : known.computeIfAbsent(ends, fresh -> drive(ends));
  }

  private int along(Course course) {
    double metres = 0;
    for (int i = 1; i < course.line().size(); i++) {
      metres += Distance.metres(course.line().get(i - 1), course.line().get(i));
    }
    double most = course.tram() ? TRAM_METRES : BUS_METRES;
    return hop(new TreeMap<>(matcher.match(course.line(), most)), metres);
  }

  private int drive(Ends ends) {
    GeoPoint from = timetable.stops().point(ends.from());
    GeoPoint to = timetable.stops().point(ends.to());
    double straight = Distance.metres(from, to);
    Optional<StreetPath> path =
        router.path(Endpoint.of(from), Endpoint.of(to), StreetMode.CAR, ANY);
    if (path.isEmpty() || path.get().metres() > DETOUR * straight + SLACK_METRES) {
      return Exposure.NO_HOP;
    }
    RideTrack track = path.get().track();
    TreeMap<Integer, Double> stretches = new TreeMap<>();
    for (int i = 0; i < track.count(); i++) {
      stretches.merge(original(track.arcs()[i]), track.decimetres()[i] / 10.0, Double::sum);
    }
    return hop(stretches, path.get().metres());
  }

  private int hop(TreeMap<Integer, Double> stretches, double metres) {
    stretches.forEach((arc, along) -> {
      int own = (arc & 1) == 0 ? StreetFlags.BUS_FORWARD : StreetFlags.BUS_BACKWARD;
      if ((streets.edges().flags()[arc >> 1] & own) == 0) {
        built.stretch(arc, along);
      }
    });
    return built.hop(metres);
  }

  /// The arc of which one is a copy that expresses turns; of readings only originals know.
  private int original(int arc) {
    if (!streets.edges().has(arc >> 1, StreetFlags.COPY)) {
      return arc;
    }
    int tail = streets.tail(arc);
    int length = streets.edges().decimetres()[arc >> 1];
    for (int i = streets.arcs().start(tail); i < streets.arcs().end(tail); i++) {
      int other = streets.arcs().values()[i];
      boolean same =
          streets.head(other) == streets.head(arc)
              && streets.edges().decimetres()[other >> 1] == length;
      if (same && !streets.edges().has(other >> 1, StreetFlags.COPY)) {
        return other;
      }
    }
    return arc;
  }
}
