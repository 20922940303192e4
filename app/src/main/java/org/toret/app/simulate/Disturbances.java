package org.toret.app.simulate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// What is out of the ordinary on each day, beside streets that are closed ([Closures]): works on
/// tracks for which trams leave out stops for a week, jams of an hour or so, lifts out of order for
/// some days.
///
/// Stops on such tracks are left out by name, in both directions, never the first or last of a run;
/// buses do so where no streets are known. Thread-safe; the days asked for are kept.
final class Disturbances {

  private static final double DETOURS_PER_LINE = 0.07;
  private static final double JAMS_PER_LINE = 0.09;
  private static final double LIFTS_PER_STATION = 0.04;

  /// Delay towards which runs are drawn while their line stands.
  private static final double JAM_SECONDS = 720;

  private static final int SHORTEST_LINE = 9;
  private static final int DAYS_KEPT = 16;

  private final Timetable timetable;
  private final Demand demand;
  private final IntPredicate closable;
  private final Chance chance;
  private final int[] longest;
  private final Map<LocalDate, List<Disturbance>> days = new ConcurrentHashMap<>();

  /// @param closable lines that are led round closed streets instead
  Disturbances(Timetable timetable, Demand demand, IntPredicate closable, Chance chance) {
    this.timetable = timetable;
    this.demand = demand;
    this.closable = closable;
    this.chance = chance.of("disturbances");
    this.longest = longestPatterns(timetable);
  }

  /// What is on at a moment.
  List<Disturbance> at(long epochSecond) {
    return of(demand.date(epochSecond)).stream().filter(one -> one.isOn(epochSecond)).toList();
  }

  /// Everything of a calendar day.
  List<Disturbance> of(LocalDate date) {
    if (days.size() > DAYS_KEPT) {
      days.clear();
    }
    return days.computeIfAbsent(date, this::make);
  }

  /// What a jam adds to the delay towards which runs of a line are drawn.
  double jamSeconds(int route, long epochSecond) {
    for (Disturbance one : of(demand.date(epochSecond))) {
      if (one.kind() == Disturbance.Kind.JAM && one.route() == route && one.isOn(epochSecond)) {
        return JAM_SECONDS;
      }
    }
    return 0;
  }

  /// The detour of a line at a moment: names of stops left out, empty without one.
  Set<String> leftOut(int route, long epochSecond) {
    for (Disturbance one : of(demand.date(epochSecond))) {
      if (one.kind() == Disturbance.Kind.DETOUR && one.route() == route && one.isOn(epochSecond)) {
        return one.calls();
      }
    }
    return Set.of();
  }

  private List<Disturbance> make(LocalDate date) {
    List<Disturbance> made = new ArrayList<>();
    for (int route = 0; route < timetable.routes().count(); route++) {
      Mode mode = timetable.routes().mode(route);
      boolean street = mode == Mode.BUS || mode == Mode.TRAM || mode == Mode.TROLLEYBUS;
      if (longest[route] >= 0) {
        detour(route, date, street && !closable.test(route), made);
        jam(route, date, mode, made);
      }
    }
    lifts(date, made);
    return List.copyOf(made);
  }

  private void detour(int route, LocalDate date, boolean street, List<Disturbance> made) {
    long week = Math.floorDiv(date.toEpochDay() + 3, 7);
    long key = Chance.key(timetable.routes().ids().get(route));
    int length = timetable.patterns().length(longest[route]);
    boolean worked = chance.uniform(key, week, 0) < DETOURS_PER_LINE;
    if (!street || length < SHORTEST_LINE || !worked) {
      return;
    }
    int first = 3 + chance.below(length - 8, key, week, 1);
    int many = 2 + chance.below(2, key, week, 2);
    List<Integer> stops = new ArrayList<>();
    Set<String> calls = new LinkedHashSet<>();
    for (int call = first; call < first + many; call++) {
      calls.add(timetable.stops().names().get(timetable.stop(longest[route], call)));
    }
    stops.addAll(stopsNamed(route, calls));
    String from = timetable.stops().names().get(timetable.stop(longest[route], first - 1));
    String to = timetable.stops().names().get(timetable.stop(longest[route], first + many));
    made.add(
        new Disturbance(
            "detour-%s-%d".formatted(local(timetable.routes().ids().get(route)), week),
            Disturbance.Kind.DETOUR,
            route,
            stops,
            Set.copyOf(calls),
            moment(date, 6, 0),
            moment(date, 21, 30),
            List.of(name(route), from, to, String.join(", ", calls))));
  }

  private void jam(int route, LocalDate date, Mode mode, List<Disturbance> made) {
    long key = Chance.key(timetable.routes().ids().get(route));
    long day = date.toEpochDay();
    boolean automatic = mode == Mode.METRO || mode == Mode.FUNICULAR;
    double likely = JAMS_PER_LINE * (automatic ? 0.2 : 1);
    if (demand.kind(date) == Demand.Kind.HOLIDAY || chance.uniform(key, day, 3) >= likely) {
      return;
    }
    int hour = 7 + chance.below(12, key, day, 4);
    int minutes = 40 + chance.below(50, key, day, 5);
    long from = moment(date, hour, chance.below(60, key, day, 6));
    int length = timetable.patterns().length(longest[route]);
    int stop = timetable.stop(longest[route], chance.below(length, key, day, 7));
    made.add(
        new Disturbance(
            "jam-%s-%d".formatted(local(timetable.routes().ids().get(route)), day),
            Disturbance.Kind.JAM,
            route,
            List.of(),
            Set.of(),
            from,
            from + minutes * 60L,
            List.of(name(route), timetable.stops().names().get(stop))));
  }

  /// Stations where metro or trains call.
  private void lifts(LocalDate date, List<Disturbance> made) {
    long days = Math.floorDiv(date.toEpochDay(), 4);
    Map<String, Integer> stations = new TreeMap<>();
    for (int route = 0; route < longest.length; route++) {
      if (longest[route] >= 0 && timetable.routes().mode(route) == Mode.METRO) {
        for (int call = 0; call < timetable.patterns().length(longest[route]); call++) {
          int station = timetable.stops().station(timetable.stop(longest[route], call));
          stations.put(timetable.stops().ids().get(station), station);
        }
      }
    }
    stations.forEach((id, station) -> {
      if (chance.uniform(Chance.key(id), days, 8) < LIFTS_PER_STATION) {
        long from = LocalDate.ofEpochDay(days * 4).atStartOfDay(demand.zone()).toEpochSecond();
        made.add(
            new Disturbance(
                "lift-%s-%d".formatted(local(id), days),
                Disturbance.Kind.LIFT,
                -1,
                List.of(station),
                Set.of(),
                from,
                from + 4 * 86_400L,
                List.of(timetable.stops().names().get(station))));
      }
    });
  }

  private List<Integer> stopsNamed(int route, Set<String> names) {
    Set<Integer> stops = new LinkedHashSet<>();
    Patterns patterns = timetable.patterns();
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      if (patterns.routes()[pattern] == route) {
        for (int call = 1; call < patterns.length(pattern) - 1; call++) {
          int stop = timetable.stop(pattern, call);
          if (names.contains(timetable.stops().names().get(stop))) {
            stops.add(stop);
          }
        }
      }
    }
    return List.copyOf(stops);
  }

  private String name(int route) {
    return timetable.routes().name(route);
  }

  private long moment(LocalDate date, int hour, int minute) {
    return date.atTime(LocalTime.of(hour, minute)).atZone(demand.zone()).toEpochSecond();
  }

  private static String local(String id) {
    return id.substring(id.indexOf(':') + 1);
  }

  /// For each line the pattern with the most trips, the longest of them; -1 without any.
  static int[] longestPatterns(Timetable timetable) {
    Patterns patterns = timetable.patterns();
    int[] best = IntStream.range(0, timetable.routes().count()).map(route -> -1).toArray();
    long[] weight = new long[best.length];
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      int route = patterns.routes()[pattern];
      long weighs = (long) patterns.tripCount(pattern) * 1000 + patterns.length(pattern);
      if (weighs > weight[route]) {
        weight[route] = weighs;
        best[route] = pattern;
      }
    }
    return best;
  }
}
