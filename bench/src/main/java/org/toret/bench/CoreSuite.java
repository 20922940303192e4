package org.toret.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.toret.base.impact.ImpactCalculator;
import org.toret.mobility.plan.Limits;
import org.toret.router.fare.DriveCosts;
import org.toret.router.fare.FareCalendar;
import org.toret.router.fare.FareEngine;
import org.toret.router.fare.FareOptions;
import org.toret.router.fare.TicketStates;
import org.toret.router.impact.RideWeights;
import org.toret.router.impact.Weighing;
import org.toret.router.journey.CityEngine;
import org.toret.router.raptor.OneToAll;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.Schedule;
import org.toret.router.raptor.TimetableView;
import org.toret.router.sweep.WindowSweep;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.WalkOptions;

/// The searches on the timetable alone, from footholds found before: nothing of streets, costs of
/// answers or drawing is in these numbers.
final class CoreSuite {

  private static final int HOUR_SECONDS = 3600;
  private static final int HORIZON_SECONDS = 9 * HOUR_SECONDS;
  private static final int WINDOW_MINUTES = 120;
  private static final Foothold NOWHERE = new Foothold(new int[0], new int[0]);

  private final CityEngine engine;
  private final Questions questions;
  private final Stopwatch stopwatch;

  CoreSuite(CityEngine engine, Questions questions, Stopwatch stopwatch) {
    this.engine = engine;
    this.questions = questions;
    this.stopwatch = stopwatch;
  }

  /// The suites by name: a window of an hour, the same with fare, energy and emissions as criteria,
  /// all stops from one instant (plain RAPTOR), and all stops from every minute of two hours.
  Map<String, Supplier<Sample>> byName() {
    Map<String, Supplier<Sample>> suites = new TreeMap<>();
    suites.put("raptor", () -> range("raptor", engine.schedule(), HOUR_SECONDS));
    suites.put("weighed", this::weighed);
    suites.put("reachall", this::reachAll);
    suites.put("window", this::window);
    return suites;
  }

  /// What leaves within some time, best in departure, arrival and number of rides.
  Sample range(String name, Schedule schedule, int windowSeconds) {
    TimetableView view = view(schedule);
    RangeQuery[] queries = queries(view, windowSeconds);
    return stopwatch.run(
        name,
        queries.length,
        i -> !engine.raptor().searchAhead(view, queries[i]).journeys().isEmpty());
  }

  /// Asks question `i` about what leaves within an hour.
  IntConsumer ranges(Schedule schedule) {
    TimetableView view = view(schedule);
    RangeQuery[] queries = queries(view, HOUR_SECONDS);
    return i -> engine.raptor().searchAhead(view, queries[i]);
  }

  private TimetableView view(Schedule schedule) {
    return schedule.view(questions.at(), questions.at().plusSeconds(HORIZON_SECONDS));
  }

  private RangeQuery[] queries(TimetableView view, int windowSeconds) {
    RangeQuery[] queries = new RangeQuery[questions.count()];
    for (int i = 0; i < queries.length; i++) {
      StopReach egress =
          engine.streets().reachStops(questions.to().get(i), walking(), ReachDirection.TOWARDS);
      queries[i] =
          query(
              view,
              windowSeconds,
              access(i),
              new Foothold(egress.stops(), egress.seconds()),
              HORIZON_SECONDS - HOUR_SECONDS);
    }
    return queries;
  }

  private RangeQuery query(
      TimetableView view, int windowSeconds, Foothold access, Foothold egress, int maxSeconds) {
    return new RangeQuery(
        false,
        view.axisSeconds(questions.at().getEpochSecond()),
        windowSeconds,
        access,
        egress,
        Limits.sensible().maxTransfers() + 1,
        maxSeconds,
        60,
        1,
        Limits.sensible().maxWalkMetres(),
        false,
        false,
        RangeQuery.ALL_MODES);
  }

  private Foothold access(int question) {
    StopReach reach =
        engine.streets().reachStops(questions.from().get(question), walking(), ReachDirection.FROM);
    return new Foothold(reach.stops(), reach.seconds());
  }

  /// With the factors and fares in force on the day, for an adult who holds nothing.
  private Sample weighed() {
    TimetableView view = view(engine.schedule());
    RangeQuery[] queries = queries(view, HOUR_SECONDS);
    LocalDate day = questions.at().atZone(engine.schedule().zone()).toLocalDate();
    var timetable = engine.city().timetable();
    String country = engine.city().info().country();
    Weighing weighing =
        new Weighing(
            RideWeights.of(timetable, new ImpactCalculator(DriveCosts.tables()), country, day)
                .costs(),
            600,
            50_000,
            15_000,
            10);
    TicketStates tickets =
        FareCalendar.of(engine.city(), new FareEngine(engine.city().fares()), DriveCosts.tables())
            .on(day)
            .states(FareOptions.ordinary(), timetable.routes().feeds(), view.epochSecond(0), 900);
    return stopwatch.run(
        "weighed",
        queries.length,
        i ->
            !engine
                .raptor()
                .searchWeighed(view, queries[i], weighing, tickets)
                .ahead()
                .journeys()
                .isEmpty());
  }

  /// Journeys of up to two hours to all stops.
  private Sample reachAll() {
    TimetableView view = view(engine.schedule());
    RangeQuery[] queries = new RangeQuery[questions.count()];
    for (int i = 0; i < queries.length; i++) {
      queries[i] = query(view, 0, access(i), NOWHERE, 2 * HOUR_SECONDS);
    }
    return stopwatch.run(
        "reachall",
        queries.length,
        i ->
            Arrays.stream(engine.oneToAll().seconds(view, queries[i]))
                .anyMatch(seconds -> seconds != OneToAll.NEVER));
  }

  /// The same from every minute of two hours; everything is made anew for each origin.
  private Sample window() {
    TimetableView view = view(engine.schedule());
    Foothold[] access = new Foothold[questions.count()];
    Arrays.setAll(access, this::access);
    int windowSeconds = 60 * (WINDOW_MINUTES - 1);
    return stopwatch.run(
        "window",
        access.length,
        i -> {
          RangeQuery query = query(view, windowSeconds, NOWHERE, NOWHERE, 2 * HOUR_SECONDS);
          Reached reached = new Reached(new int[view.timetable().stops().count()]);
          Arrays.fill(reached.at(), OneToAll.NEVER);
          new WindowSweep(view, query, 60).run(access[i], reached);
          return Arrays.stream(reached.at()).anyMatch(at -> at != OneToAll.NEVER);
        });
  }

  /// When each stop is reached from the minute in hand.
  private record Reached(int[] at) implements WindowSweep.Arrivals {

    @Override
    public void reached(int stop, int seconds) {
      at[stop] = seconds;
    }

    @Override
    public void done(int step, int from) {}
  }

  private static WalkOptions walking() {
    return WalkOptions.upTo(Limits.sensible().maxWalkMetres());
  }
}
