package org.toret.network.overlay;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The times of one run after everything that is said of it.
///
/// By the specification of GTFS-Realtime: a delay goes on to all later calls until a call says
/// otherwise, over calls that are passed too; where nothing is known it is as published. Besides:
///
/// - Of a call that tells its arrival alone the departure is as late; of the first that tells its
///   departure alone the arrival is.
/// - No time may be before the one before it. Before the first call that is told nothing is known,
///   and times there give way: the vehicle went earlier than published. From there on the later
///   time gives way.
///
/// Linear in the calls.
final class CallTimes {

  /// A time so far from the published one is a fault: two days.
  static final int WILD_SECONDS = 2 * 86_400;

  private final int[] arrivals;
  private final int[] departures;
  private final long origin;
  private final boolean[] told;
  private boolean known;
  private int delay;
  private int firstTold = -1;
  private int wild;
  private int mended;

  /// @param arrivals as published; become those of today
  /// @param departures as published; become those of today
  /// @param origin epoch second of the date's noon minus 12 h
  CallTimes(int[] arrivals, int[] departures, long origin) {
    this.arrivals = arrivals;
    this.departures = departures;
    this.origin = origin;
    this.told = new boolean[arrivals.length];
  }

  /// Whether anything is known of a call: said of it, or of one before it that goes on.
  boolean isTold(int call) {
    return told[call];
  }

  /// From here on the later time gives way.
  ///
  /// @param call first that is told, negative where none is
  void tellFrom(int call) {
    firstTold = call;
  }

  /// Times so far off that they were not used.
  int wild() {
    return wild;
  }

  /// Times that had to give way behind the first call told.
  int mended() {
    return mended;
  }

  /// Puts delays and moments on the times.
  ///
  /// @param changes what is said of each call, null where nothing is
  void tell(OptionalInt delaySeconds, List<@Nullable CallChange> changes) {
    if (delaySeconds.isPresent() && isSound(delaySeconds.getAsInt())) {
      go(0, delaySeconds.getAsInt());
    }
    for (int call = 0; call < arrivals.length; call++) {
      CallChange change = changes.get(call);
      if (change == null || change.kind() == CallChange.Kind.SKIPPED) {
        pass(call);
      } else if (change.kind() == CallChange.Kind.NO_DATA) {
        known = false;
      } else {
        tell(call, change);
      }
    }
  }

  private void go(int call, int seconds) {
    known = true;
    delay = seconds;
    firstTold = firstTold < 0 ? call : firstTold;
  }

  private void pass(int call) {
    if (known) {
      told[call] = true;
      arrivals[call] += delay;
      departures[call] += delay;
    }
  }

  private void tell(int call, CallChange change) {
    Optional<Integer> arrives =
        isOnTime(change) ? Optional.of(0) : delay(change.arrival(), arrivals[call]);
    Optional<Integer> leaves = delay(change.departure(), departures[call]);
    if (arrives.isEmpty() && leaves.isEmpty()) {
      pass(call);
      return;
    }
    int before = known ? delay : leaves.orElse(0);
    int arrival = arrives.orElse(before);
    int departure = leaves.orElse(arrival);
    arrivals[call] += arrival;
    departures[call] += departure;
    told[call] = true;
    go(call, departure);
  }

  private Optional<Integer> delay(Optional<CallChange.Event> event, int published) {
    if (event.isEmpty() || isSilent(event.get())) {
      return Optional.empty();
    }
    long seconds = event.get().delaySeconds().orElse(0);
    if (event.get().epochSeconds().isPresent()) {
      seconds = event.get().epochSeconds().getAsLong() - origin - published;
    }
    return isSound(seconds) ? Optional.of((int) seconds) : Optional.empty();
  }

  /// Whether events are there that say nothing: how a delay of 0 looks where it is left out.
  private static boolean isOnTime(CallChange change) {
    return (change.arrival().isPresent() || change.departure().isPresent())
        && change.arrival().map(CallTimes::isSilent).orElse(true)
        && change.departure().map(CallTimes::isSilent).orElse(true);
  }

  private static boolean isSilent(CallChange.Event event) {
    return event.delaySeconds().isEmpty() && event.epochSeconds().isEmpty();
  }

  private boolean isSound(long seconds) {
    boolean sound = Math.abs(seconds) <= WILD_SECONDS;
    wild += sound ? 0 : 1;
    return sound;
  }

  /// Lets no time be before the one before it.
  void mend() {
    int first = Math.max(0, firstTold);
    for (int call = first - 1; call >= 0; call--) {
      departures[call] = Math.min(departures[call], arrivals[call + 1]);
      arrivals[call] = Math.min(arrivals[call], departures[call]);
    }
    for (int call = first; call < arrivals.length; call++) {
      int least = call == 0 ? Integer.MIN_VALUE : departures[call - 1];
      if (call > first && arrivals[call] < least) {
        arrivals[call] = least;
        mended++;
      }
      if (departures[call] < arrivals[call]) {
        departures[call] = arrivals[call];
        mended++;
      }
    }
  }
}
