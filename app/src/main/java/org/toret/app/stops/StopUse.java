package org.toret.app.stops;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;

/// Which lines call at each stop and how many trips of the timetable do; a station counts what
/// calls at its platforms. 8 bytes per stop and 4 per pair of stop and line.
///
/// @param routes stop to the lines that call there, in the order of the lines
/// @param calls how many trips call, over all service days of the timetable
/// @param modes bit set of the ordinals of [Mode]
public record StopUse(Csr routes, int[] calls, int[] modes) {

  /// Counts; a few milliseconds for a city.
  public static StopUse of(Timetable timetable) {
    Stops stops = timetable.stops();
    int[] calls = new int[stops.count()];
    int[] modes = new int[stops.count()];
    IntList keys = new IntList();
    IntList values = new IntList();
    Patterns patterns = timetable.patterns();
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      int route = patterns.routes()[pattern];
      for (int i = patterns.stopOffsets()[pattern]; i < patterns.stopOffsets()[pattern + 1]; i++) {
        int stop = timetable.nodes().stops()[patterns.nodes()[i]];
        while (stop >= 0) {
          calls[stop] += patterns.tripCount(pattern);
          modes[stop] |= 1 << timetable.routes().modes()[route];
          keys.add(stop);
          values.add(route);
          stop = stops.parents()[stop];
        }
      }
    }
    return new StopUse(distinct(stops.count(), keys.toArray(), values.toArray()), calls, modes);
  }

  /// The modes that call at a stop.
  public Set<Mode> modesOf(int stop) {
    Set<Mode> set = EnumSet.noneOf(Mode.class);
    for (Mode mode : Mode.values()) {
      if ((modes[stop] & 1 << mode.ordinal()) != 0) {
        set.add(mode);
      }
    }
    return set;
  }

  private static Csr distinct(int rows, int[] keys, int[] values) {
    Csr all = Csr.group(rows, keys, values);
    IntList rowOf = new IntList();
    IntList kept = new IntList();
    for (int row = 0; row < rows; row++) {
      int[] sorted = all.row(row);
      Arrays.sort(sorted);
      for (int i = 0; i < sorted.length; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          rowOf.add(row);
          kept.add(sorted[i]);
        }
      }
    }
    return Csr.group(rows, rowOf.toArray(), kept.toArray());
  }
}
