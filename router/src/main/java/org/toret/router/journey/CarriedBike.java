package org.toret.router.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.toret.base.columns.IntList;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.StreetSpread;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;

/// A bicycle that is taken along: ridden to a stop, carried, and ridden on from a stop. Which
/// vehicles admit it is said by GTFS `bikes_allowed`; those of which nothing is said do not.
///
/// To every stop that such a vehicle calls at one rides, or pushes the bicycle where that takes
/// less time. Between vehicles the bicycle is pushed. Cost: one search over the streets for each
/// end, and a point on the street for each stop. Thread-safe.
public final class CarriedBike {

  /// From the street to the platform with a bicycle, or back.
  public static final int STREET_SECONDS = 60;

  /// Nobody rides longer to a stop with a vehicle that takes the bicycle.
  public static final int LONGEST_SECONDS = 30 * 60;

  /// Faster than anybody rides in a city, to look no farther than that.
  private static final double MOST_METRES_PER_SECOND = 14;

  private static final int NEVER = Integer.MAX_VALUE;

  private final Timetable timetable;
  private final StreetRouter streets;

  public CarriedBike(Timetable timetable, StreetRouter streets) {
    this.timetable = timetable;
    this.streets = streets;
  }

  /// The stops within reach with a bicycle, or from which a place is.
  ///
  /// @param onFoot those within reach on foot
  /// @return seconds by the faster of both, with what it takes from the street to the platform;
  ///   metres of those reached on foot
  public StopReach reach(
      StopReach onFoot, GeoPoint place, PathOptions options, ReachDirection direction) {
    int[] seconds = new int[timetable.stops().count()];
    int[] metres = new int[seconds.length];
    Arrays.fill(seconds, NEVER);
    for (int i = 0; i < onFoot.count(); i++) {
      seconds[onFoot.stops()[i]] = onFoot.seconds()[i];
      metres[onFoot.stops()[i]] = onFoot.metres()[i];
    }
    int[] near = near(place, options);
    List<GeoPoint> points = new ArrayList<>(near.length);
    for (int stop : near) {
      points.add(timetable.stops().point(stop));
    }
    VehicleRides rides = streets.rides(StreetMode.BIKE);
    int[] ridden = rides.seconds(place, points, direction, options, LONGEST_SECONDS);
    for (int i = 0; i < near.length; i++) {
      if (ridden[i] != StreetSpread.NEVER && ridden[i] + STREET_SECONDS < seconds[near[i]]) {
        seconds[near[i]] = ridden[i] + STREET_SECONDS;
        metres[near[i]] = 0;
      }
    }
    return picked(seconds, metres);
  }

  /// The ride between a place and a stop, where it takes no longer than the way found between them,
  /// the street to the platform included.
  public Optional<StreetPath> ride(GeoPoint from, GeoPoint to, PathOptions options, int seconds) {
    return streets
        .path(Endpoint.of(from), Endpoint.of(to), StreetMode.BIKE, options)
        // times to many places are within a second of those of single paths
        .filter(path -> path.seconds() + STREET_SECONDS <= seconds + 1);
  }

  /// The stops that vehicles call at which take bicycles.
  private int[] near(GeoPoint place, PathOptions options) {
    double farthest = Math.min(options.maxBikeMetres(), LONGEST_SECONDS * MOST_METRES_PER_SECOND);
    Patterns patterns = timetable.patterns();
    boolean[] seen = new boolean[timetable.stops().count()];
    IntList near = new IntList();
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      int end = patterns.stopOffsets()[pattern + 1];
      int first = patterns.admitsBikes(pattern) ? patterns.stopOffsets()[pattern] : end;
      for (int call = first; call < end; call++) {
        int stop = timetable.nodes().stops()[patterns.nodes()[call]];
        if (!seen[stop]) {
          seen[stop] = true;
          if (Distance.metres(place, timetable.stops().point(stop)) <= farthest) {
            near.add(stop);
          }
        }
      }
    }
    return near.toArray();
  }

  private static StopReach picked(int[] seconds, int[] metres) {
    IntList stops = new IntList();
    for (int stop = 0; stop < seconds.length; stop++) {
      if (seconds[stop] != NEVER) {
        stops.add(stop);
      }
    }
    int[] found = stops.toArray();
    return new StopReach(
        found,
        Arrays.stream(found).map(stop -> seconds[stop]).toArray(),
        Arrays.stream(found).map(stop -> metres[stop]).toArray());
  }
}
