package org.toret.mobility.reliability;

import java.util.Arrays;
import org.toret.network.overlay.ToldRun;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// The last word on each call of one run, until the vehicle has passed it.
final class RunWord {

  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final DelayHistory history;
  private final String country;
  private final int[] late;
  private final int[] leavesLate;
  private final long[] expected;
  private final int[][] toldAhead;
  private final boolean[] passed;
  private Timetable published;
  private ToldRun run;
  private long at;

  RunWord(DelayHistory history, String country, Timetable published, ToldRun run, long at) {
    this.history = history;
    this.country = country;
    this.published = published;
    this.run = run;
    int length = run.told().length;
    late = new int[length];
    leavesLate = new int[length];
    expected = new long[length];
    toldAhead = new int[length][];
    passed = new boolean[length];
    Arrays.fill(late, UNKNOWN);
    hear(published, run, at);
  }

  /// When something was said last.
  long at() {
    return at;
  }

  boolean fits(ToldRun other) {
    return other.told().length == passed.length;
  }

  /// Takes what is said now. A call that was ahead and is behind now has been passed.
  void hear(Timetable timetable, ToldRun said, long now) {
    published = timetable;
    run = said;
    at = now;
    boolean begun = false;
    for (int call = 0; call < passed.length; call++) {
      if (said.told()[call] && !passed[call]) {
        boolean ahead = when(call) > now;
        if (ahead || late[call] != UNKNOWN) {
          expect(call, now);
        }
        if (!ahead) {
          pass(call);
        }
      } else if (begun && !said.told()[call]) {
        late[call] = UNKNOWN;
      }
      begun |= said.told()[call];
    }
    passUntil(now);
  }

  /// Passes the calls whose time has come by the last word on them.
  void passUntil(long now) {
    for (int call = 0; call < passed.length; call++) {
      if (!passed[call] && late[call] != UNKNOWN && expected[call] <= now) {
        pass(call);
      }
    }
  }

  private void expect(int call, long now) {
    late[call] = call == 0 ? leavesLate(0) : run.arrivals()[call] - scheduled(call);
    leavesLate[call] = leavesLate(call);
    expected[call] = when(call);
    if (expected[call] > now) {
      int[] told = toldAhead[call];
      if (told == null) {
        told = new int[DelayHistory.leads()];
        Arrays.fill(told, UNKNOWN);
        toldAhead[call] = told;
      }
      told[DelayHistory.lead(expected[call] - now)] = late[call];
    }
  }

  private void pass(int call) {
    passed[call] = true;
    if (late[call] == UNKNOWN) {
      return;
    }
    Patterns patterns = published.patterns();
    int pattern = pattern();
    String line = published.routes().ids().get(patterns.routes()[pattern]);
    int station = published.stops().station(published.stop(pattern, call));
    String stop = published.stops().ids().get(station);
    int slot = Slot.of(run.date(), scheduled(call), country);
    history.add(new DelayHistory.Where(line, stop, slot, DelayHistory.Event.ARRIVAL), late[call]);
    if (stays(call)) {
      history.add(
          new DelayHistory.Where(line, stop, slot, DelayHistory.Event.DEPARTURE), leavesLate[call]);
    }
    int[] told = toldAhead[call];
    for (int lead = 0; told != null && lead < told.length; lead++) {
      if (told[lead] != UNKNOWN) {
        history.addError(line, lead, late[call] - told[lead]);
      }
    }
  }

  /// Of the first call the departure counts.
  private long when(int call) {
    int[] seconds = call == 0 ? run.departures() : run.arrivals();
    return run.originEpochSeconds() + seconds[call];
  }

  private int leavesLate(int call) {
    return run.departures()[call] - published.patterns().departure(times() + call);
  }

  private int scheduled(int call) {
    Patterns patterns = published.patterns();
    return call == 0 ? patterns.departure(times()) : patterns.arrival(times() + call);
  }

  private boolean stays(int call) {
    Patterns patterns = published.patterns();
    return call > 0
        && call < passed.length - 1
        && patterns.departure(times() + call) > patterns.arrival(times() + call);
  }

  private int pattern() {
    return published.trips().patterns()[run.trip()];
  }

  private int times() {
    return published.patterns().timeOffset(pattern(), run.trip());
  }
}
