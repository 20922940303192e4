package org.toret.bench;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.Planner;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.router.fare.DriveCosts;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.raptor.Foothold;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.TimetableView;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.WalkOptions;

/// What can be measured on a city that is ready.
final class Suites {

  private static final int HOUR_SECONDS = 3600;
  private static final int HORIZON_SECONDS = 9 * HOUR_SECONDS;

  private final CityEngine engine;
  private final Questions questions;
  private final Stopwatch stopwatch = new Stopwatch();

  Suites(CityEngine engine, Questions questions) {
    this.engine = engine;
    this.questions = questions;
  }

  /// The suites by name.
  Map<String, Supplier<Sample>> byName() {
    Map<String, Supplier<Sample>> suites = new TreeMap<>();
    suites.put("raptor", this::raptor);
    suites.put("reach", this::reach);
    suites.put("walk", () -> street(StreetMode.WALK));
    suites.put("bike", () -> street(StreetMode.BIKE));
    suites.put("car", () -> street(StreetMode.CAR));
    suites.put("transit", () -> plan("transit", TravelMode.transit()));
    suites.put("plan", () -> plan("plan", basicModes()));
    return suites;
  }

  static List<String> names() {
    return List.of("bike", "car", "import", "plan", "raptor", "reach", "start", "transit", "walk");
  }

  private Sample reach() {
    return stopwatch.run("reach", questions.count(), i -> reach(i).count() > 0);
  }

  private StopReach reach(int question) {
    return engine
        .streets()
        .reachStops(questions.from().get(question), walking(), ReachDirection.FROM);
  }

  /// The search alone, from footholds found before.
  private Sample raptor() {
    RangeQuery[] queries = new RangeQuery[questions.count()];
    TimetableView view =
        engine.schedule().view(questions.at(), questions.at().plusSeconds(HORIZON_SECONDS));
    for (int i = 0; i < queries.length; i++) {
      StopReach access = reach(i);
      StopReach egress =
          engine.streets().reachStops(questions.to().get(i), walking(), ReachDirection.TOWARDS);
      queries[i] =
          new RangeQuery(
              false,
              view.axisSeconds(questions.at().getEpochSecond()),
              HOUR_SECONDS,
              new Foothold(access.stops(), access.seconds()),
              new Foothold(egress.stops(), egress.seconds()),
              Limits.sensible().maxTransfers() + 1,
              HORIZON_SECONDS - HOUR_SECONDS,
              60,
              1,
              Limits.sensible().maxWalkMetres(),
              false,
              false,
              RangeQuery.ALL_MODES);
    }
    return stopwatch.run(
        "raptor",
        queries.length,
        i -> !engine.raptor().searchAhead(view, queries[i]).journeys().isEmpty());
  }

  private Sample street(StreetMode mode) {
    PathOptions options = PathOptions.of(walking());
    return stopwatch.run(
        mode.name().toLowerCase(java.util.Locale.ROOT),
        questions.count(),
        i ->
            engine
                .streets()
                .path(
                    Endpoint.of(questions.from().get(i)),
                    Endpoint.of(questions.to().get(i)),
                    mode,
                    options)
                .isPresent());
  }

  /// Whole answers: access, search, choice of calls, costs, front, geometry and steps.
  private Sample plan(String name, Set<TravelMode> modes) {
    Planner planner =
        new Planner(engine, new Directory(engine.city().timetable()), DriveCosts.tables());
    return stopwatch.run(
        name,
        questions.count(),
        i ->
            planner.plan(request(i, modes)) instanceof Outcome.Done<PlanAnswer>(PlanAnswer answer)
                && !answer.alternatives().isEmpty());
  }

  private PlanRequest request(int question, Set<TravelMode> modes) {
    return new PlanRequest(
        new Waypoint.Point(questions.from().get(question), ""),
        new Waypoint.Point(questions.to().get(question), ""),
        List.of(),
        new When(questions.at(), false, Duration.ofHours(1)),
        modes,
        Traveller.ordinary(),
        Limits.sensible(),
        true,
        12,
        "en");
  }

  private static Set<TravelMode> basicModes() {
    Set<TravelMode> modes = EnumSet.of(TravelMode.WALK, TravelMode.BIKE, TravelMode.CAR);
    modes.addAll(TravelMode.transit());
    return modes;
  }

  private static WalkOptions walking() {
    return WalkOptions.upTo(Limits.sensible().maxWalkMetres());
  }
}
