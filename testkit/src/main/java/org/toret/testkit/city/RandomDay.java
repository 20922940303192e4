package org.toret.testkit.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.CallChange.Event;
import org.toret.network.overlay.Detour;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.TripChange;
import org.toret.network.overlay.TripChange.Kind;
import org.toret.network.overlay.TripChange.Told;
import org.toret.network.timetable.build.Calls;
import org.toret.router.raptor.TimetableView;

/// Draws what happens to the trips of a city on their date, and how that is said: first the times
/// of today, then words for them.
final class RandomDay {

  private final Random random;
  private final TimetableText city;
  private final Map<String, CityBuilder.Sketch> sketches;
  private final boolean free;
  private final Map<String, CityBuilder.Sketch> changed = new LinkedHashMap<>();
  private final Map<String, CityBuilder.Sketch> added = new LinkedHashMap<>();
  private final List<TripChange> said = new ArrayList<>();
  private final List<Detour> detours = new ArrayList<>();

  /// @param free whether vehicles may call where they were not published to
  RandomDay(long seed, TimetableText city, Map<String, CityBuilder.Sketch> sketches, boolean free) {
    this.random = new Random(31 * seed + 7);
    this.city = city;
    this.sketches = sketches;
    this.free = free;
  }

  /// Trips that go otherwise, by their names.
  Map<String, CityBuilder.Sketch> changed() {
    return changed;
  }

  /// Trips that are not published.
  Map<String, CityBuilder.Sketch> added() {
    return added;
  }

  List<FeedChanges> said() {
    int half = said.size() / 2;
    long noon = TimetableView.origin(city.date(), city.zone()) + 12 * 3600;
    return List.of(
        new FeedChanges("one", "t", noon, said.subList(0, half), detours),
        new FeedChanges("two", "t", noon, said.subList(half, said.size())));
  }

  void draw() {
    sketches.forEach((name, sketch) -> {
      int roll = random.nextInt(100);
      if (roll < 40) {
        late(name, sketch);
      } else if (roll < 46) {
        changed.put(name, with(sketch, LiveCity.NEVER, sketch.calls()));
        say(roll < 43 ? Kind.CANCELED : Kind.DELETED, name, List.of(), Told.NOTHING);
      } else if (roll < 52 && free) {
        replace(name, sketch);
      } else if (roll < 56 && free) {
        copy(name, sketch);
      } else if (roll < 60 && free) {
        add(sketch);
      } else if (roll < 72 && free) {
        detour(name, sketch);
      }
    });
  }

  /// Led elsewhere; half of these runs are early or late besides, told of the run led elsewhere.
  private void detour(String name, CityBuilder.Sketch sketch) {
    LedRun led = new LedRun(random, city, sketch.calls(), stopsOf(sketch.route()));
    Calls calls = led.draw();
    if (calls == sketch.calls()) {
      return;
    }
    Detour.Group group = new Detour.Group(List.of(name), List.of());
    List<LocalDate> dates = List.of(date(sketch), date(sketch).plusDays(40));
    detours.add(new Detour("d" + name, List.of(group), List.of(), dates, led.stretches()));
    if (chance(50)) {
      LateRun run = new LateRun(random, calls, origin(sketch), OptionalInt.empty());
      run.draw(city, new int[0]);
      calls = run.calls();
      said.add(change(Kind.DETOURED, name, sketch, OptionalInt.empty(), run.said(), Told.NOTHING));
    }
    changed.put(name, with(sketch, sketch.service(), calls));
  }

  private void late(String name, CityBuilder.Sketch sketch) {
    OptionalInt delay = chance(15) ? OptionalInt.of(LateRun.delay(random)) : OptionalInt.empty();
    LateRun run = new LateRun(random, sketch.calls(), origin(sketch), delay);
    run.draw(city, free ? stopsOf(sketch.route()) : new int[0]);
    changed.put(name, with(sketch, sketch.service(), run.calls()));
    TripChange change = change(Kind.RUNS, name, sketch, delay, run.said(), Told.NOTHING);
    said.add(change);
  }

  private void replace(String name, CityBuilder.Sketch sketch) {
    Calls calls = newCalls(sketch);
    changed.put(name, with(sketch, sketch.service(), calls));
    String headsign = chance(50) ? "elsewhere" : "";
    Told told = new Told("", Optional.empty(), OptionalInt.empty(), headsign, "");
    said.add(
        change(
            Kind.REPLACED, name, sketch, OptionalInt.empty(), inFull(calls, origin(sketch)), told));
  }

  private void add(CityBuilder.Sketch like) {
    String name = "new" + added.size();
    Calls calls = newCalls(like);
    added.put(
        name, new CityBuilder.Sketch(like.route(), like.service(), "", (byte) 0, (byte) 0, calls));
    said.add(
        new TripChange(
            Kind.ADDED,
            name,
            routeId(like.route()),
            -1,
            OptionalInt.empty(),
            Optional.of(date(like)),
            OptionalInt.empty(),
            inFull(calls, origin(like)),
            Told.NOTHING));
  }

  private void copy(String name, CityBuilder.Sketch sketch) {
    String id = "copy" + added.size();
    int service = LiveCity.FIRST_SERVICE + random.nextInt(3) - 1;
    int delay = chance(50) ? 0 : LateRun.delay(random);
    int shift = 60 * (random.nextInt(60) - 20);
    CityBuilder.Sketch copy = with(sketch, service, later(sketch.calls(), shift + delay));
    added.put(id, copy);
    Told told =
        new Told(
            id,
            Optional.of(date(copy)),
            OptionalInt.of(sketch.calls().departures()[0] + shift),
            "",
            "");
    said.add(
        new TripChange(
            Kind.COPIED,
            name,
            "",
            -1,
            OptionalInt.empty(),
            Optional.empty(),
            delay == 0 ? OptionalInt.empty() : OptionalInt.of(delay),
            List.of(),
            told));
  }

  private Calls newCalls(CityBuilder.Sketch sketch) {
    int[] known = stopsOf(sketch.route());
    int length = 2 + random.nextInt(4);
    int[] stops = new int[length];
    int[] arrivals = new int[length];
    int[] departures = new int[length];
    int now = sketch.calls().departures()[0] + LateRun.delay(random);
    for (int i = 0; i < length; i++) {
      stops[i] = known[random.nextInt(known.length)];
      now += i == 0 ? 0 : 60 * random.nextInt(8);
      arrivals[i] = now;
      now += chance(20) ? 30 * random.nextInt(4) : 0;
      departures[i] = now;
    }
    return new Calls(stops, arrivals, departures, new byte[length], new byte[length]);
  }

  private List<CallChange> inFull(Calls calls, long origin) {
    List<CallChange> told = new ArrayList<>();
    for (int i = 0; i < calls.length(); i++) {
      Optional<Event> arrival = Optional.of(Event.at(origin + calls.arrivals()[i]));
      Optional<Event> departure = Optional.of(Event.at(origin + calls.departures()[i]));
      boolean one = calls.arrivals()[i] == calls.departures()[i] && chance(50);
      boolean first = chance(50);
      told.add(
          new CallChange(
              chance(50) ? OptionalInt.of(i + 1) : OptionalInt.empty(),
              LateRun.stopId(city, calls.stops()[i]),
              CallChange.Kind.CALLS,
              one && first ? Optional.empty() : arrival,
              one && !first ? Optional.empty() : departure,
              "",
              OptionalInt.empty(),
              OptionalInt.empty()));
    }
    return told;
  }

  private void say(Kind kind, String name, List<CallChange> calls, Told told) {
    CityBuilder.Sketch sketch = sketches.get(name);
    if (sketch != null) {
      said.add(change(kind, name, sketch, OptionalInt.empty(), calls, told));
    }
  }

  /// Names the trip by its id, or by line and start where that is enough.
  private TripChange change(
      Kind kind,
      String name,
      CityBuilder.Sketch sketch,
      OptionalInt delay,
      List<CallChange> calls,
      Told told) {
    int start = sketch.calls().departures()[0];
    long alike =
        sketches.values().stream()
            .filter(other -> other.route() == sketch.route())
            .filter(other -> other.service() == sketch.service())
            .filter(other -> other.calls().departures()[0] == start)
            .count();
    boolean byLine = alike == 1 && chance(10);
    return new TripChange(
        kind,
        byLine ? "" : name,
        byLine || chance(50) ? routeId(sketch.route()) : "",
        -1,
        byLine ? OptionalInt.of(start) : OptionalInt.empty(),
        byLine || chance(70) ? Optional.of(date(sketch)) : Optional.empty(),
        delay,
        calls,
        told);
  }

  private int[] stopsOf(int route) {
    return sketches.values().stream()
        .filter(sketch -> sketch.route() == route)
        .flatMapToInt(sketch -> IntStream.of(sketch.calls().stops()))
        .distinct()
        .toArray();
  }

  private String routeId(int route) {
    return city.timetable().routes().ids().get(route).substring(2);
  }

  private LocalDate date(CityBuilder.Sketch sketch) {
    return city.date().plusDays(sketch.service() - LiveCity.FIRST_SERVICE);
  }

  private long origin(CityBuilder.Sketch sketch) {
    return TimetableView.origin(date(sketch), city.zone());
  }

  private static CityBuilder.Sketch with(CityBuilder.Sketch sketch, int service, Calls calls) {
    return new CityBuilder.Sketch(
        sketch.route(), service, "", sketch.wheelchair(), sketch.bikes(), calls);
  }

  private static Calls later(Calls calls, int seconds) {
    return new Calls(
        calls.stops(),
        IntStream.of(calls.arrivals()).map(time -> time + seconds).toArray(),
        IntStream.of(calls.departures()).map(time -> time + seconds).toArray(),
        calls.pickups(),
        calls.dropOffs());
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
