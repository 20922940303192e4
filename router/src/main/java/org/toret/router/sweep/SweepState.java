package org.toret.router.sweep;

import java.util.Arrays;
import org.toret.router.raptor.RangeQuery;

/// The working memory of a sweep, used again for the next origin. Labels of a node, a cell or a
/// line lie side by side for each number of rides, the fewest first, and never grow with it.
final class SweepState {

  private final SweepLines lines;
  private final int rides;

  /// For each trip its line, where trips continue.
  private final int[] tripLines;

  /// What [#trip] and [#before] begin with.
  private final int[] noTrip;

  private final int[] lastDepartures;

  /// Earliest time a vehicle sets down at a node, after so many rides.
  final int[] arrive;

  /// Earliest time one is ready to board there; the first number is before any ride.
  final int[] ready;

  /// The first trip of its line that was aboard at a cell.
  final int[] trip;

  /// When the trip before that leaves there.
  final int[] before;

  /// The first trip of each line that was boarded in order to stay seated.
  final int[] seatsFrom;

  /// For each trip after how many rides it was entered seated.
  final int[] seated;

  /// Earliest time at each stop, whatever the number of rides.
  final int[] stopArrive;

  final int[] marked;
  final boolean[] isMarked;
  final int[] setDown;
  final boolean[] isSetDown;
  final int[] better;
  final boolean[] isBetter;
  int markedCount;
  int setDownCount;
  int betterCount;

  SweepState(SweepLines lines, int nodes, int stops, int rides) {
    this.lines = lines;
    this.rides = rides;
    arrive = new int[nodes * rides];
    ready = new int[nodes * rides];
    noTrip = new int[lines.cells() * rides];
    lastDepartures = new int[noTrip.length];
    trip = new int[noTrip.length];
    before = new int[noTrip.length];
    boolean seats = lines.seatHeads().length > 0;
    seatsFrom = new int[seats ? lines.count() * rides : 0];
    seated = new int[lines.seatHeads().length];
    tripLines = new int[seated.length];
    stopArrive = new int[stops];
    marked = new int[nodes];
    isMarked = new boolean[nodes];
    setDown = new int[nodes];
    isSetDown = new boolean[nodes];
    better = new int[nodes];
    isBetter = new boolean[nodes];
    for (int line = 0; line < lines.count(); line++) {
      begin(line);
    }
  }

  private void begin(int line) {
    int first = lines.cellOffsets()[line];
    int end = lines.cellOffsets()[line + 1];
    int trips = lines.tripCount(line);
    int row = lines.timeOffsets()[line] + (trips - 1) * (end - first) - first;
    Arrays.fill(noTrip, first * rides, end * rides, trips);
    for (int cell = first; cell < end; cell++) {
      int last = lines.departures()[row + cell];
      Arrays.fill(lastDepartures, cell * rides, (cell + 1) * rides, last);
    }
    if (tripLines.length > 0) {
      Arrays.fill(tripLines, lines.tripOffsets()[line], lines.tripOffsets()[line + 1], line);
    }
  }

  int lineOf(int ofTrip) {
    return tripLines[ofTrip];
  }

  void clear() {
    Arrays.fill(arrive, RangeQuery.NEVER);
    Arrays.fill(ready, RangeQuery.NEVER);
    Arrays.fill(stopArrive, RangeQuery.NEVER);
    Arrays.fill(seated, rides);
    System.arraycopy(noTrip, 0, trip, 0, trip.length);
    System.arraycopy(lastDepartures, 0, before, 0, before.length);
    for (int line = 0; line < seatsFrom.length / rides; line++) {
      Arrays.fill(seatsFrom, line * rides, (line + 1) * rides, lines.tripCount(line));
    }
  }

  void forgetSetDown() {
    for (int i = 0; i < setDownCount; i++) {
      isSetDown[setDown[i]] = false;
    }
    setDownCount = 0;
  }
}
