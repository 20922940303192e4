package org.toret.router.journey;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.toret.base.columns.IntList;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetSpread;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;

/// Stations to which people ride on the road before they go on by timetable: the stops of railways,
/// metros, trams and the like, where a bicycle is left or somebody is dropped off, rather than any
/// bus stop. Immutable and thread-safe.
public final class StationAccess {

  /// Farther than this nobody rides first.
  public static final int LONGEST_SECONDS = 20 * 60;

  /// Nearer than this everybody walks.
  public static final int LEAST_METRES = 600;

  /// Locking a bicycle, or getting out of a car, or in, and to the platform or back.
  public static final int LEAVING_SECONDS = 60;

  /// Faster than anybody rides in a city, to look no farther than that.
  public static final double MOST_METRES_PER_SECOND = 14;

  private static final Set<Mode> STATIONS =
      EnumSet.of(Mode.RAIL, Mode.METRO, Mode.TRAM, Mode.FUNICULAR, Mode.FERRY, Mode.MONORAIL);

  /// Nobody is driven to a tram.
  private static final Set<Mode> DRIVEN_TO =
      EnumSet.of(Mode.RAIL, Mode.METRO, Mode.FUNICULAR, Mode.FERRY, Mode.MONORAIL);

  private final Timetable timetable;
  private final int[] stations;
  private final int[] drivenTo;

  public StationAccess(Timetable timetable) {
    this.timetable = timetable;
    stations = stations(timetable, STATIONS);
    drivenTo = stations(timetable, DRIVEN_TO);
  }

  /// The stops of railways, metros and the like.
  public int[] stations() {
    return stations;
  }

  /// Those of them to which people are driven.
  public int[] drivenTo() {
    return drivenTo;
  }

  /// The stations to which one rides from a place, wherever one goes from there.
  ///
  /// @param among some of the stations
  public StopReach reach(GeoPoint place, int[] among, VehicleRides rides, PathOptions options) {
    return reach(
        timetable.stops(),
        among,
        point -> true,
        new Ride(place, ReachDirection.FROM, rides, options, LONGEST_SECONDS));
  }

  /// A ride between a place and stations.
  ///
  /// @param longest seconds that nobody rides beyond
  public record Ride(
      GeoPoint place,
      ReachDirection direction,
      VehicleRides rides,
      PathOptions options,
      int longest) {}

  /// The stations to which one rides from a place, or from which to it.
  ///
  /// @param admitted which of them are worth it
  public static StopReach reach(Stops all, int[] among, Predicate<GeoPoint> admitted, Ride ride) {
    IntList near = new IntList();
    List<GeoPoint> points = new ArrayList<>();
    for (int station : among) {
      GeoPoint point = all.point(station);
      double metres = Distance.metres(ride.place(), point);
      if (metres > LEAST_METRES
          && metres < ride.longest() * MOST_METRES_PER_SECOND
          && admitted.test(point)) {
        near.add(station);
        points.add(point);
      }
    }
    int[] seconds =
        ride.rides()
            .seconds(ride.place(), points, ride.direction(), ride.options(), ride.longest());
    IntList stops = new IntList();
    IntList times = new IntList();
    for (int i = 0; i < seconds.length; i++) {
      if (seconds[i] != StreetSpread.NEVER && seconds[i] <= ride.longest()) {
        stops.add(near.get(i));
        times.add(seconds[i] + LEAVING_SECONDS);
      }
    }
    return new StopReach(stops.toArray(), times.toArray(), new int[stops.size()]);
  }

  private static int[] stations(Timetable timetable, Set<Mode> modes) {
    Patterns patterns = timetable.patterns();
    boolean[] seen = new boolean[timetable.stops().count()];
    IntList stations = new IntList();
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      if (modes.contains(timetable.routes().mode(patterns.routes()[pattern]))) {
        int end = patterns.stopOffsets()[pattern + 1];
        for (int call = patterns.stopOffsets()[pattern]; call < end; call++) {
          int stop = timetable.nodes().stops()[patterns.nodes()[call]];
          if (!seen[stop]) {
            seen[stop] = true;
            stations.add(stop);
          }
        }
      }
    }
    return stations.toArray();
  }
}
