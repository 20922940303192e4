package org.toret.app.keep;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.toret.app.city.About;
import org.toret.app.city.CityCompiler;
import org.toret.app.city.CityRules;
import org.toret.app.city.Inputs;
import org.toret.app.city.StoredCity;
import org.toret.app.search.PlaceIndex;
import org.toret.app.search.StreetNames;
import org.toret.app.stops.StopUse;
import org.toret.app.tiles.TileCache;
import org.toret.app.tiles.TileMaker;
import org.toret.base.geo.PointIndex;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.mobility.Planner;
import org.toret.mobility.board.Boards;
import org.toret.mobility.board.Teller;
import org.toret.mobility.live.AlertIndex;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.When;
import org.toret.mobility.reach.MatrixPlanner;
import org.toret.mobility.reach.ReachPlanner;
import org.toret.mobility.reach.Span;
import org.toret.mobility.reliability.DelayWatch;
import org.toret.mobility.reliability.JourneyOutlook;
import org.toret.network.City;
import org.toret.network.forecast.Outlook;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.parking.ParkingState;
import org.toret.network.sharing.Availability;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.router.hire.HireEngine;
import org.toret.router.journey.CityEngine;
import org.toret.router.live.LiveSchedule;
import org.toret.router.traffic.SlowTraffic;

/// A city ready to answer, with everything that belongs to one image and to no other. A request
/// takes one and keeps to it, so that its answer is consistent whatever is swapped meanwhile.
public final class OpenCity implements AutoCloseable {

  private static final long TILE_CACHE_BYTES = 12L << 20;
  private static final double NEAR_CELL_METRES = 400;

  /// How old what is told about shared vehicles and car parks may be.
  private static final long MOST_AGE_SECONDS = 30 * 60;

  private final Inputs inputs;
  private final About about;
  private final CityEngine published;
  private final CityEngine engine;
  private final PlaceIndex places;
  private final StopUse use;
  private final PointIndex stopsNear;
  private final Set<TravelMode> offeredModes;
  private final RuleBook rules;
  private final Answers asPublished;
  private final Answers answers;
  private final SharedStreets shared;
  private final RoadAnswers roads;
  private final LiftAnswers lifts;
  private final LiveView live;
  private final Availability recorded;
  private final ParkingState recordedParking;
  private final CompletableFuture<TileCache> tiles;
  private final CompletableFuture<StreetNames> streetNames;

  private OpenCity(
      Inputs inputs, About about, CityEngine engine, PlaceIndex places, RuleBook rules) {
    this.inputs = inputs;
    this.about = about;
    // what is wrong with these tables was told when the city was compiled
    this.rules = rules.with(CityRules.read(inputs.folder(), new Notices()));
    this.published = engine.with(this.rules);
    this.engine = published;
    this.places = places;
    this.use = StopUse.of(timetable());
    this.stopsNear = near(timetable().stops());
    this.asPublished = Answers.of(published, this.rules);
    this.answers = asPublished;
    this.shared = new SharedStreets(published);
    this.roads = RoadAnswers.asPublished(published, asPublished, this.rules);
    this.offeredModes = Set.copyOf(OfferedModes.of(city(), asPublished.planner()));
    Recorded files = Recorded.of(inputs, city());
    this.recorded = files.sharing();
    this.recordedParking = files.parking();
    this.live = LiveView.NOTHING;
    this.lifts = new LiftAnswers(AlertIndex.NONE, this.rules);
    this.streetNames =
        CompletableFuture.supplyAsync(
            () -> new StreetNames(city().streets()), Thread::startVirtualThread);
    this.tiles = CompletableFuture.supplyAsync(this::tileCache, Thread::startVirtualThread);
  }

  /// The same city in another state.
  private OpenCity(OpenCity same, LiveView live, Recorded files) {
    inputs = files.inputs();
    about = same.about;
    published = same.published;
    places = same.places;
    rules = same.rules;
    offeredModes = same.offeredModes;
    asPublished = same.asPublished;
    recorded = files.sharing();
    recordedParking = files.parking();
    streetNames = same.streetNames;
    tiles = same.tiles;
    this.live = live;
    LiveSchedule schedule = live.schedule();
    HireEngine hire = live.stock().hire() == null ? published.hire() : live.stock().hire();
    LiveTimetable timetable = schedule == null ? published.live() : schedule.live();
    if (timetable == same.engine.live() && hire == same.engine.hire()) {
      engine = same.engine;
      answers = same.answers;
    } else if (schedule == null && hire == published.hire()) {
      engine = published;
      answers = asPublished;
    } else {
      CityEngine base = live.base() == null ? published : live.base();
      engine = (schedule == null ? base : base.with(schedule)).with(hire);
      answers = asPublished.with(engine, rules);
    }
    Stops stops = timetable().stops();
    boolean sameStops = stops == same.timetable().stops();
    // where messages know more stops than the timetable, other messages may use them otherwise
    boolean known = stops == same.published.city().timetable().stops();
    use = sameStops && known ? same.use : StopUse.of(timetable());
    stopsNear = sameStops ? same.stopsNear : near(stops);
    shared = same.shared;
    roads = same.roads.with(engine, answers, live.roads(), shared);
    lifts =
        roads == same.roads && live.alerts() == same.lifts.alerts()
            ? same.lifts
            : new LiftAnswers(live.alerts(), rules);
  }

  private static PointIndex near(Stops stops) {
    return new PointIndex(stops.latsE7(), stops.lonsE7(), NEAR_CELL_METRES);
  }

  /// The same city with what is known of now. What is made of the timetable is made anew only when
  /// that has changed.
  public OpenCity showing(LiveView now) {
    return new OpenCity(this, now, new Recorded(inputs, recorded, recordedParking));
  }

  /// The same city with what its files tell now of what changes by the minute.
  ///
  /// @param same with the hash of those before
  OpenCity renewed(Inputs same) {
    return new OpenCity(this, live, Recorded.of(same, city()));
  }

  /// What is known of now.
  public LiveView live() {
    return live;
  }

  /// Whether both are states of one compiled city.
  public boolean isSameImage(OpenCity other) {
    return published == other.published;
  }

  /// Whether both are states of one compiled city with the same word of its files on what changes
  /// by the minute.
  public boolean isSameFiles(OpenCity other) {
    return isSameImage(other) && recorded == other.recorded;
  }

  /// The engine of the timetable as published.
  public CityEngine published() {
    return published;
  }

  /// Reads a stored city into memory. The map is indexed in the background.
  public static OpenCity open(Inputs inputs, StoredCity stored, RuleBook rules) throws IOException {
    CityEngine engine = CityEngine.of(City.read(stored.image()), stored.image().hash());
    PlaceIndex places = PlaceIndex.open(stored.folder().resolve(CityCompiler.PLACES));
    return new OpenCity(inputs, stored.about(), engine, places, rules);
  }

  /// What it was compiled from.
  public Inputs inputs() {
    return inputs;
  }

  public About about() {
    return about;
  }

  public City city() {
    return engine.city();
  }

  public Timetable timetable() {
    return engine.city().timetable();
  }

  public CityEngine engine() {
    return engine;
  }

  public PlaceIndex places() {
    return places;
  }

  public StopUse use() {
    return use;
  }

  /// Stops, lines and trips by their published ids.
  public Directory directory() {
    return answers.directory();
  }

  /// The same as published, whatever is true now.
  public Directory publishedDirectory() {
    return asPublished.directory();
  }

  /// Streets by where they are, indexed in the background.
  public StreetNames streetNames() {
    return streetNames.join();
  }

  /// Stops by where they are, stations and entrances included.
  public PointIndex stopsNear() {
    return stopsNear;
  }

  public Planner planner() {
    return answers.planner();
  }

  /// Plans a request by what is true now and holds at its time, or by what is published alone.
  public Outcome<PlanAnswer> plan(PlanRequest request, KnownNow now) {
    When when = request.when();
    return request.live()
        ? lifts.plan(roads.at(when.at(), when.arriveBy()), request, now)
        : asPublished.planner().plan(request, now);
  }

  /// An alternative timed and priced again by what is true now. Refused like [Planner#again(String,
  /// String, KnownNow)], and as `lift_out_of_order` where its traveller has no other way at a stop
  /// still before him.
  ///
  /// @param at the moment
  public Outcome<Again> again(String id, String language, KnownNow now, Instant at) {
    return lifts.again(answers, id, language, now, at);
  }

  private Answers spanning(Span span) {
    Answers usual = roads.at(span.at(), span.arriveBy());
    return lifts.of(usual, span.traveller(), span.at(), span.arriveBy(), 0);
  }

  /// Plans by the timetable alone.
  public Planner publishedPlanner() {
    return asPublished.planner();
  }

  /// How far alternatives can be relied on, by what is true now or by the timetable alone.
  public JourneyOutlook outlook(boolean byLive, DelayWatch watch, Instant now) {
    return byLive
        ? new JourneyOutlook(engine, answers.directory(), watch, Optional.of(now), roads.slow())
        : new JourneyOutlook(
            published, asPublished.directory(), watch, Optional.empty(), SlowTraffic.NONE);
  }

  /// How far one gets at a time.
  public ReachPlanner reach(Span span) {
    return spanning(span).reach();
  }

  /// How long it takes between many places at a time.
  public MatrixPlanner matrix(Span span) {
    return spanning(span).matrix();
  }

  /// Makes ready what answers for journeys that begin now.
  public OpenCity ready(Instant now) {
    roads.at(now, false);
    return this;
  }

  public Boards boards() {
    return answers.boards();
  }

  /// The modes that may be asked for here.
  public Set<TravelMode> offeredModes() {
    return offeredModes;
  }

  /// Tells stops, lines and trips in a language.
  public Teller teller(String language) {
    return new Teller(engine.live(), answers.directory().names(language), zone());
  }

  /// What is known now about shared vehicles: what messages or else the files say, while it is not
  /// too old.
  public Availability availability(Instant now) {
    Availability told = live.stock().sharing();
    return (told == null ? recorded : told).freshAt(now.getEpochSecond(), MOST_AGE_SECONDS);
  }

  /// What is known now of car parks.
  public ParkingState parking(Instant now) {
    ParkingState told = live.stock().parking();
    return (told == null ? recordedParking : told).freshAt(now.getEpochSecond(), MOST_AGE_SECONDS);
  }

  /// What the files in the folder tell of shared vehicles, whenever that was.
  public Availability recorded() {
    return recorded;
  }

  /// What the files in the folder tell of car parks, whenever that was.
  public ParkingState recordedParking() {
    return recordedParking;
  }

  /// All that is known now.
  public KnownNow known(Instant now) {
    Availability stock = availability(now);
    ParkingState places = parking(now);
    return new KnownNow(
        now,
        stock,
        places,
        live.timetableAt(),
        live.roadsAt(),
        live.alerts(),
        live.occupancy(),
        new Outlook(
            city().sharing(),
            stock,
            city().parking(),
            places,
            live.stock().history(),
            new Outlook.Calendar(zone(), city().info().country())));
  }

  /// City time.
  public ZoneId zone() {
    return city().info().zone();
  }

  /// Waits for the map's index, which is made in the background.
  public TileCache tiles() {
    return tiles.join();
  }

  /// Content hash of the image.
  public String imageHash() {
    return engine.imageHash();
  }

  @Override
  public void close() {
    places.close();
  }

  private TileCache tileCache() {
    return new TileCache(new TileMaker(city(), use), TILE_CACHE_BYTES);
  }
}
