package org.toret.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.toret.app.keep.OfferedModes;
import org.toret.app.stops.StopUse;
import org.toret.app.tiles.TileId;
import org.toret.app.tiles.TileMaker;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
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
import org.toret.mobility.reach.MatrixAnswer;
import org.toret.mobility.reach.MatrixPlanner;
import org.toret.mobility.reach.MatrixRequest;
import org.toret.mobility.reach.ReachAnswer;
import org.toret.mobility.reach.ReachPlanner;
import org.toret.mobility.reach.ReachRequest;
import org.toret.mobility.reach.Span;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.router.fare.DriveCosts;
import org.toret.router.journey.CityEngine;
import org.toret.router.live.LiveSchedule;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.raptor.TimetableView;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.WalkOptions;

/// What can be measured on a city that is ready.
final class Suites {

  private static final int HOUR_SECONDS = 3600;

  private final CityEngine engine;
  private final Questions questions;
  private final List<GeoPoint> places;
  private final Stopwatch stopwatch = new Stopwatch();
  private final CoreSuite core;

  /// @param places for the table of travel times
  Suites(CityEngine engine, Questions questions, List<GeoPoint> places) {
    this.engine = engine;
    this.questions = questions;
    this.places = places;
    this.core = new CoreSuite(engine, questions, stopwatch);
  }

  /// The suites by name.
  Map<String, Supplier<Sample>> byName() {
    Map<String, Supplier<Sample>> suites = new TreeMap<>();
    suites.putAll(core.byName());
    suites.put("live", () -> core.range("live", live().current(), HOUR_SECONDS));
    suites.put("tiles", this::tiles);
    suites.put("access", this::access);
    suites.put("update", this::update);
    suites.put("reach", this::reach);
    suites.put("walk", () -> street(StreetMode.WALK));
    suites.put("bike", () -> street(StreetMode.BIKE));
    suites.put("car", () -> street(StreetMode.CAR));
    suites.put("transit", () -> plan("transit", TravelMode.transit()));
    suites.put("plan", () -> plan("plan", basicModes()));
    suites.put("allmodes", () -> plan("allmodes", OfferedModes.of(engine.city(), planner())));
    suites.put("isochrone", this::isochrone);
    suites.put("matrix", this::matrix);
    return suites;
  }

  /// The suites that are run when none is named.
  static final List<String> USUAL =
      List.of(
          "allmodes",
          "bike",
          "car",
          "import",
          "isochrone",
          "live",
          "matrix",
          "plan",
          "raptor",
          "reach",
          "reachall",
          "start",
          "streets",
          "tiles",
          "transit",
          "update",
          "walk",
          "weighed");

  /// Those that take minutes, and are run when they are named.
  static final List<String> LONG = List.of("access", "load", "pairs", "window");

  /// What `core` stands for.
  static final List<String> CORE = List.of("raptor", "weighed", "reachall", "window");

  private Sample reach() {
    return stopwatch.run("reach", questions.count(), i -> reach(i).count() > 0);
  }

  private StopReach reach(int question) {
    return engine
        .streets()
        .reachStops(questions.from().get(question), walking(), ReachDirection.FROM);
  }

  /// The schedule with the vehicles on their way late or early.
  private LiveSchedule live() {
    LiveOverlay overlay = new LiveOverlay(engine.city().timetable());
    LiveSchedule schedule = new LiveSchedule(engine.schedule(), overlay.current());
    said(1).forEach(said -> schedule.show(overlay.update(said, new Notices())));
    return schedule;
  }

  /// Searches in times, with fares and costs, and whole answers: on live data beside the published.
  void pairs(PrintStream out) {
    LivePairs pairs = new LivePairs(out, questions.count());
    LiveSchedule live = live();
    pairs.run("raptor", core.ranges(engine.schedule()), core.ranges(live.current()));
    Planner planner = planner();
    CityEngine now = engine.with(live);
    Planner living = planner.with(now, new Directory(now.city().timetable()));
    pairs.run(
        "plan",
        i -> planner.plan(request(i, basicModes())),
        i -> living.plan(request(i, basicModes())));
  }

  /// Taking in a message of every feed in which every delay is another, until searches see it.
  private Sample update() {
    LiveOverlay overlay = new LiveOverlay(engine.city().timetable());
    LiveSchedule schedule = new LiveSchedule(engine.schedule(), overlay.current());
    List<List<FeedChanges>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(said(i));
    }
    return stopwatch.run(
        "update",
        all.size(),
        i -> {
          all.get(i).forEach(said -> schedule.show(overlay.update(said, new Notices())));
          return true;
        });
  }

  private List<FeedChanges> said(long seed) {
    ZoneId zone = engine.schedule().zone();
    LocalDate date = questions.at().atZone(zone).toLocalDate();
    int seconds = (int) (questions.at().getEpochSecond() - TimetableView.origin(date, zone));
    return new LiveDay(engine.city().timetable(), date, seconds, seed).said();
  }

  /// Whole areas of 15, 30 and 45 minutes on foot and by timetable.
  private Sample isochrone() {
    ReachPlanner planner =
        new ReachPlanner(engine, new Directory(engine.city().timetable()), DriveCosts.tables());
    return stopwatch.run(
        "isochrone",
        questions.count(),
        i ->
            planner.reach(
                    new ReachRequest(
                        new Waypoint.Point(questions.from().get(i), ""),
                        span(),
                        List.of(15, 30, 45)))
                instanceof Outcome.Done<ReachAnswer>);
  }

  /// Whole tables of 50 by 50 places at one instant, on foot and by timetable.
  private Sample matrix() {
    MatrixPlanner planner =
        new MatrixPlanner(engine, new Directory(engine.city().timetable()), DriveCosts.tables());
    int side = Math.min(50, questions.count());
    MatrixRequest request =
        new MatrixRequest(
            questions.from().subList(0, side).stream().map(Suites::waypoint).toList(),
            questions.to().subList(0, side).stream().map(Suites::waypoint).toList(),
            span(),
            0,
            120);
    return stopwatch.run(
        "matrix", 10, i -> planner.matrix(request) instanceof Outcome.Done<MatrixAnswer>);
  }

  /// One table of all places by all places, every minute of two hours, without warming up: what a
  /// study of accessibility asks for, in time on the clock.
  private Sample access() {
    MatrixPlanner planner =
        new MatrixPlanner(engine, new Directory(engine.city().timetable()), DriveCosts.tables());
    List<Waypoint> from = places.stream().map(Suites::waypoint).toList();
    MatrixRequest request = new MatrixRequest(from, from, span(), 120, 120);
    return stopwatch.once(
        "access",
        () ->
            switch (planner.matrix(request)) {
              case Outcome.Done<MatrixAnswer> _ -> true;
              case Outcome.Refused<MatrixAnswer>(String code, List<String> args) ->
                  throw new IllegalArgumentException(
                      "no table of %d places: %s %s".formatted(from.size(), code, args));
            });
  }

  /// The tiles of the middle of the city, of every zoom from 10 to 16, made anew.
  private Sample tiles() {
    TileMaker maker = new TileMaker(engine.city(), StopUse.of(engine.city().timetable()));
    List<TileId> ids = new ArrayList<>();
    for (int zoom = 10; zoom <= 16; zoom++) {
      for (GeoPoint point : questions.from()) {
        double tiles = Math.scalb(1.0, zoom);
        double lat = Math.toRadians(point.lat());
        int x = (int) ((point.lon() + 180) / 360 * tiles);
        int y = (int) ((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * tiles);
        ids.add(new TileId(zoom, x, y));
      }
    }
    List<TileId> distinct = ids.stream().distinct().toList();
    return stopwatch.run("tiles", distinct.size(), i -> maker.make(distinct.get(i)).length > 0);
  }

  private static Waypoint waypoint(GeoPoint point) {
    return new Waypoint.Point(point, "");
  }

  private Span span() {
    Set<TravelMode> modes = EnumSet.of(TravelMode.WALK);
    modes.addAll(TravelMode.transit());
    return new Span(questions.at(), false, modes, Traveller.ordinary(), Limits.sensible());
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

  private Planner planner() {
    return new Planner(engine, new Directory(engine.city().timetable()), DriveCosts.tables());
  }

  /// Whole answers: access, search, choice of calls, costs, front, geometry and steps.
  private Sample plan(String name, Set<TravelMode> modes) {
    Planner planner = planner();
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
        PlanRequest.STAY_MINUTES,
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
