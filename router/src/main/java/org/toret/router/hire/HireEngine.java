package org.toret.router.hire;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.toret.base.geo.GeoPoint;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.Propulsion;
import org.toret.network.sharing.ReturnConstraint;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.VehicleTypes;
import org.toret.network.street.StreetNetwork;
import org.toret.network.zone.AccessZones;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.StreetSpread.SpreadStart;
import org.toret.router.path.StreetSpread.SpreadVisitor;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.WalkOptions;

/// The shared vehicles of a city made ready for questions. Immutable and thread-safe.
///
/// Bicycles and scooters go where bicycles may, cars where cars may. A rider keeps the own pace on
/// an ordinary bicycle; with assistance it is a quarter more than an everyday cyclist's (on-road
/// means of 13.3 and 10.4 km/h: Langford, Chen and Cherry, *Accident Analysis and Prevention* 82,
/// 2015). A scooter goes 18 km/h, a little below the 20 km/h that are allowed in Italy: an
/// assumption. With assistance one climbs by the balance of power, without it one loses speed
/// uphill, and everybody keeps to streets of as much traffic stress as wished ([Cycling]); a
/// scooter climbs like a bicycle. Where zones forbid a vehicle to pass or slow it down, its streets
/// are closed or slower: 1 byte per edge for what the zones say and 8 for what it costs, for each
/// such type.
public final class HireEngine {

  /// What it takes to unlock and lock, as OpenTripPlanner assumes: a minute and half a one.
  public static final int HANDLING_SECONDS = 60 + 30;

  /// Between a place and a station, for who goes on by timetable.
  public static final int APPROACH_METRES = HireApproachSearch.PLACE_METRES;

  private static final int ANY_METRES = Integer.MAX_VALUE / 16;

  private final Sharing sharing;
  private final StreetNetwork streets;
  private final StreetRouter router;
  private final HirePlaces places;
  private final HireRides rides;
  private final StationRides between;
  private final AccessZones zones;

  /// So many ways from stations to stops are kept, some megabytes: walkers may have any speed.
  private static final int MOST_NEAR = 1 << 14;

  /// Stops near stations, for the ways of walking that are asked for.
  private final Map<StationWalk, StopReach> stopsNear = new ConcurrentHashMap<>();

  private HireEngine(
      Sharing sharing, StreetNetwork streets, AccessZones zones, StreetRouter router) {
    this.zones = zones;
    this.sharing = sharing;
    this.streets = streets;
    this.router = router;
    places = new HirePlaces(sharing, streets);
    between = new StationRides(sharing.stations());
    rides = new HireRides(sharing, streets, zones, router);
  }

  private HireEngine(HireEngine same, StreetRouter router) {
    sharing = same.sharing;
    streets = same.streets;
    zones = same.zones;
    this.router = router;
    places = same.places;
    between = same.between;
    rides = same.rides.with(router);
  }

  /// The same vehicles where cars drive otherwise.
  public HireEngine with(StreetRouter other) {
    return new HireEngine(this, other);
  }

  /// The same streets and zones with what is shared told otherwise, such as under other geofences.
  public HireEngine with(Sharing other) {
    return new HireEngine(other, streets, zones, router);
  }

  /// The vehicles of a city without zones.
  public static HireEngine of(Sharing sharing, StreetNetwork streets, StreetRouter router) {
    return of(sharing, streets, AccessZones.none(), router);
  }

  /// @param zones where shared cars may not always enter
  public static HireEngine of(
      Sharing sharing, StreetNetwork streets, AccessZones zones, StreetRouter router) {
    return new HireEngine(sharing, streets, zones, router);
  }

  public Sharing sharing() {
    return sharing;
  }

  /// What a type is ridden on; empty for what journeys do not use.
  public static Optional<StreetMode> streetMode(FormFactor form) {
    return switch (form) {
      case BICYCLE, CARGO_BICYCLE, SCOOTER_STANDING, SCOOTER_SEATED -> Optional.of(StreetMode.BIKE);
      case CAR -> Optional.of(StreetMode.CAR);
      case MOPED, OTHER -> Optional.empty();
    };
  }

  /// The best ways with one type of vehicle: the fastest, and within a tenth more time (and a
  /// minute) the one that rides least, which is cheaper where minutes are paid for.
  public List<HireOption> find(HireQuery query) {
    if (!isUsable(query.type())) {
      return List.of();
    }
    // times of cars change with every message about the roads
    boolean steady = sharing.types().form(query.type()) != FormFactor.CAR;
    VehicleRides own = rides.of(query.type(), query.closed());
    return new HireSearch(query, places, router, own, steady ? between : null, options(query))
        .find();
  }

  /// Why [#find] finds nothing; empty for what journeys do not use.
  public Optional<HireLack> why(HireQuery query) {
    if (!isUsable(query.type())) {
      return Optional.empty();
    }
    return places
        .lack(query)
        .or(() -> Optional.of(isShutOut(query) ? HireLack.CLOSED : HireLack.NO_WAY));
  }

  private boolean isShutOut(HireQuery query) {
    return !query.closed().isEmpty() && !find(query.open()).isEmpty();
  }

  /// The stops that a station-based type joins to a place: to the start of the question, or towards
  /// its end.
  ///
  /// @param handlingSeconds what it takes to unlock and lock
  public HireApproach approach(HireQuery query, ReachDirection direction, int handlingSeconds) {
    if (!isUsable(query.type()) || !sharing.types().returns(query.type()).atStations()) {
      return HireApproach.NONE;
    }
    boolean outward = direction == ReachDirection.FROM;
    List<HirePlace> here = outward ? places.pickups(query) : places.drops(query);
    here.removeIf(place -> place.station() < 0);
    List<HirePlace> there = outward ? places.stationsToLeave(query) : places.stationsToTake(query);
    return new HireApproachSearch(
            query,
            router,
            rides.of(query.type(), query.closed()),
            between,
            options(query),
            direction)
        .find(here, there, place -> stopsNear(place, query, direction), handlingSeconds);
  }

  /// Ways from one place after another to the same destinations; empty for what journeys do not
  /// use.
  ///
  /// @param like a question of whom it is for; its ends do not count
  /// @param destinations questions that end there
  /// @param limitSeconds longest way
  public Optional<HireTable> table(HireQuery like, List<HireQuery> destinations, int limitSeconds) {
    return setting(like, ReachDirection.FROM, limitSeconds)
        .map(setting -> HireTable.of(setting, destinations));
  }

  /// What lies around a place.
  ///
  /// @param query begins and ends at the place
  /// @param walks receives from where one walks on (towards the place: to where one walks first),
  ///   and when
  /// @param visitor is told the streets along which a vehicle may be left
  public void reach(
      HireQuery query,
      ReachDirection direction,
      int limitSeconds,
      List<SpreadStart> walks,
      SpreadVisitor visitor) {
    setting(query, direction, limitSeconds)
        .ifPresent(setting -> new HireReach(setting, query, streets, walks).find(visitor));
  }

  /// Where one gets on (towards stops: off) with a station-based vehicle from stops: the stations,
  /// from each of which one walks [#APPROACH_METRES] at most.
  ///
  /// @param query begins and ends at the place from which the stops are reached
  /// @param secondsByStop when each stop is reached, [StreetSpread#NEVER] where it is not
  /// @param direction from the stops, or towards them
  public List<SpreadStart> onward(
      HireQuery query, int[] secondsByStop, ReachDirection direction, int limitSeconds) {
    if (!isUsable(query.type()) || !sharing.types().returns(query.type()).atStations()) {
      return List.of();
    }
    boolean outward = direction == ReachDirection.FROM;
    List<HirePlace> taking = places.stationsToTake(query);
    List<HirePlace> leaving = places.stationsToLeave(query);
    ReachDirection back = outward ? ReachDirection.TOWARDS : ReachDirection.FROM;
    VehicleRides own = rides.of(query.type(), query.closed());
    return new HireOnward(own, between, options(query), direction, limitSeconds)
        .find(
            secondsByStop,
            outward ? taking : leaving,
            outward ? leaving : taking,
            place -> stopsNear(place, query, back));
  }

  /// The types that are joined to public transport: of each system with stations an ordinary
  /// bicycle, else another one.
  public List<Integer> joinedTypes() {
    VehicleTypes types = sharing.types();
    List<Integer> chosen = new ArrayList<>();
    for (int system = 0; system < sharing.systems().count(); system++) {
      int best = -1;
      for (int type = 0; type < types.count(); type++) {
        boolean fits =
            types.systems()[type] == system
                && types.form(type) == FormFactor.BICYCLE
                && types.returns(type).atStations();
        boolean better = best < 0 || isOrdinary(type) && !isOrdinary(best);
        best = fits && better ? type : best;
      }
      if (best >= 0) {
        chosen.add(best);
      }
    }
    return chosen;
  }

  /// Whether a vehicle of a type can be taken anywhere, as far as is known.
  ///
  /// @param query its ends do not count but for what is likely when one gets there
  public boolean isThere(HireQuery query) {
    return isUsable(query.type())
        && (places.floating(query).length > 0 || !places.stationsToTake(query).isEmpty());
  }

  private boolean isOrdinary(int type) {
    return sharing.types().propulsion(type) == Propulsion.HUMAN;
  }

  private boolean isUsable(int type) {
    return !streets.isEmpty()
        && streetMode(sharing.types().form(type)).isPresent()
        && sharing.types().returns(type) != ReturnConstraint.ROUNDTRIP_STATION;
  }

  private Optional<HireSpread.Setting> setting(
      HireQuery like, ReachDirection direction, int limitSeconds) {
    if (!isUsable(like.type())) {
      return Optional.empty();
    }
    boolean steady = sharing.types().form(like.type()) != FormFactor.CAR;
    return Optional.of(
        new HireSpread.Setting(
            like,
            direction,
            sharing,
            places,
            router,
            rides.of(like.type(), like.closed()),
            steady ? between : null,
            options(like),
            limitSeconds));
  }

  /// On foot from a station to the stops near it, or to the station.
  private StopReach stopsNear(HirePlace place, HireQuery query, ReachDirection direction) {
    WalkOptions near = query.walk().within(HireApproachSearch.STOP_METRES);
    if (stopsNear.size() > MOST_NEAR) {
      stopsNear.clear();
    }
    return stopsNear.computeIfAbsent(
        new StationWalk(place.station(), direction, near),
        fresh -> router.reachStops(place.point(), near, direction));
  }

  private record StationWalk(int station, ReachDirection direction, WalkOptions walk) {}

  /// The ride with a type of vehicle from one place to another, if there is one.
  ///
  /// @param closed regimes that keep a shared car out meanwhile
  public Optional<StreetPath> ride(
      int type, GeoPoint from, GeoPoint to, Rider rider, BitSet closed) {
    return ride(type, from, to, rider, WalkOptions.upTo(ANY_METRES), closed);
  }

  /// The same of who walks as told where it must be pushed.
  public Optional<StreetPath> ride(
      int type, GeoPoint from, GeoPoint to, Rider rider, WalkOptions walk, BitSet closed) {
    return rides.of(type, closed).path(from, to, rides.options(type, rider, walk, ANY_METRES));
  }

  private PathOptions options(HireQuery query) {
    return rides.options(query.type(), query.rider(), query.walk(), query.maxRideMetres());
  }
}
