package org.toret.network.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Trips;

/// Makes runs as they go: a published one with what is said of it, a copy of one, or one told in
/// full. What was wrong on the way can be asked afterwards.
final class RunMaker {

  private static final byte NOT_HERE = 1;

  private final TimetableIndex index;
  private final CallMatcher matcher;
  private final String prefix;
  private int wild;
  private int mended;
  private int unmatched;
  private int unknownStops;

  /// @param prefix id of the feed with its colon
  RunMaker(TimetableIndex index, String prefix) {
    this.index = index;
    this.matcher = new CallMatcher(index);
    this.prefix = prefix;
  }

  /// Times of the last run so far off that they were not used.
  int wild() {
    return wild;
  }

  /// Times of the last run that had to give way.
  int mended() {
    return mended;
  }

  /// What is said of calls that the last run does not have.
  int unmatched() {
    return unmatched;
  }

  /// Stops of the last run that are not known.
  int unknownStops() {
    return unknownStops;
  }

  /// A trip as published.
  LiveRun published(int trip) {
    return copy(trip, index.timetable().trips().ids().get(trip), 0);
  }

  /// A trip with what is said of it.
  ///
  /// @param origin epoch second of the date's noon minus 12 h
  LiveRun told(LiveRun run, int trip, TripChange change, long origin) {
    return told(run, matcher.match(trip, prefix, change.calls()), change, origin);
  }

  /// A run led elsewhere with what is said of that very run.
  LiveRun told(DetourMaker.Detoured detoured, TripChange change, long origin) {
    LiveRun run = detoured.run();
    int[] numbers = DetourMaker.numbers(detoured);
    return told(run, matcher.match(run.nodes(), numbers, prefix, change.calls()), change, origin);
  }

  private LiveRun told(
      LiveRun run, List<@Nullable CallChange> changes, TripChange change, long origin) {
    unmatched = matcher.unmatched();
    int[] arrivals = run.arrivals().clone();
    int[] departures = run.departures().clone();
    CallTimes times = new CallTimes(arrivals, departures, origin);
    times.tell(change.delaySeconds(), changes);
    mend(times);
    return with(run, changes, arrivals, departures);
  }

  /// A run led elsewhere with what is said of the published one by somebody who knows nothing of
  /// the detour: delays and moments are those of the published calls, and hold where it calls at
  /// them; replacements are as late as the call before them.
  LiveRun toldAsPublished(DetourMaker.Detoured detoured, int trip, TripChange change, long origin) {
    LiveRun published = published(trip);
    List<@Nullable CallChange> said = matcher.match(trip, prefix, change.calls());
    unmatched = matcher.unmatched();
    int[] arrives = published.arrivals().clone();
    int[] leaves = published.departures().clone();
    CallTimes times = new CallTimes(arrives, leaves, origin);
    times.tell(change.delaySeconds(), said);
    int[] arrivals = detoured.run().arrivals().clone();
    int[] departures = detoured.run().departures().clone();
    List<@Nullable CallChange> changes = new ArrayList<@Nullable CallChange>();
    int first = -1;
    int late = 0;
    for (int call = 0; call < arrivals.length; call++) {
      int there = detoured.origins()[call];
      changes.add(there < 0 ? null : said.get(there));
      boolean told = there >= 0 && times.isTold(there);
      first = told && first < 0 ? call : first;
      if (told) {
        arrivals[call] = arrives[there];
        departures[call] = leaves[there];
        late = leaves[there] - published.departures()[there];
      } else if (there >= 0) {
        late = 0;
      } else {
        arrivals[call] += late;
        departures[call] += late;
      }
    }
    CallTimes mending = new CallTimes(arrivals, departures, origin);
    mending.tellFrom(first);
    mending.mend();
    wild = times.wild();
    mended = mending.mended();
    return with(detoured.run(), changes, arrivals, departures);
  }

  private LiveRun with(
      LiveRun run, List<@Nullable CallChange> changes, int[] arrivals, int[] departures) {
    unknownStops = 0;
    int[] nodes = run.nodes().clone();
    byte[] pickups = run.pickups().clone();
    byte[] dropOffs = run.dropOffs().clone();
    for (int call = 0; call < nodes.length; call++) {
      CallChange said = changes.get(call);
      if (said != null) {
        nodes[call] = assigned(run.traits().route(), nodes[call], said);
        pickups[call] = rule(said, said.pickupType(), pickups[call]);
        dropOffs[call] = rule(said, said.dropOffType(), dropOffs[call]);
      }
    }
    return new LiveRun(
        run.traits(), nodes, run.sequences(), pickups, dropOffs, arrivals, departures);
  }

  /// A trip under another id, so many seconds later. It calls where the trip does, so that the
  /// transfer rules that name the trip hold for the copy.
  LiveRun copy(int trip, String id, int laterSeconds) {
    Timetable timetable = index.timetable();
    Patterns patterns = timetable.patterns();
    Trips trips = timetable.trips();
    int pattern = index.patternOf(trip);
    int length = patterns.length(pattern);
    int from = patterns.stopOffsets()[pattern];
    int[] arrivals = new int[length];
    int[] departures = new int[length];
    patterns.copyTimes(index.timeOffset(trip), length, arrivals, departures, 0);
    for (int call = 0; call < length; call++) {
      arrivals[call] += laterSeconds;
      departures[call] += laterSeconds;
    }
    return new LiveRun(
        new LiveRun.Traits(
            id,
            patterns.routes()[pattern],
            trips.headsigns().get(trip),
            trips.shortNames().get(trip),
            trips.directions()[trip],
            patterns.wheelchair()[pattern],
            patterns.bikes()[pattern],
            trips.headwaySeconds()[trip],
            pattern),
        Arrays.copyOfRange(patterns.nodes(), from, from + length),
        Arrays.copyOfRange(patterns.sequences(), from, from + length),
        Arrays.copyOfRange(patterns.pickups(), from, from + length),
        Arrays.copyOfRange(patterns.dropOffs(), from, from + length),
        arrivals,
        departures);
  }

  /// A run told in full; empty where fewer than two of its calls can be used.
  ///
  /// @param trip the published trip it stands for, -1 where there is none
  Optional<LiveRun> inFull(LiveRun.Traits traits, int trip, TripChange change, long origin) {
    unmatched = 0;
    unknownStops = 0;
    List<CallChange> calls = new ArrayList<>();
    IntList nodes = new IntList();
    for (CallChange call : change.calls()) {
      String id = call.assignedStopId().isEmpty() ? call.stopId() : call.assignedStopId();
      int stop = index.stop(prefix + id);
      if (stop < 0) {
        unknownStops++;
      } else if (isTimed(call)) {
        calls.add(call);
        nodes.add(node(traits.route(), trip, stop));
      } else if (call.kind() != CallChange.Kind.SKIPPED) {
        unmatched++;
      }
    }
    int length = calls.size();
    int[] sequences = new int[length];
    byte[] pickups = new byte[length];
    byte[] dropOffs = new byte[length];
    for (int i = 0; i < length; i++) {
      CallChange call = calls.get(i);
      sequences[i] = call.sequence().orElse(i + 1);
      pickups[i] = rule(call, call.pickupType(), (byte) 0);
      dropOffs[i] = rule(call, call.dropOffType(), (byte) 0);
    }
    int[][] times = times(calls, origin);
    boolean usable = length >= 2 && wild == 0;
    return usable
        ? Optional.of(
            new LiveRun(traits, nodes.toArray(), sequences, pickups, dropOffs, times[0], times[1]))
        : Optional.empty();
  }

  private int[][] times(List<CallChange> calls, long origin) {
    int[] arrivals = new int[calls.size()];
    int[] departures = new int[calls.size()];
    List<@Nullable CallChange> timed = new ArrayList<@Nullable CallChange>();
    for (CallChange call : calls) {
      Optional<CallChange.Event> arrival = call.arrival().filter(RunMaker::isTimed);
      Optional<CallChange.Event> departure = call.departure().filter(RunMaker::isTimed);
      timed.add(
          new CallChange(
              call.sequence(),
              call.stopId(),
              CallChange.Kind.CALLS,
              arrival.or(() -> departure),
              departure.or(() -> arrival),
              "",
              OptionalInt.empty(),
              OptionalInt.empty()));
    }
    CallTimes times = new CallTimes(arrivals, departures, origin);
    times.tell(OptionalInt.empty(), timed);
    mend(times);
    return new int[][] {arrivals, departures};
  }

  private void mend(CallTimes times) {
    times.mend();
    wild = times.wild();
    mended = times.mended();
  }

  private static boolean isTimed(CallChange call) {
    return call.arrival().filter(RunMaker::isTimed).isPresent()
        || call.departure().filter(RunMaker::isTimed).isPresent();
  }

  private static boolean isTimed(CallChange.Event event) {
    return event.epochSeconds().isPresent();
  }

  private int assigned(int route, int node, CallChange said) {
    if (said.assignedStopId().isEmpty()) {
      return node;
    }
    int stop = index.stop(prefix + said.assignedStopId());
    if (stop < 0) {
      unknownStops++;
      return node;
    }
    return index.timetable().nodes().stops()[node] == stop ? node : index.node(route, stop);
  }

  /// The node of the trip stood for, where it calls at the stop, else that of the line.
  int node(int route, int trip, int stop) {
    if (trip >= 0) {
      Patterns patterns = index.timetable().patterns();
      int pattern = index.patternOf(trip);
      for (int at = patterns.stopOffsets()[pattern];
          at < patterns.stopOffsets()[pattern + 1];
          at++) {
        if (index.timetable().nodes().stops()[patterns.nodes()[at]] == stop) {
          return patterns.nodes()[at];
        }
      }
    }
    return index.node(route, stop);
  }

  private static byte rule(CallChange said, OptionalInt changed, byte published) {
    if (said.kind() == CallChange.Kind.SKIPPED) {
      return NOT_HERE;
    }
    return changed.isPresent() ? (byte) changed.getAsInt() : published;
  }
}
