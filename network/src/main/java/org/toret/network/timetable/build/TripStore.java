package org.toret.network.timetable.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.toret.base.columns.IntList;

/// Holds the trips while a timetable is being built: about 18 bytes per stop time.
final class TripStore {

  private final List<TripRow> rows = new ArrayList<>();
  private final IntList offsets = new IntList();
  private final IntList stops = new IntList(1 << 16);
  private final IntList sequences = new IntList(1 << 16);
  private final IntList arrivals = new IntList(1 << 16);
  private final IntList departures = new IntList(1 << 16);
  private byte[] rules = new byte[1 << 16];

  TripStore() {
    offsets.add(0);
  }

  int add(TripRow row, Calls calls) {
    for (int i = 0; i < calls.length(); i++) {
      int at = stops.size();
      stops.add(calls.stops()[i]);
      sequences.add(calls.sequences()[i]);
      arrivals.add(calls.arrivals()[i]);
      departures.add(calls.departures()[i]);
      if (at == rules.length) {
        rules = Arrays.copyOf(rules, 2 * at);
      }
      rules[at] = (byte) (calls.pickups()[i] << 2 | calls.dropOffs()[i]);
    }
    offsets.add(stops.size());
    rows.add(row);
    return rows.size() - 1;
  }

  int count() {
    return rows.size();
  }

  TripRow row(int trip) {
    return rows.get(trip);
  }

  int length(int trip) {
    return offsets.get(trip + 1) - offsets.get(trip);
  }

  int stop(int trip, int call) {
    return stops.get(offsets.get(trip) + call);
  }

  int sequence(int trip, int call) {
    return sequences.get(offsets.get(trip) + call);
  }

  int arrival(int trip, int call) {
    return arrivals.get(offsets.get(trip) + call);
  }

  int departure(int trip, int call) {
    return departures.get(offsets.get(trip) + call);
  }

  byte pickup(int trip, int call) {
    return (byte) (rules[offsets.get(trip) + call] >> 2 & 3);
  }

  byte dropOff(int trip, int call) {
    return (byte) (rules[offsets.get(trip) + call] & 3);
  }

  int lastArrival(int trip) {
    return arrival(trip, length(trip) - 1);
  }

  int firstDeparture(int trip) {
    return departure(trip, 0);
  }

  int firstStop(int trip) {
    return stop(trip, 0);
  }

  int lastStop(int trip) {
    return stop(trip, length(trip) - 1);
  }
}
