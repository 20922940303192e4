package org.toret.router.sweep;

import java.util.Arrays;
import org.toret.base.columns.IntList;
import org.toret.router.raptor.Lines;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RaptorDays;
import org.toret.router.raptor.TimetableView;

/// The lines of all service days that can be used in a window, copied side by side with the times
/// on one axis: only the trips that run within it. 8 bytes per stop time and about 24 per call.
///
/// A *cell* is a call of a line. Boarding and alighting at blocked nodes is left out.
///
/// @param cellOffsets cells of line `l` are `cellOffsets[l] … cellOffsets[l + 1] - 1`
/// @param timeOffsets times of the `i`-th trip of line `l` start at `timeOffsets[l] + i × length`
/// @param tripOffsets trips of line `l`, numbered over all lines
/// @param cellLines line of each cell
/// @param cellNodes node of each cell where one may alight, -1 elsewhere
/// @param nodeOffsets cells at which one may board at node `n` are `nodeOffsets[n] …` of
///   `nodeCells`
/// @param seatHeads first entry of `seatTrips` for each trip, -1 where one must alight at the end;
///   empty when nothing continues
/// @param seatTrips trip one may stay seated into
/// @param seatNext next entry for the same trip, -1 at the end
/// @param continuing lines some trip of which continues; empty when nothing does
record SweepLines(
    int[] cellOffsets,
    int[] timeOffsets,
    int[] tripOffsets,
    int[] arrivals,
    int[] departures,
    int[] cellLines,
    int[] cellNodes,
    int[] nodeOffsets,
    int[] nodeCells,
    int[] seatHeads,
    int[] seatTrips,
    int[] seatNext,
    boolean[] continuing) {

  int count() {
    return cellOffsets.length - 1;
  }

  int cells() {
    return cellLines.length;
  }

  int tripCount(int line) {
    return tripOffsets[line + 1] - tripOffsets[line];
  }

  /// @param blocked nodes that may not be used
  static SweepLines of(TimetableView view, RangeQuery query, boolean[] blocked) {
    return new Copy(new RaptorDays(view, query), query, blocked).lines();
  }

  /// Copies what is usable, line by line.
  private static final class Copy {

    private final RaptorDays days;
    private final boolean[] blocked;
    private final int first;
    private final int last;

    /// Of each line over all days: its number here or -1, and the trips that are kept.
    private final int[] numbers;

    private final int[] firstTrips;
    private final IntList sources = new IntList();
    private final IntList cellOffsets = new IntList();
    private final IntList timeOffsets = new IntList();
    private final IntList tripOffsets = new IntList();
    private int times;

    Copy(RaptorDays days, RangeQuery query, boolean[] blocked) {
      this.days = days;
      this.blocked = blocked;
      first = query.firstSeconds();
      last = first + query.windowSeconds() + query.maxSeconds();
      numbers = new int[days.usable.length];
      firstTrips = new int[days.usable.length];
      choose();
    }

    /// Which lines and trips are kept, and where they lie.
    private void choose() {
      int cells = 0;
      int trips = 0;
      for (int dayLine = 0; dayLine < numbers.length; dayLine++) {
        int day = days.dayOfLine[dayLine];
        Lines lines = days.lines[day];
        int line = dayLine - days.lineOffsets[day];
        int length = lines.length(line);
        int at = lines.timeOffsets()[line];
        int count = days.usable[dayLine] ? lines.tripCount(line) : 0;
        int from =
            Lines.firstTrip(
                lines.arrivals(), at + length - 1, length, count, first - days.shifts[day]);
        int to =
            Lines.firstTrip(lines.departures(), at, length, count, last + 1 - days.shifts[day]);
        numbers[dayLine] = -1;
        if (from < to) {
          numbers[dayLine] = sources.size();
          firstTrips[dayLine] = from;
          sources.add(dayLine);
          cellOffsets.add(cells);
          timeOffsets.add(times);
          tripOffsets.add(trips);
          cells += length;
          trips += to - from;
          times += (to - from) * length;
        }
      }
      cellOffsets.add(cells);
      timeOffsets.add(times);
      tripOffsets.add(trips);
    }

    SweepLines lines() {
      int[] cellStart = cellOffsets.toArray();
      int[] timeStart = timeOffsets.toArray();
      int cells = cellStart[sources.size()];
      int[] arrivals = new int[times];
      int[] departures = new int[times];
      int[] cellLines = new int[cells];
      int[] cellNodes = new int[cells];
      int[] boardNodes = new int[cells];
      for (int line = 0; line < sources.size(); line++) {
        int dayLine = sources.get(line);
        int day = days.dayOfLine[dayLine];
        copyTimes(dayLine, timeStart[line], timeStart[line + 1], arrivals, departures);
        Lines of = days.lines[day];
        int from = of.callOffsets()[dayLine - days.lineOffsets[day]];
        for (int cell = cellStart[line]; cell < cellStart[line + 1]; cell++, from++) {
          int node = of.callNodes()[from];
          int rule = blocked[node] ? 0 : of.callRules()[from];
          cellLines[cell] = line;
          cellNodes[cell] = (rule & Lines.ALIGHT) != 0 ? node : -1;
          boardNodes[cell] = (rule & Lines.BOARD) != 0 ? node : -1;
        }
      }
      int[][] byNode = byNode(boardNodes);
      int[][] seats = days.seatLinks ? seats() : new int[3][0];
      return new SweepLines(
          cellStart,
          timeStart,
          tripOffsets.toArray(),
          arrivals,
          departures,
          cellLines,
          cellNodes,
          byNode[0],
          byNode[1],
          seats[0],
          seats[1],
          seats[2],
          continuing(seats[0]));
    }

    private void copyTimes(int dayLine, int to, int end, int[] arrivals, int[] departures) {
      int day = days.dayOfLine[dayLine];
      Lines of = days.lines[day];
      int line = dayLine - days.lineOffsets[day];
      int from = of.timeOffsets()[line] + firstTrips[dayLine] * of.length(line);
      int shift = days.shifts[day];
      for (int at = to; at < end; at++, from++) {
        arrivals[at] = of.arrivals()[from] + shift;
        departures[at] = of.departures()[from] + shift;
      }
    }

    private int[][] byNode(int[] boardNodes) {
      int[] offsets = new int[blocked.length + 1];
      for (int node : boardNodes) {
        if (node >= 0) {
          offsets[node + 1]++;
        }
      }
      for (int node = 0; node < blocked.length; node++) {
        offsets[node + 1] += offsets[node];
      }
      int[] cells = new int[offsets[blocked.length]];
      int[] next = offsets.clone();
      for (int cell = 0; cell < boardNodes.length; cell++) {
        if (boardNodes[cell] >= 0) {
          cells[next[boardNodes[cell]]++] = cell;
        }
      }
      return new int[][] {offsets, cells};
    }

    private int[][] seats() {
      int[] heads = new int[tripOffsets.get(sources.size())];
      Arrays.fill(heads, -1);
      IntList trips = new IntList();
      IntList next = new IntList();
      for (int line = 0; line < sources.size(); line++) {
        int dayLine = sources.get(line);
        int day = days.dayOfLine[dayLine];
        Lines of = days.lines[day];
        for (int trip = tripOffsets.get(line); trip < tripOffsets.get(line + 1); trip++) {
          int index = firstTrips[dayLine] + trip - tripOffsets.get(line);
          int active = of.active(dayLine - days.lineOffsets[day], index);
          int link = of.hasSeatLinks() ? of.seatHeads()[active] : -1;
          for (; link >= 0; link = of.seatNext()[link]) {
            int follower = follower(day, of.seatTrips()[link]);
            if (follower >= 0) {
              trips.add(follower);
              next.add(heads[trip]);
              heads[trip] = trips.size() - 1;
            }
          }
        }
      }
      return new int[][] {heads, trips.toArray(), next.toArray()};
    }

    /// The number here of an active trip of a day, -1 where it is not kept.
    private int follower(int day, int active) {
      Lines of = days.lines[day];
      int line = of.tripLines()[active];
      int dayLine = days.lineOffsets[day] + line;
      int number = numbers[dayLine];
      if (number < 0) {
        return -1;
      }
      int index = of.indexInLine(line, active) - firstTrips[dayLine];
      int count = tripOffsets.get(number + 1) - tripOffsets.get(number);
      return index < 0 || index >= count ? -1 : tripOffsets.get(number) + index;
    }

    private boolean[] continuing(int[] heads) {
      boolean[] lines = new boolean[heads.length == 0 ? 0 : sources.size()];
      for (int line = 0; line < lines.length; line++) {
        for (int trip = tripOffsets.get(line); trip < tripOffsets.get(line + 1); trip++) {
          lines[line] |= heads[trip] >= 0;
        }
      }
      return lines;
    }
  }
}
