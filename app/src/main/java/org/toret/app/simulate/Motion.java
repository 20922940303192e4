package org.toret.app.simulate;

import java.util.List;
import java.util.Optional;
import org.toret.app.simulate.closure.DrivenLine;
import org.toret.app.simulate.closure.WayRound;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Shapes;
import org.toret.network.timetable.Timetable;

/// Where vehicles are between two calls: along the shape of their trip, else straight, and slower
/// at both ends than between, as vehicles that brake and start.
///
/// Timetables in whole minutes let several calls happen at once; for the eye they are spread evenly
/// over the time until the next one, so that nothing leaps.
final class Motion {

  /// Starting and braking take this part of a stretch each; between them a vehicle is faster than
  /// its mean speed by 1 / (1 - RAMP).
  static final double RAMP = 0.15;

  private static final int SPREAD_SECONDS = 20;

  private final Timetable timetable;
  private final Demand demand;
  private final Chance chance;

  Motion(Timetable timetable, Demand demand, Chance chance) {
    this.timetable = timetable;
    this.demand = demand;
    this.chance = chance.of("riders");
  }

  /// The vehicle of a run; empty while there is none on the road.
  Optional<VehicleSeen> at(RunNow run, long epochSecond) {
    if (!run.isUnderWay(epochSecond)) {
      return Optional.empty();
    }
    double[] reached = reached(run);
    int last = run.length() - 1;
    int call = 0;
    while (call < last && left(run, reached, call) <= epochSecond) {
      call++;
    }
    // the vehicle has left call - 1 and is on its way to `call`, or stands there
    if (call == 0 || epochSecond >= reached[call]) {
      return Optional.of(standing(run, call, epochSecond));
    }
    double from = left(run, reached, call - 1);
    double part = (epochSecond - from) / Math.max(1, reached[call] - from);
    return Optional.of(driving(run, call, Math.clamp(part, 0, 1), reached[call] - from));
  }

  /// When each call is reached, for the eye.
  private static double[] reached(RunNow run) {
    int length = run.length();
    double[] reached = new double[length];
    for (int call = 0; call < length; call++) {
      reached[call] = run.scheduledArrivals()[call] + run.actual()[call];
    }
    int first = 0;
    while (first < length) {
      int next = first + 1;
      while (next < length && reached[next] <= reached[first]) {
        next++;
      }
      double until = next < length ? reached[next] : reached[first] + SPREAD_SECONDS;
      for (int call = first + 1; call < next; call++) {
        reached[call] = reached[first] + (until - reached[first]) * (call - first) / (next - first);
      }
      first = next;
    }
    return reached;
  }

  private static double left(RunNow run, double[] reached, int call) {
    return Math.max(reached[call], run.scheduledDepartures()[call] + run.actual()[call]);
  }

  private VehicleSeen standing(RunNow run, int call, long epochSecond) {
    int other = call + 1 < run.length() ? call + 1 : call - 1;
    Course course = course(run, Math.min(call, other), Math.max(call, other));
    double part = other > call ? 0 : 1;
    return new VehicleSeen(
        run, course.at(part), course.bearing(part), 0, call, true, filling(run, call, epochSecond));
  }

  private VehicleSeen driving(RunNow run, int call, double part, double seconds) {
    Course course = course(run, call - 1, call);
    double way = way(part);
    double pace = Math.min(1, Math.min(part, 1 - part) / RAMP) / (1 - RAMP);
    return new VehicleSeen(
        run,
        course.at(way),
        course.bearing(way),
        course.metres() / Math.max(1, seconds) * pace,
        call,
        false,
        filling(run, call, run.scheduledArrivals()[call]));
  }

  /// The part of a stretch that is behind after a part of its time: speed grows evenly, stays, and
  /// falls evenly.
  static double way(double part) {
    double top = 1 / (1 - RAMP);
    if (part < RAMP) {
      return top * part * part / (2 * RAMP);
    }
    return part > 1 - RAMP ? 1 - way(1 - part) : top * (part - RAMP / 2);
  }

  /// Fullest in the middle of a run and when many are on their way.
  private double filling(RunNow run, int call, long epochSecond) {
    double along = (call + 0.5) / run.length();
    double middle = 0.35 + 0.65 * Math.sin(Math.PI * along);
    double own = 0.55 + 0.9 * chance.uniform(run.trip(), run.date().toEpochDay());
    return Math.clamp(0.06 + demand.level(epochSecond) * middle * own, 0, 1);
  }

  private Course course(RunNow run, int from, int to) {
    List<GeoPoint> led = led(run, from, to);
    return led.isEmpty() ? published(run, from, to) : course(led);
  }

  /// The way round closed streets from one call to the next; empty where it goes as published.
  private static List<GeoPoint> led(RunNow run, int from, int to) {
    DetouredTrips detour = run.detour();
    if (detour != null) {
      for (DetouredTrips.Stretch stretch : detour.stretches()) {
        WayRound way = stretch.way();
        if (from >= way.before() && to <= way.after()) {
          return DrivenLine.of(way.line()).part(way.share(from), way.share(to));
        }
      }
    }
    return List.of();
  }

  private static Course course(List<GeoPoint> line) {
    int[] lats = line.stream().mapToInt(GeoPoint::latE7).toArray();
    int[] lons = line.stream().mapToInt(GeoPoint::lonE7).toArray();
    return new Course(lats, lons, 0, lats.length - 1);
  }

  private Course published(RunNow run, int from, int to) {
    Patterns patterns = timetable.patterns();
    Shapes shapes = timetable.shapes();
    int shape = patterns.shapes()[run.pattern()];
    int calls = patterns.stopOffsets()[run.pattern()];
    if (shape >= 0) {
      int first = shapes.callPoints()[calls + from];
      int last = shapes.callPoints()[calls + to];
      if (first >= 0 && last > first) {
        int offset = shapes.offsets()[shape];
        return new Course(shapes.latsE7(), shapes.lonsE7(), offset + first, offset + last);
      }
    }
    int[] lats = new int[2];
    int[] lons = new int[2];
    for (int i = 0; i < 2; i++) {
      int stop = timetable.nodes().stops()[patterns.nodes()[calls + (i == 0 ? from : to)]];
      lats[i] = timetable.stops().latsE7()[stop];
      lons[i] = timetable.stops().lonsE7()[stop];
    }
    return new Course(lats, lons, 0, 1);
  }

  /// A line through points `first … last` of two columns.
  private record Course(int[] latsE7, int[] lonsE7, int first, int last) {

    double metres() {
      double metres = 0;
      for (int i = first; i < last; i++) {
        metres += step(i);
      }
      return metres;
    }

    GeoPoint at(double part) {
      Place place = place(part);
      double lat =
          latsE7[place.step()] * (1 - place.part()) + latsE7[place.step() + 1] * place.part();
      double lon =
          lonsE7[place.step()] * (1 - place.part()) + lonsE7[place.step() + 1] * place.part();
      return new GeoPoint(lat / GeoPoint.E7, lon / GeoPoint.E7);
    }

    double bearing(double part) {
      int i = place(part).step();
      double north = latsE7[i + 1] - latsE7[i];
      double east = (lonsE7[i + 1] - lonsE7[i]) * Math.cos(Math.toRadians(latsE7[i] / GeoPoint.E7));
      double degrees = Math.toDegrees(Math.atan2(east, north));
      return degrees < 0 ? degrees + 360 : degrees;
    }

    /// A place on one of its steps.
    private record Place(int step, double part) {}

    private Place place(double part) {
      double metres = metres() * part;
      for (int i = first; i < last; i++) {
        double step = step(i);
        if (metres <= step || i == last - 1) {
          return new Place(i, step == 0 ? 0 : Math.clamp(metres / step, 0, 1));
        }
        metres -= step;
      }
      throw new IllegalStateException("A course of no steps: " + first + " to " + last);
    }

    private double step(int i) {
      return Distance.metresE7(latsE7[i], lonsE7[i], latsE7[i + 1], lonsE7[i + 1]);
    }
  }
}
