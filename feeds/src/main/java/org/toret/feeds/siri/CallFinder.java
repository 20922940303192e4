package org.toret.feeds.siri;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// Finds the calls of a trip that are meant by those of a journey.
///
/// Calls are looked for in order of travel, by their stop. Of several at that stop the one aimed at
/// nearest in time is meant, where no time is told the one of that visit. A stop where the trip
/// does not call, of a station where it does, is another platform: the call there that is aimed at
/// nearest in time.
final class CallFinder {

  private final Timetable timetable;
  private final SiriIds ids;
  private final int trip;
  private final int pattern;
  private final long origin;

  /// @param origin epoch second of the date's noon minus 12 h
  CallFinder(Timetable timetable, SiriIds ids, int trip, long origin) {
    this.timetable = timetable;
    this.ids = ids;
    this.trip = trip;
    this.pattern = timetable.trips().patterns()[trip];
    this.origin = origin;
  }

  /// What a call means.
  ///
  /// @param index of the call of the trip, -1 where there is none
  /// @param stop where it is told to be, -1 where that is not known
  record Found(SiriJourney.Call call, int index, int stop) {}

  List<Found> find(List<SiriJourney.Call> calls) {
    List<Found> found = new ArrayList<>();
    int next = 0;
    for (SiriJourney.Call call : calls) {
      int stop = ids.stop(call.stop());
      int index = stop < 0 || call.isExtra() ? -1 : at(call, stop, next);
      next = index < 0 ? next : index + 1;
      found.add(new Found(call, index, stop));
    }
    return found;
  }

  /// Where the trip is meant to stop at a call.
  int stopOf(int index) {
    return timetable.stop(pattern, index);
  }

  int sequenceOf(int index) {
    Patterns patterns = timetable.patterns();
    return patterns.sequences()[patterns.stopOffsets()[pattern] + index];
  }

  int length() {
    return timetable.patterns().length(pattern);
  }

  private int at(SiriJourney.Call call, int stop, int from) {
    int best = -1;
    int visit = 0;
    for (int index = 0; index < length(); index++) {
      if (stopOf(index) == stop) {
        visit++;
        if (index >= from && isBetter(call, index, visit, best)) {
          best = index;
        }
      }
    }
    return best >= 0 ? best : elsewhere(call, stop, from);
  }

  private boolean isBetter(SiriJourney.Call call, int index, int visit, int best) {
    if (best < 0) {
      return true;
    }
    return call.aimed().isPresent()
        ? apart(call.aimed(), index) < apart(call.aimed(), best)
        : visit == call.visit();
  }

  private int elsewhere(SiriJourney.Call call, int stop, int from) {
    int station = timetable.stops().station(stop);
    int best = -1;
    for (int index = from; index < length(); index++) {
      boolean same = timetable.stops().station(stopOf(index)) == station;
      if (same && (best < 0 || apart(call.aimed(), index) < apart(call.aimed(), best))) {
        best = index;
      }
    }
    return best;
  }

  private long apart(OptionalLong aimed, int index) {
    Patterns patterns = timetable.patterns();
    int at = patterns.timeOffset(pattern, trip) + index;
    return aimed.isEmpty() ? 0 : Math.abs(aimed.getAsLong() - origin - patterns.departure(at));
  }
}
