package org.toret.router.walk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The stops within reach of a place, mostly nearest in time first. Parallel columns.
///
/// @param stops stop numbers, each once
/// @param seconds walking time at the speed asked for
/// @param metres walking distance of that fastest way
public record StopReach(int[] stops, int[] seconds, int[] metres) {

  public static final StopReach NONE = new StopReach(new int[0], new int[0], new int[0]);

  /// Stops at which one is.
  public static StopReach at(int[] stops) {
    return new StopReach(stops.clone(), new int[stops.length], new int[stops.length]);
  }

  public int count() {
    return stops.length;
  }

  /// These stops but for some.
  public StopReach without(IntPredicate stop) {
    int[] left = IntStream.range(0, stops.length).filter(i -> !stop.test(stops[i])).toArray();
    return new StopReach(
        Arrays.stream(left).map(i -> stops[i]).toArray(),
        Arrays.stream(left).map(i -> seconds[i]).toArray(),
        Arrays.stream(left).map(i -> metres[i]).toArray());
  }

  /// These stops, and those of another reach that are not among them behind.
  public StopReach andThen(StopReach others) {
    Set<Integer> own = new HashSet<>();
    Arrays.stream(stops).forEach(own::add);
    int[] more =
        IntStream.range(0, others.count()).filter(i -> !own.contains(others.stops[i])).toArray();
    return new StopReach(
        joined(stops, others.stops, more),
        joined(seconds, others.seconds, more),
        joined(metres, others.metres, more));
  }

  /// The walking distance to each stop.
  public Map<Integer, Integer> metresByStop() {
    Map<Integer, Integer> found = HashMap.newHashMap(count());
    for (int i = 0; i < count(); i++) {
      found.put(stops[i], metres[i]);
    }
    return found;
  }

  private static int[] joined(int[] first, int[] others, int[] picked) {
    return IntStream.concat(Arrays.stream(first), Arrays.stream(picked).map(i -> others[i]))
        .toArray();
  }
}
