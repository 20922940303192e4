package org.toret.network.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Shapes;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Trips;

/// Puts the runs of touched dates behind the columns of a timetable, as patterns and trips of their
/// own on services of their own; the trips they stand for get a service without these dates.
///
/// Every row keeps its index, so that whatever refers to the timetable goes on to hold, and the
/// times of the timetable are not copied: those of the touched dates lie beside them. Copied are
/// the columns with one element for each pattern, call of a pattern, and trip.
final class TimetableMerge {

  private final Timetable base;
  private final List<DayRuns> days;
  private final List<RunChange> changes = new ArrayList<>();
  private final List<LiveRun> runs = new ArrayList<>();
  private final IntList runPatterns = new IntList();
  private final List<LiveRun> patterns = new ArrayList<>();
  private final IntList patternSizes = new IntList();
  private final Map<Integer, Map<Integer, Integer>> placed = new HashMap<>();
  private final Map<LiveLine, Integer> lines = new LinkedHashMap<>();

  private TimetableMerge(Timetable base, List<DayRuns> days) {
    this.base = base;
    this.days = days;
    for (DayRuns day : days) {
      Map<Integer, Integer> ofDay = new HashMap<>();
      placed.put(Math.toIntExact(day.date().toEpochDay()), ofDay);
      for (List<RunChange> pattern : day.patterns()) {
        add(pattern, ofDay);
      }
    }
  }

  private void add(List<RunChange> pattern, Map<Integer, Integer> ofDay) {
    int size = 0;
    for (RunChange change : pattern) {
      LiveRun run = change.run();
      if (run != null) {
        if (size++ == 0) {
          patterns.add(run);
          LiveLine line = run.traits().line();
          if (line != null) {
            lines.putIfAbsent(line, base.shapes().count() + lines.size());
          }
        }
        if (change.trip() >= 0) {
          ofDay.put(change.trip(), base.trips().count() + runs.size());
        }
        changes.add(change);
        runs.add(run);
        runPatterns.add(base.patterns().count() + patterns.size() - 1);
      }
    }
    patternSizes.add(size);
  }

  /// The timetable of today.
  ///
  /// @param days touched dates, in order
  static Timetable of(Timetable base, List<DayRuns> days) {
    return new TimetableMerge(base, days).merged();
  }

  private Timetable merged() {
    int[] services = Arrays.copyOf(base.trips().services(), base.trips().count() + runs.size());
    return new Timetable(
        base.feeds(),
        base.agencies(),
        base.stops(),
        base.routes(),
        base.nodes(),
        patterns(),
        trips(services),
        new ServiceSplit(base.calendar()).split(days, services, changes),
        base.transferRules(),
        shapes(),
        base.pathways(),
        base.translations());
  }

  private Patterns patterns() {
    Patterns old = base.patterns();
    int first = old.count();
    int[] stopOffsets = Arrays.copyOf(old.stopOffsets(), first + patterns.size() + 1);
    int[] tripOffsets = Arrays.copyOf(old.tripOffsets(), stopOffsets.length);
    int[] timeOffsets = Arrays.copyOf(old.timeOffsets(), stopOffsets.length);
    for (int i = 0; i < patterns.size(); i++) {
      int length = patterns.get(i).length();
      stopOffsets[first + i + 1] = stopOffsets[first + i] + length;
      tripOffsets[first + i + 1] = tripOffsets[first + i] + patternSizes.get(i);
      timeOffsets[first + i + 1] =
          Math.addExact(timeOffsets[first + i], length * patternSizes.get(i));
    }
    int calls = stopOffsets[first + patterns.size()];
    int times = timeOffsets[first + patterns.size()] - old.arrivals().length;
    Patterns merged =
        new Patterns(
            stopOffsets,
            Arrays.copyOf(old.nodes(), calls),
            Arrays.copyOf(old.sequences(), calls),
            Arrays.copyOf(old.pickups(), calls),
            Arrays.copyOf(old.dropOffs(), calls),
            tripOffsets,
            timeOffsets,
            old.arrivals(),
            old.departures(),
            new int[times],
            new int[times],
            Arrays.copyOf(old.routes(), first + patterns.size()),
            Arrays.copyOf(old.wheelchair(), first + patterns.size()),
            Arrays.copyOf(old.bikes(), first + patterns.size()),
            Arrays.copyOf(old.shapes(), first + patterns.size()));
    fill(merged, first);
    return merged;
  }

  private void fill(Patterns merged, int first) {
    for (int i = 0; i < patterns.size(); i++) {
      LiveRun run = patterns.get(i);
      int at = merged.stopOffsets()[first + i];
      System.arraycopy(run.nodes(), 0, merged.nodes(), at, run.length());
      System.arraycopy(run.sequences(), 0, merged.sequences(), at, run.length());
      System.arraycopy(run.pickups(), 0, merged.pickups(), at, run.length());
      System.arraycopy(run.dropOffs(), 0, merged.dropOffs(), at, run.length());
      int course = run.traits().course();
      merged.routes()[first + i] = run.traits().route();
      merged.wheelchair()[first + i] = run.traits().wheelchair();
      merged.bikes()[first + i] = run.traits().bikes();
      merged.shapes()[first + i] = course < 0 ? shape(run) : base.patterns().shapes()[course];
    }
    int at = 0;
    for (LiveRun run : runs) {
      System.arraycopy(run.arrivals(), 0, merged.liveArrivals(), at, run.length());
      System.arraycopy(run.departures(), 0, merged.liveDepartures(), at, run.length());
      at += run.length();
    }
  }

  private int shape(LiveRun run) {
    LiveLine line = run.traits().line();
    return line == null ? -1 : lines.getOrDefault(line, -1);
  }

  private Shapes shapes() {
    Shapes old = base.shapes();
    IntList points = new IntList();
    for (LiveRun run : patterns) {
      int course = run.traits().course();
      int from = course < 0 ? 0 : base.patterns().stopOffsets()[course];
      LiveLine line = run.traits().line();
      for (int call = 0; call < run.length(); call++) {
        points.add(
            course >= 0
                ? old.callPoints()[from + call]
                : line == null ? -1 : line.callPoints()[call]);
      }
    }
    int[] callPoints = joined(old.callPoints(), points.toArray());
    if (lines.isEmpty()) {
      return new Shapes(old.offsets(), old.latsE7(), old.lonsE7(), callPoints);
    }
    IntList offsets = new IntList();
    IntList lats = new IntList();
    IntList lons = new IntList();
    for (LiveLine line : lines.keySet()) {
      lats.addAll(line.latsE7());
      lons.addAll(line.lonsE7());
      offsets.add(old.latsE7().length + lats.size());
    }
    return new Shapes(
        joined(old.offsets(), offsets.toArray()),
        joined(old.latsE7(), lats.toArray()),
        joined(old.lonsE7(), lons.toArray()),
        callPoints);
  }

  private static int[] joined(int[] old, int[] more) {
    int[] all = Arrays.copyOf(old, old.length + more.length);
    System.arraycopy(more, 0, all, old.length, more.length);
    return all;
  }

  private Trips trips(int[] services) {
    Trips old = base.trips();
    int first = old.count();
    int count = first + runs.size();
    int[] patternOf = Arrays.copyOf(old.patterns(), count);
    byte[] directions = Arrays.copyOf(old.directions(), count);
    int[] next = Arrays.copyOf(old.next(), count);
    int[] headways = Arrays.copyOf(old.headwaySeconds(), count);
    List<String> ids = new ArrayList<>();
    List<String> headsigns = new ArrayList<>();
    List<String> shortNames = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      LiveRun.Traits traits = runs.get(i).traits();
      patternOf[first + i] = runPatterns.get(i);
      directions[first + i] = traits.direction();
      next[first + i] = follower(changes.get(i), runs.get(i));
      headways[first + i] = traits.headwaySeconds();
      ids.add(traits.id());
      headsigns.add(traits.headsign());
      shortNames.add(traits.shortName());
    }
    return new Trips(
        old.ids().with(ids),
        old.headsigns().with(headsigns),
        old.shortNames().with(shortNames),
        services,
        patternOf,
        directions,
        next,
        headways);
  }

  /// Where one may stay seated as published, if the vehicle is there in time today.
  private int follower(RunChange change, LiveRun run) {
    int next = change.trip() < 0 ? -1 : base.trips().next()[change.trip()];
    if (next < 0) {
      return -1;
    }
    int ends = run.arrivals()[run.length() - 1];
    Map<Integer, Integer> ofDay = placed.getOrDefault(change.epochDay(), Map.of());
    @Nullable Integer moved = ofDay.get(next);
    if (moved != null) {
      return runs.get(moved - base.trips().count()).departures()[0] >= ends ? moved : -1;
    }
    int pattern = base.trips().patterns()[next];
    int leaves = base.patterns().departure(base.patterns().timeOffset(pattern, next));
    return leaves >= ends ? next : -1;
  }
}
