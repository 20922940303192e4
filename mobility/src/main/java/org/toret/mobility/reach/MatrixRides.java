package org.toret.mobility.reach;

import java.util.Arrays;
import java.util.List;
import org.toret.base.columns.Csr;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.TimetableView;
import org.toret.router.sweep.WindowSweep;
import org.toret.router.walk.ReachDirection;

/// The journeys by vehicle of a table, for one origin after another. What is told of a stop is
/// carried on to the destinations around it: a destination is looked at when one of its stops is
/// reached earlier than from the minutes after, not every minute.
final class MatrixRides {

  private final Ground ground;
  private final MatrixRequest request;
  private final WindowSweep sweep;

  /// The ends of ways from a stop to destinations, with destination and seconds of each.
  private final Csr ways;

  private final int[] destinations;
  private final int[] seconds;
  private final int[] earliest;

  MatrixRides(Ground ground, TimetableView view, MatrixRequest request, List<Foothold> egress) {
    this.ground = ground;
    this.request = request;
    RangeQuery query =
        ground.query(view, request.span(), Ground.NOWHERE, 60 * request.maxMinutes());
    int minutes = Math.max(1, request.windowMinutes());
    sweep = new WindowSweep(view, query.withWindow(60 * (minutes - 1)), 60);
    int count = egress.stream().mapToInt(Foothold::count).sum();
    int[] stops = new int[count];
    destinations = new int[count];
    seconds = new int[count];
    int at = 0;
    for (int destination = 0; destination < egress.size(); destination++) {
      Foothold end = egress.get(destination);
      System.arraycopy(end.stops(), 0, stops, at, end.count());
      System.arraycopy(end.seconds(), 0, seconds, at, end.count());
      Arrays.fill(destinations, at, at + end.count(), destination);
      at += end.count();
    }
    ways = Csr.index(view.timetable().stops().count(), stops);
    earliest = new int[egress.size()];
  }

  /// Lowers times to what is possible by vehicle.
  ///
  /// @param times seconds for each destination and minute
  void lower(Ground.Spot origin, int[][] times) {
    Foothold access = ground.foothold(origin, request.span(), ReachDirection.FROM);
    Arrays.fill(earliest, RangeQuery.NEVER);
    sweep.run(
        access,
        new WindowSweep.Arrivals() {
          @Override
          public void reached(int stop, int at) {
            for (int i = ways.start(stop); i < ways.end(stop); i++) {
              int way = ways.values()[i];
              int there = at + seconds[way];
              if (there < earliest[destinations[way]]) {
                earliest[destinations[way]] = there;
              }
            }
          }

          @Override
          public void done(int minute, int from) {
            for (int destination = 0; destination < times.length; destination++) {
              int[] ofPair = times[destination];
              ofPair[minute] = Math.min(ofPair[minute], earliest[destination] - from);
            }
          }
        });
  }
}
