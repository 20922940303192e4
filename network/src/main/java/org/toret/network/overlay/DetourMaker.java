package org.toret.network.overlay;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;

/// Leads published runs another way, by the specification of GTFS-Realtime: as if the timetable had
/// been changed.
///
/// A replacement arrives so many seconds after the arrival at the call before its stretch and
/// leaves at once; all calls behind a stretch are later by its delay, on top of those of earlier
/// stretches. What was wrong on the way can be asked afterwards.
final class DetourMaker {

  private final TimetableIndex index;
  private final RunMaker maker;
  private final CallMatcher matcher;
  private final String prefix;
  private int unknownStops;
  private int unknownCalls;

  /// A run led elsewhere.
  ///
  /// @param origins published call of each call, -1 for replacements
  record Detoured(LiveRun run, int[] origins) {}

  /// @param prefix id of the feed with its colon
  DetourMaker(TimetableIndex index, String prefix) {
    this.index = index;
    this.prefix = prefix;
    this.maker = new RunMaker(index, prefix);
    this.matcher = new CallMatcher(index);
  }

  /// Replacement stops of the last run that are not known; they are left out.
  int unknownStops() {
    return unknownStops;
  }

  /// Stretches of the last run that name no call of it, or overlap; they are left out.
  int unknownCalls() {
    return unknownCalls;
  }

  /// A trip on its detour; empty where fewer than two calls are left.
  Optional<Detoured> detoured(int trip, Detour detour, List<GeoPoint> line) {
    unknownStops = 0;
    unknownCalls = 0;
    LiveRun published = maker.published(trip);
    Calls calls = new Calls(trip, published);
    for (Span span : spans(published, detour.stretches())) {
      calls.replace(span);
    }
    calls.copyTo(published.length());
    return calls.nodes.size() < 2 ? Optional.empty() : Optional.of(calls.done(line));
  }

  /// A stretch by calls: `from` is the first left out, `to` the first behind.
  private record Span(int from, int to, Detour.Stretch stretch) {}

  private List<Span> spans(LiveRun run, List<Detour.Stretch> stretches) {
    return stretches.stream()
        .map(stretch -> {
          int from = find(run, stretch.start(), 0);
          int to =
              from < 0 || stretch.end().isEmpty() ? from : find(run, stretch.end().get(), from) + 1;
          return new Span(from, to, stretch);
        })
        .filter(span -> {
          boolean sound = span.from >= 0 && span.to >= span.from;
          boolean whole = sound && (span.stretch.end().isEmpty() || span.to > span.from);
          unknownCalls += whole ? 0 : 1;
          return whole;
        })
        .sorted(Comparator.comparingInt(Span::from))
        .toList();
  }

  private int find(LiveRun run, Detour.CallName name, int from) {
    int stop = matcher.stop(prefix, name.stopId());
    return matcher.find(run.nodes(), run.sequences(), name.sequence(), stop, from);
  }

  /// The calls of one run, added from its beginning to its end.
  private final class Calls {

    private final int trip;
    private final LiveRun published;
    private final IntList nodes = new IntList();
    private final IntList origins = new IntList();
    private final IntList arrivals = new IntList();
    private final IntList departures = new IntList();
    private int next;
    private int delay;

    Calls(int trip, LiveRun published) {
      this.trip = trip;
      this.published = published;
    }

    void copyTo(int end) {
      for (; next < end; next++) {
        add(
            published.nodes()[next],
            next,
            published.arrivals()[next] + delay,
            published.departures()[next] + delay);
      }
    }

    private void add(int node, int origin, int arrival, int departure) {
      nodes.add(node);
      origins.add(origin);
      arrivals.add(arrival);
      departures.add(departure);
    }

    void replace(Span span) {
      if (span.from < next) {
        unknownCalls++;
        return;
      }
      copyTo(span.from);
      boolean begins = nodes.size() == 0;
      int reference = begins ? published.arrivals()[0] : arrivals.get(arrivals.size() - 1);
      next = span.to;
      delay += span.stretch.delaySeconds();
      List<Detour.Replacement> replacements = span.stretch.replacements();
      for (int i = 0; i < replacements.size(); i++) {
        int stop = matcher.stop(prefix, replacements.get(i).stopId());
        if (stop < 0) {
          unknownStops++;
        } else {
          int at = reference + travelSeconds(replacements, i, reference);
          add(maker.node(published.traits().route(), trip, stop), -1, at, at);
        }
      }
    }

    /// Told, or its share of the time between the told ones around it.
    private int travelSeconds(List<Detour.Replacement> all, int i, int reference) {
      if (all.get(i).travelSeconds().isPresent()) {
        return all.get(i).travelSeconds().getAsInt();
      }
      int before = i - 1;
      while (before >= 0 && all.get(before).travelSeconds().isEmpty()) {
        before--;
      }
      int after = i + 1;
      while (after < all.size() && all.get(after).travelSeconds().isEmpty()) {
        after++;
      }
      int from = before < 0 ? 0 : all.get(before).travelSeconds().getAsInt();
      int to =
          after < all.size()
              ? all.get(after).travelSeconds().getAsInt()
              : Math.max(from, end() - reference);
      return from + (int) ((long) (to - from) * (i - before) / (after - before));
    }

    /// When the vehicle is behind the stretch, at the last call of the run where it ends there.
    private int end() {
      int last = published.length() - 1;
      return published.arrivals()[Math.min(next, last)] + delay;
    }

    Detoured done(List<GeoPoint> line) {
      int count = nodes.size();
      int[] sequences = new int[count];
      byte[] pickups = new byte[count];
      byte[] dropOffs = new byte[count];
      for (int call = 0; call < count; call++) {
        int origin = origins.get(call);
        sequences[call] = origin < 0 ? LiveRun.UNNUMBERED : published.sequences()[origin];
        pickups[call] = origin < 0 ? 0 : published.pickups()[origin];
        dropOffs[call] = origin < 0 ? 0 : published.dropOffs()[origin];
      }
      int[] arrives = arrivals.toArray();
      int[] leaves = departures.toArray();
      CallTimes times = new CallTimes(arrives, leaves, 0);
      times.mend();
      LiveLine course = course(line);
      LiveRun run =
          new LiveRun(
              published.traits().along(course),
              nodes.toArray(),
              sequences,
              pickups,
              dropOffs,
              arrives,
              leaves);
      return new Detoured(run, origins.toArray());
    }

    private LiveLine course(List<GeoPoint> line) {
      if (line.size() >= 2) {
        return LiveLine.of(line, index.timetable(), nodes.toArray());
      }
      return LiveLine.patched(
          index.timetable(), index.patternOf(trip), nodes.toArray(), origins.toArray());
    }
  }

  /// The numbers by which what is said of a detour names its calls: from 1.
  static int[] numbers(Detoured detoured) {
    int[] numbers = new int[detoured.origins().length];
    Arrays.setAll(numbers, call -> call + 1);
    return numbers;
  }
}
