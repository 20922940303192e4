package org.toret.network.timetable.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.toret.base.columns.IntList;

/// Deals trips with the same calls to chains in which none overtakes another: sorted by time, each
/// joins the first chain whose last trip it nowhere overtakes. O(trips × chains × calls); chains
/// are few in real timetables.
public final class TripChains {

  private TripChains() {}

  /// The times of trips numbered from 0, all with the same calls; seconds of one service day.
  public interface Times {

    int trips();

    int calls();

    int arrival(int trip, int call);

    int departure(int trip, int call);
  }

  /// The trips of each chain, in order of time.
  public static List<int[]> deal(Times times) {
    Integer[] sorted = IntStream.range(0, times.trips()).boxed().toArray(Integer[]::new);
    Arrays.sort(
        sorted,
        Comparator.<Integer>comparingInt(trip -> times.departure(trip, 0))
            .thenComparingInt(trip -> times.arrival(trip, times.calls() - 1)));
    List<IntList> chains = new ArrayList<>();
    for (int trip : sorted) {
      chainFor(times, chains, trip).add(trip);
    }
    return chains.stream().map(IntList::toArray).toList();
  }

  private static IntList chainFor(Times times, List<IntList> chains, int trip) {
    for (IntList chain : chains) {
      if (!overtakes(times, trip, chain.get(chain.size() - 1))) {
        return chain;
      }
    }
    IntList fresh = new IntList(4);
    chains.add(fresh);
    return fresh;
  }

  private static boolean overtakes(Times times, int later, int earlier) {
    for (int call = 0; call < times.calls(); call++) {
      if (times.arrival(later, call) < times.arrival(earlier, call)
          || times.departure(later, call) < times.departure(earlier, call)) {
        return true;
      }
    }
    return false;
  }
}
