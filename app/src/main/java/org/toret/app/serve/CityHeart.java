package org.toret.app.serve;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.toret.base.geo.BoundingBox;
import org.toret.network.timetable.Stops;

/// Where most vehicles of a city stop: what its map shows at first. Long railways and country buses
/// reach far beyond it, and would leave the city a dot in the middle.
final class CityHeart {

  private static final double LEFT_OUT = 0.05;

  /// With fewer stops than that none is an exception.
  private static final int FEW = 40;

  private static final double E7 = 1e7;

  private CityHeart() {}

  /// The box in which, by latitude and by longitude, nine of ten calls are made.
  ///
  /// @param calls by stop, how many are made there
  /// @param all of the whole city, for one of few stops
  static BoundingBox of(Stops stops, int[] calls, BoundingBox all) {
    List<Integer> served =
        IntStream.range(0, stops.count())
            .filter(stop -> stops.kinds()[stop] == Stops.PLATFORM && calls[stop] > 0)
            .boxed()
            .toList();
    if (served.size() < FEW) {
      return all;
    }
    Axis lats = Axis.of(served, stops.latsE7(), calls);
    Axis lons = Axis.of(served, stops.lonsE7(), calls);
    return new BoundingBox(
        lats.at(LEFT_OUT), lons.at(LEFT_OUT), lats.at(1 - LEFT_OUT), lons.at(1 - LEFT_OUT));
  }

  /// Stops along one direction.
  private record Axis(List<Integer> sorted, int[] degreesE7, int[] calls) {

    static Axis of(List<Integer> served, int[] degreesE7, int[] calls) {
      List<Integer> sorted =
          served.stream().sorted(Comparator.comparingInt(stop -> degreesE7[stop])).toList();
      return new Axis(sorted, degreesE7, calls);
    }

    /// Up to where a share of all calls is made.
    double at(double share) {
      long all = sorted.stream().mapToLong(stop -> calls[stop]).sum();
      long made = 0;
      for (int stop : sorted) {
        made += calls[stop];
        if (made >= share * all) {
          return degreesE7[stop] / E7;
        }
      }
      return degreesE7[sorted.getLast()] / E7;
    }
  }
}
