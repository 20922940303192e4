package org.toret.feeds.gtfs.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.read.RouteTable;
import org.toret.feeds.gtfs.read.StopTable;
import org.toret.feeds.gtfs.read.TripCalls;
import org.toret.feeds.gtfs.read.TripTable.Trip;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.network.timetable.Mode;

/// Looks at every finished trip: too fast, the same as another; notes what is in use.
///
/// Each pair of stops travelled too fast is told once.
public final class RunChecks {

  private static final double MPS_PER_KMH = 1 / 3.6;

  private final StopTable stops;
  private final RouteTable routes;
  private final FileNotices calls;
  private final FileNotices trips;
  private final BitSet called = new BitSet();
  private final BitSet runningRoutes = new BitSet();
  private final BitSet runningServices = new BitSet();
  private final Set<Long> toldFast = new HashSet<>();
  private final Map<Long, String> contents = new HashMap<>();

  public RunChecks(StopTable stops, RouteTable routes, String feed, Notices notices) {
    this.stops = stops;
    this.routes = routes;
    calls = new FileNotices(feed, "stop_times.txt", notices);
    trips = new FileNotices(feed, "trips.txt", notices);
  }

  /// Stops at which a trip calls.
  public BitSet called() {
    return called;
  }

  /// Routes with a trip.
  public BitSet runningRoutes() {
    return runningRoutes;
  }

  /// Services with a trip.
  public BitSet runningServices() {
    return runningServices;
  }

  /// Notes that a trip on demand runs, and that it stops somewhere.
  public void lookOnDemand(Trip trip, int[] stopsOfGroups) {
    runningRoutes.set(trip.route());
    runningServices.set(trip.service());
    for (int stop : stopsOfGroups) {
      called.set(stop);
    }
  }

  /// Looks at one trip whose times are complete.
  public void look(Trip trip, TripCalls times, boolean repeats) {
    runningRoutes.set(trip.route());
    runningServices.set(trip.service());
    double limit = speedLimitKmh(routes.route(trip.route()).mode()) * MPS_PER_KMH;
    long content = 31L * trip.route() + trip.service();
    for (int i = 0; i < times.count(); i++) {
      called.set(times.stop(i));
      content = mixed(mixed(mixed(content, times.stop(i)), times.arrival(i)), times.departure(i));
      if (i > 0) {
        checkSpeed(trip, times, i, limit);
      }
    }
    String twin = repeats ? null : contents.putIfAbsent(content, trip.id());
    if (twin != null) {
      trips.info(trip.line(), "trip_id", "duplicate_trip", trip.id(), twin);
    }
  }

  private void checkSpeed(Trip trip, TripCalls times, int i, double limit) {
    int from = times.stop(i - 1);
    int to = times.stop(i);
    double metres = stops.metres(from, to);
    int departure = times.departure(i - 1);
    int arrival = times.arrival(i);
    boolean wholeMinutes = departure % 60 == 0 && arrival % 60 == 0;
    int seconds = arrival - departure + (wholeMinutes ? 60 : 1);
    if (metres > limit * seconds && toldFast.add((long) from << 32 | to)) {
      long kmh = Math.round(metres / seconds / MPS_PER_KMH);
      calls.warn(
          times.line(i),
          "arrival_time",
          "fast_travel",
          trip.id(),
          stops.id(from),
          stops.id(to),
          kmh);
    }
  }

  /// Speeds that no vehicle of the kind reaches between stops, after MobilityData's validator.
  private static int speedLimitKmh(Mode mode) {
    return switch (mode) {
      case TRAM -> 100;
      case METRO, MONORAIL, BUS, TROLLEYBUS, COACH -> 150;
      case RAIL -> 500;
      case FERRY -> 80;
      case CABLECAR -> 30;
      case GONDOLA, FUNICULAR -> 50;
    };
  }

  /// One step of a 64-bit hash (the finaliser of SplitMix64).
  private static long mixed(long hash, int value) {
    long z = (hash ^ value) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
