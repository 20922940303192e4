package org.toret.network.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

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

  /// What is said of each call of a trip, null where nothing is.
  ///
  /// @param feed id before stop ids, with its colon
  List<@Nullable CallChange> match(int trip, String feed, List<CallChange> changes) {
    Timetable timetable = index.timetable();
    int pattern = index.patternOf(trip);
    int length = timetable.patterns().length(pattern);
    List<@Nullable CallChange> byCall = new ArrayList<@Nullable CallChange>(length);
    for (int call = 0; call < length; call++) {
      byCall.add(null);
    }
    unmatched = 0;
    int next = 0;
    for (CallChange change : changes) {
      int stop = change.stopId().isEmpty() ? -1 : index.stop(feed + change.stopId());
      int call = byNumber(pattern, change.sequence());
      boolean elsewhere = call >= 0 && stop >= 0 && stop(pattern, call) != stop;
      if (call < 0 || elsewhere) {
        int there = byStop(pattern, stop, next);
        call = there < 0 && elsewhere ? call : there;
      }
      if (call < 0) {
        unmatched++;
      } else {
        byCall.set(call, change);
        next = call + 1;
      }
    }
    return byCall;
  }

  private int byNumber(int pattern, OptionalInt sequence) {
    Patterns patterns = index.timetable().patterns();
    int offset = patterns.stopOffsets()[pattern];
    for (int call = 0; sequence.isPresent() && call < patterns.length(pattern); call++) {
      if (patterns.sequences()[offset + call] == sequence.getAsInt()) {
        return call;
      }
    }
    return -1;
  }

  private int byStop(int pattern, int stop, int from) {
    for (int call = from;
        stop >= 0 && call < index.timetable().patterns().length(pattern);
        call++) {
      if (stop(pattern, call) == stop) {
        return call;
      }
    }
    return -1;
  }

  private int stop(int pattern, int call) {
    Timetable timetable = index.timetable();
    int at = timetable.patterns().stopOffsets()[pattern] + call;
    return timetable.nodes().stops()[timetable.patterns().nodes()[at]];
  }
}
