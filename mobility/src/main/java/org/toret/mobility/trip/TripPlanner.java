package org.toret.mobility.trip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.base.impact.ImpactCalculator;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.mobility.board.Teller;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.CostItem;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.PageToken;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Vehicle;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.network.timetable.Feeds;
import org.toret.network.timetable.Timetable;
import org.toret.router.fare.DriveCosts;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.TimetableView;
import org.toret.router.walk.WalkOptions;

/// Makes answers: finds in every mode, weighs, compares, draws. See [org.toret.mobility.Planner].
public final class TripPlanner {

  private static final List<String> CRITERIA =
      List.of("departure", "arrival", "transfers", "fare", "energy", "emissions");

  private final CityEngine engine;
  private final Timetable timetable;
  private final Directory directory;
  private final TransitFinder transitFinder;
  private final DraftMaker maker;
  private final Weigher weigher;
  private final ZoneId zone;

  public TripPlanner(CityEngine engine, Directory directory, RuleBook rules) {
    this.engine = engine;
    timetable = engine.city().timetable();
    this.directory = directory;
    transitFinder = new TransitFinder(engine, directory);
    zone = engine.city().info().zone();
    maker = new DraftMaker(timetable, teller(""));
    weigher =
        new Weigher(
            new ImpactCalculator(rules),
            engine.city().info(),
            new FareWeigher(
                engine.fares(),
                new DriveCosts(rules, engine.city().info().country()),
                timetable,
                zone));
  }

  public Outcome<PlanAnswer> plan(PlanRequest request) {
    if (!request.via().isEmpty()) {
      return Outcome.refused("not_offered", "via");
    }
    return resolve(request.from())
        .then(from -> resolve(request.to()).map(to -> answer(request, from, to)));
  }

  /// An alternative timed and priced again from its identity. Refused as `alternative_unreadable`
  /// or `alternative_gone`.
  public Outcome<Alternative> again(String id, String language) {
    Optional<AlternativeId> parsed = AlternativeId.parse(id);
    if (parsed.isEmpty()) {
      return Outcome.refused("alternative_unreadable");
    }
    return new Replay(engine.schedule(), directory, maker)
        .of(parsed.get())
        .map(timed -> redrawn(parsed.get(), timed, language));
  }

  private Alternative redrawn(AlternativeId id, Replay.Timed timed, String language) {
    Traveller traveller =
        Traveller.ordinary()
            .paying(id.persons(), id.rider(), id.media())
            .walking(id.walkMetresPerSecond());
    int rides =
        (int)
            timed.legs().stream()
                .map(DraftLeg::ride)
                .filter(ride -> ride != null && !ride.seated())
                .count();
    String group = rides > 0 ? "public" : timed.legs().getFirst().mode().id();
    Draft draft =
        weighed(group, rides > 0, Math.max(0, rides - 1), timed.legs(), traveller, id.vehicle());
    PathOptions options =
        PathOptions.of(
            new WalkOptions(traveller.walkMetresPerSecond(), Integer.MAX_VALUE / 16, false, false));
    return new Drawer(timetable, engine.streets(), options, teller(language), traveller)
        .draw(draft, timed.view());
  }

  private PlanAnswer answer(PlanRequest request, Site from, Site to) {
    List<Notice> notices = new ArrayList<>(validity(request.when().at()));
    TimetableView view = null;
    List<Draft> drafts = new ArrayList<>();
    if (request.modes().stream().anyMatch(TravelMode::isTransit)) {
      TransitFinder.Found found = transitFinder.find(request, from, to);
      view = found.view();
      for (RaptorJourney journey : found.journeys()) {
        drafts.add(transit(request, found, journey, from, to));
      }
      if (found.widened()) {
        notices.add(notice("window_widened"));
      }
    }
    addDirect(drafts, request, from, to, notices);
    if (request.traveller().wheelchair()) {
      notices.add(notice("accessibility_unknown"));
    }
    List<Draft> front = Front.of(drafts);
    List<Draft> chosen = Choice.of(front, request.alternatives());
    TimetableView used = view;
    Drawer drawer =
        new Drawer(
            timetable,
            engine.streets(),
            pathOptions(request),
            teller(request.language()),
            request.traveller());
    List<Alternative> drawn = chosen.stream().map(draft -> drawer.draw(draft, used)).toList();
    Instant at = request.when().at();
    return new PlanAnswer(
        drawer.spot(from),
        drawer.spot(to),
        at.atZone(zone).toOffsetDateTime(),
        PageToken.of(later(request.when(), chosen)),
        PageToken.of(at.minus(request.when().window())),
        drawn,
        new PlanAnswer.Pareto(CRITERIA, front.size(), chosen.size(), false),
        new PlanAnswer.State(engine.imageHash(), null, rules(drawn)),
        notices);
  }

  /// The start of the next window: behind the last departure shown when that lies beyond this one.
  private static Instant later(When when, List<Draft> chosen) {
    Instant next = when.at().plus(when.window());
    if (when.arriveBy()) {
      return next;
    }
    long last = chosen.stream().filter(Draft::fixed).mapToLong(Draft::departure).max().orElse(0);
    Instant behind = Instant.ofEpochSecond(last + 1);
    return behind.isAfter(next) ? behind : next;
  }

  private Draft transit(
      PlanRequest request, TransitFinder.Found found, RaptorJourney journey, Site from, Site to) {
    List<DraftLeg> legs = maker.transit(found, journey, from, to);
    return weighed("public", true, journey.boardings() - 1, legs, request.traveller(), null);
  }

  private void addDirect(
      List<Draft> drafts, PlanRequest request, Site from, Site to, List<Notice> notices) {
    Traveller traveller = request.traveller();
    if (request.modes().contains(TravelMode.WALK)) {
      path(request, from, to, StreetMode.WALK)
          .ifPresent(
              path -> drafts.add(direct(request, TravelMode.WALK, "walk", from, to, path, null)));
    }
    if (request.modes().contains(TravelMode.BIKE) && !traveller.wheelchair()) {
      path(request, from, to, StreetMode.BIKE)
          .ifPresent(
              path -> drafts.add(direct(request, TravelMode.BIKE, "bike", from, to, path, null)));
    }
    if (request.modes().contains(TravelMode.CAR)) {
      path(request, from, to, StreetMode.CAR)
          .ifPresent(path -> {
            List<Vehicle> vehicles =
                traveller.vehicles().isEmpty()
                    ? List.of(Vehicle.FLEET_AVERAGE)
                    : traveller.vehicles();
            for (Vehicle vehicle : vehicles) {
              drafts.add(direct(request, TravelMode.CAR, "car", from, to, path, vehicle));
            }
            notices.add(notice("car_parking_not_counted"));
          });
    }
  }

  private Optional<StreetPath> path(PlanRequest request, Site from, Site to, StreetMode mode) {
    return engine
        .streets()
        .path(Endpoint.of(from.point()), Endpoint.of(to.point()), mode, pathOptions(request));
  }

  private Draft direct(
      PlanRequest request,
      TravelMode mode,
      String group,
      Site from,
      Site to,
      StreetPath path,
      @Nullable Vehicle vehicle) {
    long at = request.when().at().getEpochSecond();
    long departure = request.when().arriveBy() ? at - path.seconds() : at;
    List<DraftLeg> legs = maker.direct(mode, from, to, path, departure);
    return weighed(group, false, 0, legs, request.traveller(), vehicle);
  }

  private Draft weighed(
      String group,
      boolean fixed,
      int transfers,
      List<DraftLeg> legs,
      Traveller traveller,
      @Nullable Vehicle vehicle) {
    Weigher.Weighed weighed = weigher.weigh(legs, traveller, vehicle);
    return new Draft(group, fixed, transfers, legs, weighed.total(), weighed.legs(), vehicle);
  }

  private static PathOptions pathOptions(PlanRequest request) {
    Traveller traveller = request.traveller();
    return new PathOptions(
        new WalkOptions(
            traveller.walkMetresPerSecond(),
            request.limits().maxWalkMetres(),
            traveller.wheelchair(),
            traveller.avoidStairs()),
        traveller.bikeMetresPerSecond(),
        request.limits().maxBikeMetres());
  }

  private Outcome<Site> resolve(Waypoint waypoint) {
    return switch (waypoint) {
      case Waypoint.Point(GeoPoint point, String name) ->
          engine.city().info().bounds().contains(point)
              ? Outcome.done(new Site(point, name, -1))
              : Outcome.refused("outside_city", point.lat(), point.lon());
      case Waypoint.Stop(String id) -> {
        OptionalInt stop = directory.findStop(id);
        yield stop.isEmpty()
            ? Outcome.refused("unknown_stop", id)
            : Outcome.done(maker.site(stop.getAsInt()));
      }
    };
  }

  /// A notice for every feed whose dates do not hold the day asked about.
  private List<Notice> validity(Instant at) {
    List<Notice> notices = new ArrayList<>();
    Feeds feeds = timetable.feeds();
    long day = at.atZone(zone).toLocalDate().toEpochDay();
    for (int feed = 0; feed < feeds.count(); feed++) {
      if (day < feeds.firstDays()[feed] || day > feeds.lastDays()[feed]) {
        notices.add(
            Notice.of(
                "feed_not_valid",
                Severity.WARNING,
                Place.ofFeed(feeds.ids().get(feed)),
                feeds.ids().get(feed),
                LocalDate.ofEpochDay(feeds.firstDays()[feed]),
                LocalDate.ofEpochDay(feeds.lastDays()[feed])));
      }
    }
    return notices;
  }

  private Teller teller(String language) {
    return new Teller(timetable, directory.names(language), zone);
  }

  private static Notice notice(String code) {
    return Notice.of(code, Severity.INFO, Place.ofFeed(""));
  }

  private static List<String> rules(List<Alternative> alternatives) {
    Set<String> rules = new LinkedHashSet<>();
    for (Alternative alternative : alternatives) {
      Costs costs = alternative.costs();
      costs.fare().items().stream().map(CostItem.Price::rule).forEach(rule -> add(rules, rule));
      costs.energy().items().forEach(item -> add(rules, item.factor()));
      costs.emissions().items().forEach(item -> add(rules, item.factor()));
    }
    return List.copyOf(rules);
  }

  private static void add(Set<String> rules, String references) {
    for (String reference : references.split(" \\+ ")) {
      if (!reference.isEmpty()) {
        rules.add(reference.split("#", 2)[0]);
      }
    }
  }
}
