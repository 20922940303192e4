package org.toret.app.keep;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.toret.app.city.About;
import org.toret.app.city.CityCompiler;
import org.toret.app.city.CityRules;
import org.toret.app.city.Inputs;
import org.toret.app.city.RoadStep;
import org.toret.app.city.SharingStep;
import org.toret.app.city.StoredCity;
import org.toret.app.search.PlaceIndex;
import org.toret.app.search.StreetNames;
import org.toret.app.stops.StopUse;
import org.toret.app.tiles.TileCache;
import org.toret.app.tiles.TileMaker;
import org.toret.base.geo.PointIndex;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleTable;
import org.toret.mobility.Planner;
import org.toret.mobility.board.Boards;
import org.toret.mobility.board.Teller;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.reach.MatrixPlanner;
import org.toret.mobility.reach.ReachPlanner;
import org.toret.mobility.reliability.DelayWatch;
import org.toret.mobility.reliability.Outlook;
import org.toret.network.City;
import org.toret.network.parking.ParkingState;
import org.toret.network.sharing.Availability;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.router.journey.CityEngine;
import org.toret.router.live.LiveSchedule;

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
  private final LiveView live;
  private final Availability recorded;
  private final ParkingState recordedParking;
  private final CompletableFuture<TileCache> tiles;
  private final CompletableFuture<StreetNames> streetNames;

  private OpenCity(
      Inputs inputs, About about, CityEngine engine, PlaceIndex places, RuleBook rules) {
    this.inputs = inputs;
    this.about = about;
    this.published = engine;
    this.engine = engine;
    this.places = places;
    this.rules = rules.with(brought(inputs));
    this.use = StopUse.of(timetable());
    Stops stops = timetable().stops();
    this.stopsNear = new PointIndex(stops.latsE7(), stops.lonsE7(), NEAR_CELL_METRES);
    this.asPublished = new Answers(engine, this.rules);
    this.answers = asPublished;
    this.offeredModes = Set.copyOf(OfferedModes.of(city(), asPublished.planner()));
    this.recorded = SharingStep.availability(inputs, city().sharing(), new Notices());
    this.recordedParking = RoadStep.parking(inputs, city().parking(), new Notices());
    this.live = LiveView.NOTHING;
    this.streetNames =
        CompletableFuture.supplyAsync(
            () -> new StreetNames(city().streets()), Thread::startVirtualThread);
    this.tiles = CompletableFuture.supplyAsync(this::tileCache, Thread::startVirtualThread);
  }

  /// The same city in another state.
  private OpenCity(OpenCity same, LiveView live) {
    inputs = same.inputs;
    about = same.about;
    published = same.published;
    places = same.places;
    rules = same.rules;
    use = same.use;
    stopsNear = same.stopsNear;
    offeredModes = same.offeredModes;
    asPublished = same.asPublished;
    recorded = same.recorded;
    recordedParking = same.recordedParking;
    streetNames = same.streetNames;
    tiles = same.tiles;
    this.live = live;
    LiveSchedule schedule = live.schedule();
    if (schedule == null) {
      engine = published;
      answers = asPublished;
    } else if (schedule.live() == same.engine.live()) {
      engine = same.engine;
      answers = same.answers;
    } else {
      engine = published.with(schedule);
      answers = new Answers(engine, rules);
    }
  }

  /// What answers questions by one timetable.
  private record Answers(
      Directory directory,
      Planner planner,
      ReachPlanner reach,
      MatrixPlanner matrix,
      Boards boards) {

    Answers(CityEngine engine, RuleBook rules) {
      this(engine, rules, new Directory(engine.city().timetable()));
    }

    private Answers(CityEngine engine, RuleBook rules, Directory directory) {
      this(
          directory,
          new Planner(engine, directory, rules),
          new ReachPlanner(engine, directory),
          new MatrixPlanner(engine, directory),
          new Boards(engine, directory));
    }
  }

  /// The same city with what is known of now. What is made of the timetable is made anew only when
  /// that has changed.
  public OpenCity showing(LiveView now) {
    return new OpenCity(this, now);
  }

  /// What is known of now.
  public LiveView live() {
    return live;
  }

  /// Whether both are states of one compiled city.
  public boolean isSameImage(OpenCity other) {
    return published == other.published;
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

  /// Plans by what is true now, or by the timetable alone.
  public Planner planner(boolean byLive) {
    return byLive ? answers.planner() : asPublished.planner();
  }

  /// How far alternatives can be relied on, by what is true now or by the timetable alone.
  public Outlook outlook(boolean byLive, DelayWatch watch, Instant now) {
    return byLive
        ? new Outlook(engine, answers.directory(), watch, Optional.of(now))
        : new Outlook(published, asPublished.directory(), watch, Optional.empty());
  }

  /// How far one gets.
  public ReachPlanner reach() {
    return answers.reach();
  }

  /// How long it takes between many places.
  public MatrixPlanner matrix() {
    return answers.matrix();
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

  /// What is known now about shared vehicles: what the files say, while it is not too old.
  public Availability availability(Instant now) {
    return recorded.freshAt(now.getEpochSecond(), MOST_AGE_SECONDS);
  }

  /// What is known now of car parks.
  public ParkingState parking(Instant now) {
    return recordedParking.freshAt(now.getEpochSecond(), MOST_AGE_SECONDS);
  }

  /// All that is known now.
  public KnownNow known(Instant now) {
    return new KnownNow(now, availability(now), parking(now), live.timetableAt(), live.alerts());
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

  /// What is wrong with these tables was told when the city was compiled.
  private static List<RuleTable> brought(Inputs inputs) {
    return CityRules.read(inputs.folder(), new Notices());
  }

  private TileCache tileCache() {
    return new TileCache(new TileMaker(city(), use), TILE_CACHE_BYTES);
  }
}
