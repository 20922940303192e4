package org.toret.app.simulate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.toret.app.simulate.closure.Block;
import org.toret.app.simulate.closure.ClosableStreets;
import org.toret.app.simulate.closure.Instead;
import org.toret.app.simulate.closure.Rounds;
import org.toret.app.simulate.closure.WayRound;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.TimetableView;

/// Blocks of streets with buses that are closed by day for a week, and how buses are led.
///
/// Each week one block for [#LINES_PER_CLOSURE] lines of buses, from one to [#MOST]. Lines are
/// taken in an order of chance; on each some stops within it are tried. A block is closed only
/// where some buses call elsewhere in place of a stop there, and every bus gets round it while all
/// others are closed too; all are closed at the same hours. Thread-safe; the weeks and days asked
/// for are kept.
final class Closures {

  static final int LINES_PER_CLOSURE = 8;
  static final int MOST = 8;

  private static final int TRIES = 6;
  private static final int SHORTEST_LINE = 7;
  private static final int KEPT = 16;

  private final Timetable timetable;
  private final ClosableStreets streets;
  private final Demand demand;
  private final Chance chance;
  private final int[] longest;
  private final Map<LocalDate, Week> weeks = new ConcurrentHashMap<>();
  private final Map<LocalDate, List<DetouredTrips>> days = new ConcurrentHashMap<>();
  private final Map<LocalDate, Map<Integer, DetouredTrips>> byTrip = new ConcurrentHashMap<>();

  Closures(Timetable timetable, ClosableStreets streets, Demand demand, Chance chance) {
    this.timetable = timetable;
    this.streets = streets;
    this.demand = demand;
    this.chance = chance.of("closures");
    this.longest = Disturbances.longestPatterns(timetable);
  }

  /// What is closed in a week; the index of a block is that of its id.
  private record Week(List<String> ids, List<Block> blocks, Map<Integer, List<WayRound>> ways) {}

  /// What is closed on a calendar day.
  List<Closure> of(LocalDate date) {
    Week week = week(date);
    return IntStream.range(0, week.blocks().size())
        .mapToObj(i ->
            new Closure(
                week.ids().get(i), week.blocks().get(i), monday(date), from(date), until(date)))
        .toList();
  }

  /// The trips of a service date that are led elsewhere.
  List<DetouredTrips> detours(LocalDate date) {
    if (days.size() > KEPT) {
      days.clear();
    }
    return days.computeIfAbsent(date, this::lead);
  }

  /// How a trip is led on a service date; empty where it goes as published.
  Optional<DetouredTrips> detour(int trip, LocalDate date) {
    if (byTrip.size() > KEPT) {
      byTrip.clear();
    }
    Map<Integer, DetouredTrips> known =
        byTrip.computeIfAbsent(
            date,
            day -> {
              Map<Integer, DetouredTrips> all = new HashMap<>();
              detours(day).forEach(one -> one.trips().forEach(led -> all.put(led, one)));
              return all;
            });
    return Optional.ofNullable(known.get(trip));
  }

  /// What the closures of a calendar day mean for the lines that are led round them.
  List<Disturbance> disturbances(LocalDate date) {
    List<Disturbance> made = new ArrayList<>();
    for (Closure closure : of(date)) {
      Map<Integer, List<WayRound>> byRoute = new TreeMap<>();
      for (DetouredTrips detour : detours(date)) {
        for (DetouredTrips.Stretch stretch : detour.stretches()) {
          if (stretch.closure().equals(closure.id())) {
            int route = timetable.patterns().routes()[detour.pattern()];
            byRoute.computeIfAbsent(route, first -> new ArrayList<>()).add(stretch.way());
          }
        }
      }
      byRoute.forEach((route, ways) -> made.add(disturbance(closure, route, ways)));
    }
    return made;
  }

  private Disturbance disturbance(Closure closure, int route, List<WayRound> ways) {
    Set<Integer> stops = new LinkedHashSet<>();
    Set<String> calls = new LinkedHashSet<>();
    for (WayRound way : ways) {
      for (int call = way.before() + 1; call < way.after(); call++) {
        stops.add(timetable.stop(way.pattern(), call));
        calls.add(name(timetable.stop(way.pattern(), call)));
      }
    }
    WayRound first = ways.getFirst();
    String id = timetable.routes().ids().get(route);
    return new Disturbance(
        "%s-%s".formatted(closure.id(), id.substring(id.indexOf(':') + 1)),
        Disturbance.Kind.CLOSURE,
        route,
        List.copyOf(stops),
        Set.copyOf(calls),
        closure.from(),
        closure.until(),
        List.of(
            timetable.routes().name(route),
            closure.block().road(),
            name(timetable.stop(first.pattern(), first.before())),
            name(timetable.stop(first.pattern(), first.after())),
            String.join(", ", calls)));
  }

  private String name(int stop) {
    return timetable.stops().names().get(stop);
  }

  private static LocalDate monday(LocalDate date) {
    return date.minusDays(date.getDayOfWeek().getValue() - 1);
  }

  private long from(LocalDate date) {
    return moment(date, Closure.FROM);
  }

  private long until(LocalDate date) {
    return moment(date, Closure.UNTIL);
  }

  private long moment(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(demand.zone()).toEpochSecond();
  }

  private Week week(LocalDate date) {
    if (weeks.size() > KEPT) {
      weeks.clear();
    }
    return weeks.computeIfAbsent(monday(date), this::close);
  }

  private Week close(LocalDate monday) {
    long week = Math.floorDiv(monday.toEpochDay() + 3, 7);
    List<Integer> lines =
        IntStream.range(0, longest.length)
            .filter(route -> longest[route] >= 0 && streets.canLead(route))
            .filter(route -> timetable.patterns().length(longest[route]) >= SHORTEST_LINE)
            .boxed()
            .sorted(Comparator.comparing((Integer route) -> chance.uniform(key(route), week, 0)))
            .toList();
    int most = Math.clamp(lines.size() / LINES_PER_CLOSURE, 1, MOST);
    List<Block> blocks = new ArrayList<>();
    for (int at = 0; at < lines.size() && blocks.size() < most; at++) {
      blocks = withOneMore(blocks, lines.get(at), week);
    }
    Map<Integer, List<WayRound>> ways = new LinkedHashMap<>();
    for (WayRound way : streets.rounds(blocks).ways()) {
      ways.computeIfAbsent(way.pattern(), first -> new ArrayList<>()).add(way);
    }
    List<String> ids =
        blocks.stream()
            .map(block -> "closure-%d-%d".formatted(week, block.arcs().getFirst()))
            .toList();
    return new Week(ids, blocks, ways);
  }

  /// The blocks with one on a line, if one is found.
  private List<Block> withOneMore(List<Block> blocks, int route, long week) {
    int pattern = longest[route];
    int length = timetable.patterns().length(pattern);
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      int call = 2 + chance.below(length - 4, key(route), week, attempt);
      Optional<Block> block = streets.block(pattern, call);
      if (block.isPresent() && blocks.stream().noneMatch(one -> streets.meet(one, block.get()))) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(block.get());
        Rounds rounds = streets.rounds(more);
        boolean used =
            rounds.ways().stream()
                .anyMatch(way -> way.block() == blocks.size() && !way.instead().isEmpty());
        if (rounds.inTheWay().isEmpty() && used) {
          return more;
        }
      }
    }
    return blocks;
  }

  private long key(int route) {
    return Chance.key(timetable.routes().ids().get(route));
  }

  private List<DetouredTrips> lead(LocalDate date) {
    List<DetouredTrips> led = new ArrayList<>();
    Week week = week(date);
    week.ways().forEach((pattern, ways) -> lead(week, pattern, ways, date, led));
    return List.copyOf(led);
  }

  /// Trips that meet the same closures, by the id of the trip where it is repeated.
  private record Alike(List<WayRound> ways, String repeated) {}

  private void lead(
      Week week, int pattern, List<WayRound> ways, LocalDate date, List<DetouredTrips> led) {
    Patterns patterns = timetable.patterns();
    int feed = timetable.routes().feeds()[patterns.routes()[pattern]];
    ZoneId zone = ZoneId.of(timetable.feeds().zones().get(feed));
    long origin = TimetableView.origin(date, zone);
    int day = Math.toIntExact(date.toEpochDay());
    Map<Alike, List<Integer>> alike = new LinkedHashMap<>();
    for (int trip = patterns.tripOffsets()[pattern];
        trip < patterns.tripOffsets()[pattern + 1];
        trip++) {
      int at = patterns.timeOffset(pattern, trip);
      List<WayRound> met =
          ways.stream()
              .filter(way -> isClosed(date, origin + patterns.departure(at + way.before())))
              .toList();
      if (!met.isEmpty() && timetable.calendar().runs(timetable.trips().services()[trip], day)) {
        String id = timetable.trips().ids().get(trip);
        String repeated = id.contains("#") ? id.substring(0, id.lastIndexOf('#')) : "";
        alike.computeIfAbsent(new Alike(met, repeated), first -> new ArrayList<>()).add(trip);
      }
    }
    alike.forEach((key, trips) -> {
      List<DetouredTrips.Stretch> stretches =
          key.ways().stream()
              .map(way ->
                  new DetouredTrips.Stretch(
                      week.ids().get(way.block()), way, travelSeconds(way, trips)))
              .toList();
      String id = "detour-%s-%d-%d".formatted(date, pattern, trips.getFirst());
      led.add(new DetouredTrips(id, pattern, date, trips, stretches));
    });
  }

  private boolean isClosed(LocalDate date, long epochSecond) {
    LocalDate day = demand.date(epochSecond);
    return monday(day).equals(monday(date)) && epochSecond >= from(day) && epochSecond < until(day);
  }

  /// What the hastiest of the trips needs, so that none arrives behind a stop before it is there.
  private List<Integer> travelSeconds(WayRound way, List<Integer> trips) {
    Patterns patterns = timetable.patterns();
    int least =
        trips.stream()
            .mapToInt(trip -> {
              int at = patterns.timeOffset(way.pattern(), trip);
              return patterns.arrival(at + way.after()) - patterns.arrival(at + way.before());
            })
            .min()
            .orElse(0);
    int whole = least + way.delaySeconds();
    return way.instead().stream()
        .map(Instead::call)
        .map(call -> (int) (way.share(call) * whole))
        .toList();
  }
}
