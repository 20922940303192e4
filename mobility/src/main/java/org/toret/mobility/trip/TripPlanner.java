package org.toret.mobility.trip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.base.calendar.Holidays;
import org.toret.base.impact.ImpactCalculator;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.mobility.board.Teller;
import org.toret.mobility.need.QuestionNotices;
import org.toret.mobility.need.ZoneNotices;
import org.toret.mobility.place.Directory;
import org.toret.mobility.place.Validity;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.NoticeScope;
import org.toret.mobility.plan.PageToken;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TrafficNotice;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.When;
import org.toret.network.sharing.FormFactor;
import org.toret.network.timetable.Timetable;
import org.toret.router.drive.ParkingCosts;
import org.toret.router.fare.DriveCosts;
import org.toret.router.fare.FareCalendar;
import org.toret.router.hire.HireCosts;
import org.toret.router.hire.HireZones;
import org.toret.router.journey.CarriedBike;
import org.toret.router.journey.CityEngine;
import org.toret.router.journey.TravelCosts;
import org.toret.router.path.PathOptions;
import org.toret.router.taxi.TaxiCosts;
import org.toret.router.toll.Tolls;

/// Makes answers: finds in every mode, weighs, compares, draws. See [org.toret.mobility.Planner].
public final class TripPlanner {

  /// More would make the search long without making it useful.
  private static final int MOST_VIA = 6;

  private final CityEngine engine;
  private final Timetable timetable;
  private final Directory directory;
  private final TravelCosts costs;
  private final TransitFinder transitFinder;
  private final DirectFinder directFinder;
  private final RideAndTransit joinedFinder;
  private final DriveFinder driveFinder;
  private final HireFinder hireFinder;
  private final HireChains hireChains;
  private final CalledFinder calledFinder;
  private final AboardFinder aboardFinder;
  private final DraftMaker maker;
  private final Weigher weigher;
  private final ZoneId zone;

  public TripPlanner(CityEngine engine, Directory directory, TravelCosts costs) {
    this.engine = engine;
    timetable = engine.city().timetable();
    this.directory = directory;
    this.costs = costs;
    RuleBook rules = costs.rules();
    FareCalendar fares = costs.fares();
    String country = engine.city().info().country();
    ImpactCalculator calculator = new ImpactCalculator(rules);
    transitFinder = new TransitFinder(engine, directory, costs.weighing(), fares);
    Tolls tolls = Tolls.of(engine.city(), rules);
    HireZones hireZones = HireZones.of(engine.city(), rules);
    directFinder = new DirectFinder(engine, tolls);
    zone = engine.city().info().zone();
    maker = new DraftMaker(timetable, new CarriedBike(timetable, engine.streets()), teller(""));
    TaxiCosts taxis = new TaxiCosts(rules, zone, day -> Holidays.isHoliday(country, day));
    weigher =
        new Weigher(
            calculator,
            engine.city().info(),
            new FareWeigher(
                fares,
                new DriveCosts(rules, country),
                new HireCosts(engine.city().sharing()),
                new ParkingCosts(rules, engine.city().parking()),
                taxis,
                tolls,
                hireZones,
                timetable,
                zone),
            engine.city().sharing().types());
    joinedFinder = new RideAndTransit(engine, transitFinder, maker);
    calledFinder =
        new CalledFinder(
            engine.flex(),
            engine.streets(),
            taxis,
            transitFinder,
            maker,
            joinedFinder.drivenTo(),
            zone);
    driveFinder =
        new DriveFinder(engine.drive(), tolls, transitFinder, maker, joinedFinder.stations(), zone);
    hireFinder = new HireFinder(engine, hireZones);
    aboardFinder = new AboardFinder(engine, directory, transitFinder, maker);
    hireChains = new HireChains(engine.hire(), hireFinder, transitFinder, maker);
  }

  /// The same for what is true now: a timetable that has the rows of this one, or other roads.
  public TripPlanner with(CityEngine now, Directory names) {
    return new TripPlanner(now, names, costs.with(now));
  }

  /// @param now what is known of what changes by the minute
  public Outcome<PlanAnswer> plan(PlanRequest request, KnownNow now) {
    if (request.via().size() > MOST_VIA) {
      return Outcome.refused("too_many_via", MOST_VIA);
    }
    return Site.all(request, engine.city().info().bounds(), directory, maker)
        .then(places ->
            request.aboard() == null
                ? Outcome.done(answer(request, places, now))
                : aboard(request, places.getLast(), now));
  }

  /// Ways of somebody who sits in a vehicle: on in it, and on from it.
  private Outcome<PlanAnswer> aboard(PlanRequest request, Site to, KnownNow now) {
    return aboardFinder
        .find(request, to)
        .map(journeys -> {
          List<Draft> drafts =
              journeys.stream()
                  .map(legs -> weigher.draft(legs, request.traveller(), null))
                  .toList();
          List<Site> ends = List.of(journeys.getFirst().getFirst().from(), to);
          Told none = new Told(request.when(), null, List.of(), new ArrayList<>());
          return told(
              request, ends, front(request, drafts), now.then(request, engine.city()), none);
        });
  }

  /// What a shared vehicle is told as; empty for what journeys do not use.
  public static Optional<TravelMode> shared(FormFactor form) {
    return HireFinder.mode(form);
  }

  /// Whether vehicles come when they are called, see [org.toret.mobility.Planner#hasCalled].
  public boolean hasCalled() {
    return calledFinder.isOffered(engine.city().info().bounds());
  }

  /// An alternative timed and priced again from its identity. Refused as `alternative_unreadable`
  /// or `alternative_gone`.
  public Outcome<Alternative> again(String id, String language, KnownNow now) {
    Optional<AlternativeId> parsed = AlternativeId.parse(id);
    if (parsed.isEmpty()) {
      return Outcome.refused("alternative_unreadable");
    }
    return new Replay(engine, directory, maker, hireFinder, calledFinder, now)
        .of(parsed.get())
        .map(legs -> redrawn(parsed.get(), legs, language));
  }

  /// Who travels an alternative; empty for what is no identity of one.
  public static Optional<Traveller> traveller(String id) {
    return AlternativeId.parse(id).map(AlternativeId::traveller);
  }

  private Alternative redrawn(AlternativeId id, List<DraftLeg> legs, String language) {
    Traveller traveller = id.traveller();
    PathOptions options = DirectFinder.unlimited(traveller);
    List<DraftLeg> driven = driveFinder.again(legs, id.vehicle(), traveller, options);
    Draft draft = weigher.draft(directFinder.ridden(driven, options), traveller, id.vehicle());
    KnownNow nothing = KnownNow.nothing(engine.city());
    return new Drawer(engine, calledFinder, options, teller(language), traveller, nothing, language)
        .draw(draft);
  }

  private PlanAnswer answer(PlanRequest asked, List<Site> places, KnownNow now) {
    PlanRequest request = asked.withTransit();
    List<Notice> notices =
        new ArrayList<>(
            Validity.notices(timetable.feeds(), request.when().at().atZone(zone).toLocalDate()));
    List<PlanAnswer.Cut> cuts = new ArrayList<>();
    List<Site> apart = Site.withoutRepeats(places);
    ViaSearch.Timed timed =
        request.modes().stream().anyMatch(TravelMode::isTransit)
            ? ViaSearch.timed(request, apart, transitFinder, directFinder, maker)
            : ViaSearch.Timed.nothing(request.when());
    cuts.add(new PlanAnswer.Cut("via", timed.cuts()));
    cuts.add(
        new PlanAnswer.Cut("held_products", FareWeigher.unusedHolds(costs.fares(), zone, request)));
    timed
        .lack()
        .window(request.when(), timed.widened(), timed.journeys().isEmpty())
        .ifPresent(notices::add);
    List<Draft> drafts = new ArrayList<>();
    timed.journeys().forEach(legs -> drafts.add(weigher.draft(legs, request.traveller(), null)));
    List<DirectFinder.Direct> direct =
        directFinder.find(request, DirectFinder.options(request), apart, notices);
    for (DirectFinder.Direct way : direct) {
      drafts.add(weigher.draft(way.legs(), request.traveller(), way.vehicle()));
    }
    KnownNow then = now.then(request, engine.city());
    for (DriveFinder.Driven way : driveFinder.find(request, apart, then, cuts, notices)) {
      Draft draft = weigher.draft(way.legs(), request.traveller(), way.vehicle());
      drafts.add(way.fixed() ? draft.asFixed() : draft);
    }
    TransitFinder.Found onFoot = timed.onFoot();
    if (onFoot != null) {
      drafts.addAll(joined(request, apart, then, onFoot, direct, notices));
    }
    if (apart.size() == 2) {
      drafts.addAll(hired(request, apart, then, timed, notices));
      drafts.addAll(called(request, apart, now, onFoot, notices, cuts));
    } else {
      notices.addAll(QuestionNotices.via(request, CalledFinder.mayCall(request, engine.flex())));
    }
    Optional<Front.LongWalk> walk =
        directFinder.longWalk(request, apart, drafts).map(way -> way.judge(drafts, request.when()));
    List<Draft> ahead = Front.ahead(drafts, request.when(), timed.searched(), now.at());
    if (ahead.isEmpty() && !drafts.isEmpty()) {
      if (!request.when().isPage()) {
        return leavingNow(asked, places, now);
      }
      notices.add(notice("page_past"));
    }
    notices.addAll(QuestionNotices.permits(request.traveller(), engine.city(), notices));
    notices.addAll(about(asked, ahead));
    List<Draft> front = front(request, ahead);
    Front.forget(notices, ahead, front);
    notices.addAll(directFinder.unknownStreets(request, apart));
    notices.addAll(directFinder.longer(request, apart, front, timed.widened(), walk));
    notices.addAll(timed.lack().of(request, front.isEmpty(), notices));
    boolean nearFastest = onFoot != null && request.criteria().countCosts();
    PlanAnswer.Scope scope = nearFastest ? TransitFinder.NEAR_FASTEST : null;
    return told(request, places, front, then, new Told(timed.searched(), scope, cuts, notices));
  }

  private static List<Draft> front(PlanRequest request, List<Draft> drafts) {
    return Front.of(drafts, request.criteria().countCosts());
  }

  private List<Notice> about(PlanRequest asked, List<Draft> ahead) {
    Instant from = Draft.earliest(asked.when(), ahead);
    Instant until = Draft.latest(asked.when(), ahead);
    return QuestionNotices.of(asked, from, until, engine.city(), costs);
  }

  /// What is soonest where nobody arrives in time any more.
  private PlanAnswer leavingNow(PlanRequest request, List<Site> places, KnownNow now) {
    When soonest = new When(now.at(), false, request.when().window());
    OffsetDateTime by = request.when().at().atZone(zone).toOffsetDateTime();
    String time = by.toLocalTime().toString().substring(0, 5);
    Notice late = Notice.of("arrival_too_late", Severity.WARNING, Place.ofFeed(""), time);
    return answer(request.at(soonest), places, now).askedFor(by).and(List.of(late));
  }

  /// Ways that begin in a vehicle of one's own, or are driven to a station.
  private List<Draft> joined(
      PlanRequest request,
      List<Site> ends,
      KnownNow then,
      TransitFinder.Found onFoot,
      List<DirectFinder.Direct> direct,
      List<Notice> notices) {
    PathOptions options = DirectFinder.options(request);
    Site from = ends.getFirst();
    Site to = ends.getLast();
    List<Draft> drafts = new ArrayList<>();
    for (DriveFinder.Driven way :
        driveFinder.parkAndRide(request, options, then, onFoot, from, to)) {
      drafts.add(weigher.draft(way.legs(), request.traveller(), way.vehicle()));
    }
    boolean driven = false;
    for (RideAndTransit.Joined way :
        joinedFinder.find(request, options, onFoot, direct, from, to)) {
      drafts.add(weigher.draft(way.legs(), request.traveller(), way.vehicle()));
      driven |= way.vehicle() != null;
    }
    if (driven) {
      notices.add(notice("kissride_return_not_counted"));
    }
    return drafts;
  }

  /// Ways with a shared vehicle, alone and joined to public transport.
  private List<Draft> hired(
      PlanRequest request,
      List<Site> ends,
      KnownNow then,
      ViaSearch.Timed timed,
      List<Notice> notices) {
    PathOptions options = DirectFinder.options(request);
    List<List<DraftLeg>> alone =
        hireFinder.find(request, options, then, ends.getFirst(), ends.getLast());
    List<List<DraftLeg>> others = new ArrayList<>(alone);
    others.addAll(timed.journeys());
    List<List<DraftLeg>> all = new ArrayList<>(alone);
    TransitFinder.Found onFoot = timed.onFoot();
    if (onFoot != null) {
      var asked =
          new HireChains.Asked(request, options, then, onFoot, ends.getFirst(), ends.getLast());
      all.addAll(hireChains.find(asked, others));
    }
    notices.addAll(
        hireFinder.notices(request, options, then, ends.getFirst(), ends.getLast(), all));
    return all.stream().map(legs -> weigher.draft(legs, request.traveller(), null)).toList();
  }

  /// Ways in a vehicle that comes when it is called, alone and joined to public transport.
  private List<Draft> called(
      PlanRequest request,
      List<Site> ends,
      KnownNow now,
      TransitFinder.@Nullable Found onFoot,
      List<Notice> notices,
      List<PlanAnswer.Cut> cuts) {
    PathOptions options = DirectFinder.options(request);
    Site from = ends.getFirst();
    Site to = ends.getLast();
    List<List<DraftLeg>> ways = new ArrayList<>(calledFinder.find(request, options, now, from, to));
    if (onFoot != null) {
      var asked = new CalledChains.Asked(request, options, now, onFoot, from, to);
      ways.addAll(calledFinder.join(asked, cuts));
    }
    notices.addAll(calledFinder.notices(request, now, from, to, ways));
    return ways.stream().map(legs -> weigher.draft(legs, request.traveller(), null)).toList();
  }

  /// What is told beside the alternatives.
  private record Told(
      When searched,
      PlanAnswer.@Nullable Scope scope,
      List<PlanAnswer.Cut> cuts,
      List<Notice> notices) {}

  private PlanAnswer told(
      PlanRequest request, List<Site> places, List<Draft> front, KnownNow then, Told beside) {
    List<Draft> chosen = Choice.of(front, request.alternatives(), request.when());
    Front.forget(beside.notices(), front, chosen);
    Drawer drawer =
        new Drawer(
            engine,
            calledFinder,
            DirectFinder.options(request),
            teller(request.language()),
            request.traveller(),
            then,
            request.language());
    List<Alternative> drawn = chosen.stream().map(drawer::draw).toList();
    List<Notice> notices = new ArrayList<>(new NoticeScope(beside.notices()).beside(drawn));
    TrafficNotice.of(drawn).ifPresent(notices::add);
    Instant at = request.when().at();
    LocalDate day = at.atZone(zone).toLocalDate();
    notices.addAll(ZoneNotices.dates(notices, drawn, engine.city().zones(), day));
    return new PlanAnswer(
        drawer.spot(places.getFirst()),
        drawer.spot(places.getLast()),
        places.subList(1, places.size() - 1).stream().map(drawer::spot).toList(),
        at.atZone(zone).toOffsetDateTime(),
        new PageToken(Choice.later(request.when(), beside.searched()), false).text(),
        new PageToken(Choice.earlier(request.when(), beside.searched()), true).text(),
        drawn,
        PlanAnswer.Pareto.of(
            request.criteria(), front.size(), chosen.size(), beside.cuts(), beside.scope()),
        PlanAnswer.State.of(engine.imageHash(), then.newest(zone), drawn),
        notices);
  }

  private Teller teller(String language) {
    return new Teller(engine.live(), directory.names(language), zone);
  }

  private static Notice notice(String code, Object... args) {
    return Notice.of(code, Severity.INFO, Place.ofFeed(""), args);
  }
}
