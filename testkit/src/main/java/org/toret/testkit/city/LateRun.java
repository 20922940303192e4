package org.toret.testkit.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.CallChange.Event;
import org.toret.network.timetable.build.Calls;

/// Draws how one trip runs today and the words for it: the times are decided here, call by call,
/// and are such that nothing has to be mended.
final class LateRun {

  private static final byte NOT_HERE = 1;

  private final Random random;
  private final Calls published;
  private final long origin;
  private final int[] stops;
  private final int[] arrivals;
  private final int[] departures;
  private final byte[] pickups;
  private final byte[] dropOffs;
  private final List<CallChange> said = new ArrayList<>();
  private boolean known;
  private int delay;
  private boolean told;
  private int matched = -1;

  LateRun(Random random, Calls published, long origin, OptionalInt delay) {
    this.random = random;
    this.published = published;
    this.origin = origin;
    this.stops = published.stops().clone();
    this.arrivals = published.arrivals().clone();
    this.departures = published.departures().clone();
    this.pickups = published.pickups().clone();
    this.dropOffs = published.dropOffs().clone();
    this.known = delay.isPresent();
    this.told = known;
    this.delay = delay.orElse(0);
  }

  static int delay(Random random) {
    return random.nextInt(4) == 0 ? -10 * random.nextInt(30) : 15 * random.nextInt(80);
  }

  static String stopId(TimetableText city, int stop) {
    return city.timetable().stops().ids().get(stop).substring(2);
  }

  Calls calls() {
    return new Calls(stops, arrivals, departures, pickups, dropOffs);
  }

  List<CallChange> said() {
    return said;
  }

  /// @param elsewhere stops that may be assigned instead
  void draw(TimetableText city, int[] elsewhere) {
    int first = known ? 0 : random.nextInt(arrivals.length);
    for (int call = first; call < arrivals.length; call++) {
      int roll = random.nextInt(100);
      if (roll < 10 && call > first) {
        pickups[call] = NOT_HERE;
        dropOffs[call] = NOT_HERE;
        pass(call);
        say(city, call, CallChange.Kind.SKIPPED, Optional.empty(), Optional.empty(), "");
      } else if (roll < 18 && published.arrivals()[call] >= least(call)) {
        known = false;
        say(city, call, CallChange.Kind.NO_DATA, Optional.empty(), Optional.empty(), "");
      } else if (roll < 55 || call == first) {
        tell(city, call, elsewhere);
      } else {
        pass(call);
      }
    }
  }

  private void pass(int call) {
    arrivals[call] += known ? delay : 0;
    departures[call] += known ? delay : 0;
  }

  /// What an arrival may not be before; nothing while no call is told.
  private int least(int call) {
    return call == 0 || !told ? Integer.MIN_VALUE / 2 : departures[call - 1];
  }

  private void tell(TimetableText city, int call, int[] elsewhere) {
    int form = random.nextInt(4);
    int arrives = Math.max(delay(random), least(call) - published.arrivals()[call]);
    int leaves = random.nextBoolean() ? arrives : delay(random);
    Optional<Event> arrival = Optional.empty();
    Optional<Event> departure = Optional.empty();
    if (form == 0 && published.arrivals()[call] >= least(call)) {
      arrives = 0;
      leaves = 0;
      arrival = Optional.of(new Event(OptionalInt.empty(), java.util.OptionalLong.empty()));
    } else if (form == 1) {
      leaves = arrives;
      arrival = Optional.of(event(published.arrivals()[call], arrives));
    } else if (form == 2 && known) {
      arrives = delay;
      leaves = mendedDeparture(call, arrives, leaves);
      departure = Optional.of(event(published.departures()[call], leaves));
    } else if (form == 2) {
      leaves = arrives;
      departure = Optional.of(event(published.departures()[call], leaves));
    } else {
      leaves = mendedDeparture(call, arrives, leaves);
      arrival = Optional.of(event(published.arrivals()[call], arrives));
      departure = Optional.of(event(published.departures()[call], leaves));
    }
    arrivals[call] += arrives;
    departures[call] += leaves;
    earlierBefore(call);
    known = true;
    told = true;
    delay = leaves;
    String assigned = "";
    if (elsewhere.length > 0 && random.nextInt(8) == 0) {
      int stop = elsewhere[random.nextInt(elsewhere.length)];
      assigned = stopId(city, stop);
      say(city, call, CallChange.Kind.CALLS, arrival, departure, assigned);
      stops[call] = stop;
    } else {
      say(city, call, CallChange.Kind.CALLS, arrival, departure, assigned);
    }
  }

  private int mendedDeparture(int call, int arrives, int leaves) {
    int arrival = published.arrivals()[call] + arrives;
    return Math.max(leaves, arrival - published.departures()[call]);
  }

  /// A vehicle that is early at the first call told was early before.
  private void earlierBefore(int call) {
    for (int before = 0; before < call && !told; before++) {
      arrivals[before] = Math.min(arrivals[before], arrivals[call]);
      departures[before] = Math.min(departures[before], arrivals[call]);
    }
  }

  private Event event(int time, int late) {
    return random.nextBoolean() ? Event.late(late) : Event.at(origin + time + late);
  }

  /// Names the call by its number, or by its stop where that is clear, or by both.
  private void say(
      TimetableText city,
      int call,
      CallChange.Kind kind,
      Optional<Event> arrival,
      Optional<Event> departure,
      String assigned) {
    boolean clear = true;
    for (int between = matched + 1; between < call; between++) {
      clear &= published.stops()[between] != published.stops()[call];
    }
    int naming = random.nextInt(clear ? 3 : 2);
    OptionalInt pickup = OptionalInt.empty();
    if (kind == CallChange.Kind.CALLS && random.nextInt(12) == 0) {
      pickups[call] = NOT_HERE;
      pickup = OptionalInt.of(NOT_HERE);
    }
    said.add(
        new CallChange(
            naming < 2 ? OptionalInt.of(call + 1) : OptionalInt.empty(),
            naming > 0 ? stopId(city, published.stops()[call]) : "",
            kind,
            arrival,
            departure,
            assigned,
            pickup,
            OptionalInt.empty()));
    matched = call;
  }
}
