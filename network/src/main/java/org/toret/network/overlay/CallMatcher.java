package org.toret.network.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.toret.network.timetable.Patterns;

/// Finds the calls of a trip that are meant by what is said of them.
///
/// The number decides; where the call of that number is at another stop than is named, or where no
/// number is named, the next call at that stop is meant.
final class CallMatcher {

  private final TimetableIndex index;
  private int unmatched;

  CallMatcher(TimetableIndex index) {
    this.index = index;
  }

  /// What of the last trip had no call.
  int unmatched() {
    return unmatched;
  }

  /// What is said of each call of a trip as published, null where nothing is.
  ///
  /// @param feed id before stop ids, with its colon
  List<@Nullable CallChange> match(int trip, String feed, List<CallChange> changes) {
    Patterns patterns = index.timetable().patterns();
    int pattern = index.patternOf(trip);
    int from = patterns.stopOffsets()[pattern];
    int to = patterns.stopOffsets()[pattern + 1];
    return match(
        Arrays.copyOfRange(patterns.nodes(), from, to),
        Arrays.copyOfRange(patterns.sequences(), from, to),
        feed,
        changes);
  }

  /// The same of a run with these nodes and numbers of calls.
  List<@Nullable CallChange> match(
      int[] nodes, int[] sequences, String feed, List<CallChange> changes) {
    List<@Nullable CallChange> byCall = new ArrayList<@Nullable CallChange>(nodes.length);
    for (int call = 0; call < nodes.length; call++) {
      byCall.add(null);
    }
    unmatched = 0;
    int next = 0;
    for (CallChange change : changes) {
      int call = find(nodes, sequences, change.sequence(), stop(feed, change.stopId()), next);
      if (call < 0) {
        unmatched++;
      } else {
        byCall.set(call, change);
        next = call + 1;
      }
    }
    return byCall;
  }

  /// The call that a number, a stop or both name, -1 where there is none.
  ///
  /// @param from first call that is looked at by its stop
  int find(int[] nodes, int[] sequences, OptionalInt sequence, int stop, int from) {
    int call = byNumber(sequences, sequence);
    boolean elsewhere = call >= 0 && stop >= 0 && stop(nodes[call]) != stop;
    if (call < 0 || elsewhere) {
      int there = byStop(nodes, stop, from);
      call = there < 0 && elsewhere ? call : there;
    }
    return call;
  }

  /// Row of a stop, -1 where none is named or known.
  int stop(String feed, String id) {
    return id.isEmpty() ? -1 : index.stop(feed + id);
  }

  private static int byNumber(int[] sequences, OptionalInt sequence) {
    for (int call = 0; sequence.isPresent() && call < sequences.length; call++) {
      if (sequences[call] == sequence.getAsInt()) {
        return call;
      }
    }
    return -1;
  }

  private int byStop(int[] nodes, int stop, int from) {
    for (int call = from; stop >= 0 && call < nodes.length; call++) {
      if (stop(nodes[call]) == stop) {
        return call;
      }
    }
    return -1;
  }

  private int stop(int node) {
    return index.timetable().nodes().stops()[node];
  }
}
