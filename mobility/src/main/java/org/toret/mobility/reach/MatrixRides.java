package org.toret.mobility.reach;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.toret.base.columns.Csr;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.TimetableView;
import org.toret.router.sweep.WindowSweep;

/// The journeys by vehicle of a table, for one origin after another. What is told of a stop is
/// carried on to the destinations around it: a destination is looked at when one of its stops is
/// reached earlier than from the minutes after, not every minute.
final class MatrixRides {

  private final WindowSweep sweep;

  /// Where the ways from each stop to destinations lie in the two columns that follow.
  private final Csr ways;

  private final int[] destinations;
  private final int[] seconds;
  private final int[] earliest;

  MatrixRides(Ground ground, TimetableView view, MatrixRequest request, List<Foothold> egress) {
    RangeQuery query =
        ground.query(view, request.span(), Ground.NOWHERE, 60 * request.maxMinutes());
    int minutes = Math.max(1, request.windowMinutes());
    sweep = new WindowSweep(view, query.withWindow(60 * (minutes - 1)), 60);
    int[] stops = egress.stream().flatMapToInt(end -> Arrays.stream(end.stops())).toArray();
    ways = Csr.index(view.timetable().stops().count(), stops);
    destinations = new int[stops.length];
    seconds = new int[stops.length];
    int[] destinationOf = new int[stops.length];
    int[] secondsOf = new int[stops.length];
    int at = 0;
    for (int destination = 0; destination < egress.size(); destination++) {
      Foothold end = egress.get(destination);
      System.arraycopy(end.seconds(), 0, secondsOf, at, end.count());
      Arrays.fill(destinationOf, at, at + end.count(), destination);
      at += end.count();
    }
    for (int way = 0; way < stops.length; way++) {
      destinations[way] = destinationOf[ways.values()[way]];
      seconds[way] = secondsOf[ways.values()[way]];
    }
    earliest = new int[egress.size()];
  }

  /// Lowers times to what is possible by vehicle.
  ///
  /// @param access stops around the origin
  /// @param times seconds for each destination and minute
  /// @param counted for which destinations
  void lower(Foothold access, int[][] times, IntPredicate counted) {
    boolean[] counts = new boolean[times.length];
    boolean any = false;
    for (int destination = 0; destination < counts.length; destination++) {
      counts[destination] = counted.test(destination);
      any |= counts[destination];
    }
    if (!any) {
      return;
    }
    Arrays.fill(earliest, RangeQuery.NEVER);
    sweep.run(
        access,
        new WindowSweep.Arrivals() {
          @Override
          public void reached(int stop, int at) {
            for (int i = ways.start(stop); i < ways.end(stop); i++) {
              int destination = destinations[i];
              earliest[destination] = Math.min(earliest[destination], at + seconds[i]);
            }
          }

          @Override
          public void done(int minute, int from) {
            for (int destination = 0; destination < times.length; destination++) {
              int[] ofPair = times[destination];
              if (counts[destination]) {
                ofPair[minute] = Math.min(ofPair[minute], earliest[destination] - from);
              }
            }
          }
        });
  }
}
