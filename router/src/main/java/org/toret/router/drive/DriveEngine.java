package org.toret.router.drive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.network.City;
import org.toret.network.CityInfo;
import org.toret.network.parking.CarParks;
import org.toret.network.street.StreetNetwork;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.CarUser;
import org.toret.router.path.Endpoint;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.VehicleRides;
import org.toret.router.toll.Due;
import org.toret.router.toll.Tolls;

/// A city made ready for people with a car of their own. Immutable and thread-safe.
///
/// A car is left along the street at the destination, or in a car park near it. Where it may not
/// enter at some moment of the trip it is left outside: in a car park that can be driven to, or
/// along the street from where the whole trip is shortest. The same outside what it does not want
/// to pay for, see [Tolls]. How long a car looks for a place is an assumption, see [ParkingPlace].
public final class DriveEngine {

  /// A trip may last so much longer than without any zone.
  private static final double DETOUR = 1.3;

  private static final int MOST_SECONDS = 4 * 3600;

  /// In which steps the end of a closure is looked for.
  private static final int STEP_SECONDS = 300;

  /// So much longer than twice the quickest way nobody drives to save a charge: an assumption.
  private static final int MORE_SECONDS = 600;

  /// Sets of charges that are left unpaid in turn; more are counted.
  private static final int MOST_SEARCHES = 24;

  private final CarParks parks;
  private final AccessZones zones;
  private final StreetRouter router;
  private final OpenRoads roads;
  private final KerbSearch kerbs;
  private final LotSearch lots;
  private final ParkSearch near;
  private final boolean streetless;
  private final IntFunction<String> names;

  DriveEngine(
      StreetNetwork streets,
      AccessZones zones,
      CarParks parks,
      IntFunction<GeoPoint> stops,
      StreetRouter router,
      CityInfo info) {
    this.parks = parks;
    this.zones = zones;
    this.router = router;
    streetless = streets.isEmpty();
    names = streets.names()::get;
    roads = new OpenRoads(zones, router, streets.edges().count(), info);
    kerbs = new KerbSearch(streets, zones, router);
    lots = new LotSearch(parks, stops, router);
    near = new ParkSearch(parks);
  }

  public static DriveEngine of(City city, StreetRouter router) {
    return new DriveEngine(
        city.streets(),
        city.zones(),
        city.parking(),
        city.timetable().stops()::point,
        router,
        city.info());
  }

  private DriveEngine(DriveEngine same, LotSearch lots, OpenRoads roads) {
    this.parks = same.parks;
    this.zones = same.zones;
    this.router = same.router;
    this.streetless = same.streetless;
    this.names = same.names;
    this.roads = roads;
    this.kerbs = same.kerbs;
    this.lots = lots;
    this.near = same.near;
  }

  /// The same engine for more stops.
  ///
  /// @param more links them to the same streets
  public DriveEngine with(IntFunction<GeoPoint> stops, StreetRouter more) {
    return new DriveEngine(this, new LotSearch(parks, stops, more), roads);
  }

  /// The same engine that keeps banned cars out.
  public DriveEngine with(CarBans others) {
    return new DriveEngine(this, lots, roads.with(others));
  }

  /// Which cars are banned.
  public CarBans bans() {
    return roads.bans();
  }

  public CarParks parks() {
    return parks;
  }

  /// The regimes that keep a car out at some moment between two.
  ///
  /// @param from epoch second
  /// @param until epoch second
  public BitSet closed(CarUser car, long from, long until) {
    return roads.closed(car, from, until);
  }

  /// Rides of a car that departs at one time and arrives by another, with what is closed to it in
  /// between; a closed zone that it starts in may be left.
  ///
  /// @param from epoch second
  /// @param until epoch second
  public VehicleRides rides(GeoPoint start, CarUser car, long from, long until) {
    return roads.rides(roads.closed(start, car, from, until));
  }

  /// Rides of a car that departs at a time, or arrives by it, and is no longer on its way than so
  /// many seconds.
  ///
  /// @param at epoch second
  public VehicleRides rides(GeoPoint start, CarUser car, long at, boolean arriveBy, int seconds) {
    return roads.rides(roads.closed(start, car, at, arriveBy, seconds));
  }

  /// The same without paying some charges.
  ///
  /// @param unpaid identities of charges
  public VehicleRides rides(
      GeoPoint start, CarUser car, long from, long until, Tolls tolls, List<String> unpaid) {
    return roads.rides(roads.closed(start, car, from, until), tolls, tolls.find(unpaid));
  }

  /// The same wherever it starts: it may not leave a closed zone either.
  public VehicleRides rides(CarUser car, long from, long until, Tolls tolls, List<String> unpaid) {
    Closed closed = new Closed(roads.closed(car, from, until), new BitSet());
    return roads.rides(closed, tolls, tolls.find(unpaid));
  }

  /// The best ways: left along the street, and in the quickest car parks; whatever they cost, and
  /// by each way of not paying some of it.
  ///
  /// Of the ways that pay for the same charges, or for some of them, the quickest is found: a way
  /// that pays for something is followed by the search that closes it, as long as that takes no
  /// longer than twice the quickest way and ten minutes.
  public DriveFound find(DriveQuery query, Tolls tolls) {
    if (streetless) {
      return DriveFound.NOTHING;
    }
    Optional<StreetPath> free =
        roads.rides(Closed.NOTHING).path(query.from(), query.to(), query.options());
    if (free.isEmpty()) {
      return DriveFound.NOTHING;
    }
    Closed closed = closed(query, free.get().seconds());
    List<AccessRegime> avoided = avoided(query, free.get(), closed);
    List<DriveOption> options = new ArrayList<>();
    Set<BitSet> asked = new LinkedHashSet<>(List.of(new BitSet()));
    Deque<BitSet> open = new ArrayDeque<>(asked);
    int limit = Integer.MAX_VALUE;
    int searches = 0;
    while (!open.isEmpty() && searches++ < MOST_SEARCHES) {
      BitSet unpaid = open.removeFirst();
      VehicleRides rides = roads.rides(closed, tolls, unpaid);
      Way way = new Way(query, rides, closed, avoided, tolls, unpaid);
      boolean anything = closed.isNothing() && unpaid.isEmpty();
      for (DriveOption option : under(way, anything ? free.get() : null)) {
        limit = searches == 1 ? Math.min(limit, 2 * option.seconds() + MORE_SECONDS) : limit;
        if (option.seconds() <= limit || searches == 1) {
          boolean known = options.stream().anyMatch(option::isSame);
          options.addAll(known ? List.of() : List.of(option));
          for (Due due : option.dues()) {
            BitSet more = (BitSet) unpaid.clone();
            more.set(due.charge());
            open.addAll(asked.add(more) ? List.of(more) : List.of());
          }
        }
      }
    }
    long from = query.arriveBy() ? query.at() - longest(free.get().seconds()) : query.at();
    long until = from + longest(free.get().seconds());
    List<DriveFound.Ban> bans = new ArrayList<>();
    for (AccessRegime zone : avoided) {
      roads
          .why(zones.regimes().indexOf(zone), query.car(), from, until)
          .ifPresent(rule -> bans.add(new DriveFound.Ban(zone, rule)));
    }
    boolean told = query.car().fuelBit() != 0 && query.car().euroClass() > 0;
    return new DriveFound(
        options,
        open.size(),
        near.untried(query),
        avoided,
        shutStreets(free.get(), closed),
        named(closed.left()),
        bans,
        !told && !zones.holding(roads.banned(from, until), free.get().line()).isEmpty());
  }

  /// What is found when some charges are not paid.
  ///
  /// @param free the way of everybody, where nothing is closed
  private List<DriveOption> under(Way way, @Nullable StreetPath free) {
    List<DriveOption> options = new ArrayList<>();
    kerb(way, free).ifPresent(options::add);
    for (int park : near.quickest(way.query(), way.rides())) {
      option(way, new ParkingPlace(park, parks.point(park))).ifPresent(options::add);
    }
    return options;
  }

  /// What all options of a search have in common.
  private record Way(
      DriveQuery query,
      VehicleRides rides,
      Closed closed,
      List<AccessRegime> avoided,
      Tolls tolls,
      BitSet unpaid) {

    DriveOption option(StreetPath drive, ParkingPlace place, @Nullable StreetPath walk) {
      List<String> without = unpaid.stream().mapToObj(tolls::id).toList();
      DriveOption option = new DriveOption(drive, place, walk, avoided, without, List.of());
      long departure = query.arriveBy() ? query.at() - option.seconds() : query.at();
      List<Due> dues = tolls.dues(drive.track(), departure, query.car());
      return new DriveOption(drive, place, walk, avoided, without, dues);
    }
  }

  /// The car parks for going on from stations; see [LotSearch].
  ///
  /// @param stations stops of railways, metros and the like
  public BitSet lotsBeside(BitSet stations) {
    return lots.beside(stations);
  }

  /// The stops that are reached by driving to a car park near a station; see [LotReach].
  ///
  /// @param stations stops of railways, metros and the like
  /// @param beside car parks for going on from them
  public LotReach lots(DriveQuery query, BitSet stations, BitSet beside) {
    if (streetless || parks.count() == 0) {
      return LotReach.NONE;
    }
    int longest = query.arriveBy() ? MOST_SECONDS : LotSearch.MOST_DRIVE_SECONDS;
    VehicleRides rides = rides(query.from(), query.car(), query.at(), query.arriveBy(), longest);
    return lots.find(query, rides, stations, beside);
  }

  /// The same for somebody who leaves, wherever they go from there.
  ///
  /// @param query its end does not count
  public LotReach lotsAround(DriveQuery query, BitSet stations, BitSet beside) {
    if (streetless || parks.count() == 0) {
      return LotReach.NONE;
    }
    VehicleRides rides =
        rides(query.from(), query.car(), query.at(), false, LotSearch.MOST_DRIVE_SECONDS);
    return lots.findAll(query, rides, stations, beside);
  }

  private Closed closed(DriveQuery query, int freeSeconds) {
    int seconds = longest(freeSeconds);
    return roads.closed(query.from(), query.car(), query.at(), query.arriveBy(), seconds);
  }

  private static int longest(int freeSeconds) {
    return (int) Math.ceil(DETOUR * freeSeconds) + ParkingPlace.KERB_SECONDS;
  }

  /// The first departure within a window, or the last arrival, for which no zone on the shortest
  /// way is closed; empty where there is none. Looked for in steps of five minutes.
  ///
  /// @param windowSeconds how much later the departure may be, or how much earlier the arrival
  public OptionalLong opens(DriveQuery query, long windowSeconds) {
    Optional<StreetPath> free =
        roads.rides(Closed.NOTHING).path(query.from(), query.to(), query.options());
    long step = query.arriveBy() ? -STEP_SECONDS : STEP_SECONDS;
    long first = query.at() - Math.floorMod(query.at(), STEP_SECONDS) + Math.max(0, step);
    long last = query.at() + (query.arriveBy() ? -windowSeconds : windowSeconds);
    for (long at = first; free.isPresent() && (last - at) * step >= 0; at += step) {
      if (avoided(query, free.get(), closed(query.at(at), free.get().seconds())).isEmpty()) {
        return OptionalLong.of(at);
      }
    }
    return OptionalLong.empty();
  }

  private Optional<DriveOption> kerb(Way way, @Nullable StreetPath free) {
    DriveQuery query = way.query();
    Optional<StreetPath> direct =
        free == null
            ? way.rides()
                .path(query.from(), query.to(), query.options())
                .filter(drive -> mayStay(way, query.to()))
            : Optional.of(free);
    if (direct.isPresent()) {
      ParkingPlace door = new ParkingPlace(ParkingPlace.KERB, query.to());
      return Optional.of(way.option(direct.get(), door, null));
    }
    return kerbs
        .find(query, way.rides(), way.closed().all())
        .flatMap(point -> option(way, new ParkingPlace(ParkingPlace.KERB, point)));
  }

  private boolean mayStay(Way way, GeoPoint point) {
    return way.closed().mayStay(zones, roads.edge(point));
  }

  private Optional<DriveOption> option(Way way, ParkingPlace place) {
    if (!mayStay(way, place.point())) {
      return Optional.empty();
    }
    DriveQuery query = way.query();
    Endpoint left = Endpoint.of(place.point());
    Endpoint to = Endpoint.of(query.to());
    return way.rides()
        .path(query.from(), place.point(), query.options())
        .flatMap(drive ->
            router
                .path(left, to, StreetMode.WALK, query.options())
                .map(walk -> way.option(drive, place, walk)));
  }

  /// The closed zones that a way leads into. Single streets have no outline, see [#shutStreets].
  private List<AccessRegime> avoided(DriveQuery query, StreetPath way, Closed closed) {
    BitSet entered = (BitSet) closed.all().clone();
    if (closed.mayStay(zones, roads.edge(query.to()))) {
      entered.andNot(closed.left());
    }
    return zones.holding(entered, way.line());
  }

  /// Names of the streets of a way that are closed one by one.
  private List<String> shutStreets(StreetPath way, Closed closed) {
    BitSet single = closed.shut();
    closed.shut().stream().filter(zone -> !zones.areas().isEverywhere(zone)).forEach(single::clear);
    BitSet edges = zones.edges(single);
    return IntStream.range(0, way.track().count())
        .map(way.track()::edge)
        .filter(edges::get)
        .mapToObj(names)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private List<AccessRegime> named(BitSet regimes) {
    return regimes.stream()
        .mapToObj(zones.regimes()::get)
        .filter(zone -> !zone.name().isEmpty())
        .toList();
  }
}
