package org.toret.router.hire;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.PointIndex;
import org.toret.network.forecast.Outlook;
import org.toret.network.sharing.FloatingVehicles;
import org.toret.network.sharing.GeofencingZones;
import org.toret.network.sharing.ReturnConstraint;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingStations;
import org.toret.network.sharing.VehicleTypes;
import org.toret.network.street.StreetNetwork;

/// Where a type of vehicle can be taken, and where left, around a place.
///
/// Where a ride may end anywhere and the destination allows it, the vehicle is left there. Else one
/// rides to the edge of where ending is allowed: to a corner with a neighbour where it is not.
final class HirePlaces {

  private static final double CELL_METRES = 800;

  private final Sharing sharing;
  private final StreetNetwork streets;
  private final PointIndex stations;
  private final PointIndex corners;
  private final Map<Integer, BitSet> mayEnd = new ConcurrentHashMap<>();

  HirePlaces(Sharing sharing, StreetNetwork streets) {
    this.sharing = sharing;
    this.streets = streets;
    SharingStations all = sharing.stations();
    stations = new PointIndex(all.latsE7(), all.lonsE7(), CELL_METRES);
    boolean anywhere = false;
    for (int type = 0; type < sharing.types().count(); type++) {
      anywhere |= sharing.types().returns(type).anywhere();
    }
    corners =
        anywhere
            ? new PointIndex(streets.nodes().latsE7(), streets.nodes().lonsE7(), CELL_METRES)
            : new PointIndex(new int[0], new int[0], CELL_METRES);
  }

  /// Stations with enough vehicles and, for somebody alone, vehicles that stand elsewhere.
  List<HirePlace> pickups(HireQuery query) {
    List<HirePlace> places = new ArrayList<>();
    VehicleTypes types = sharing.types();
    int type = query.type();
    stations.within(
        query.fromPoint(),
        query.walk().maxMetres(),
        station -> {
          if (isOfSystem(station, type) && mayTake(query, station)) {
            GeoPoint point = sharing.stations().point(station);
            places.add(
                new HirePlace(
                    station, -1, point, types.maxRangeMetres()[type], types.plans()[type]));
          }
        });
    if (query.vehicles() == 1) {
      addFloating(query, places);
    }
    return places;
  }

  /// Why there is nothing to take, or nowhere to leave it; empty where there are both.
  Optional<HireLack> lack(HireQuery query) {
    if (!pickups(query).isEmpty()) {
      return drops(query).isEmpty() ? Optional.of(HireLack.NO_PLACE_TO_LEAVE) : Optional.empty();
    }
    if (query.vehicles() > 1 && !pickups(query.alone()).isEmpty()) {
      return Optional.of(HireLack.TOO_FEW);
    }
    int system = sharing.types().systems()[query.type()];
    boolean unknown =
        sharing.types().returns(query.type()).anywhere() && !query.now().knows(system);
    return Optional.of(unknown ? HireLack.NOT_KNOWN : HireLack.NONE_NEAR);
  }

  /// All stations at which a type can be taken now.
  List<HirePlace> stationsToTake(HireQuery query) {
    return allStations(query, station -> mayTake(query, station));
  }

  /// All stations at which a type can be given back now.
  List<HirePlace> stationsToLeave(HireQuery query) {
    return allStations(query, station -> mayLeave(query, station));
  }

  private List<HirePlace> allStations(HireQuery query, IntPredicate usable) {
    VehicleTypes types = sharing.types();
    int type = query.type();
    List<HirePlace> places = new ArrayList<>();
    for (int station = 0; station < sharing.stations().count(); station++) {
      if (isOfSystem(station, type) && usable.test(station)) {
        GeoPoint point = sharing.stations().point(station);
        places.add(
            new HirePlace(station, -1, point, types.maxRangeMetres()[type], types.plans()[type]));
      }
    }
    return places;
  }

  /// Whether a vehicle can be taken at a station, or left there.
  boolean isUsable(HireQuery query, int station, boolean taking) {
    return taking ? mayTake(query, station) : mayLeave(query, station);
  }

  /// What it takes more when there is none, times how likely that is; nothing but at stations.
  ///
  /// @param station -1 for none
  int penalty(HireQuery query, int station, boolean taking) {
    if (station < 0) {
      return 0;
    }
    GeoPoint point = sharing.stations().point(station);
    return Outlook.penaltySeconds(
        taking ? query.chanceToTake(station, point) : query.chanceToLeave(station, point));
  }

  private boolean mayTake(HireQuery query, int station) {
    OptionalDouble chance = query.chanceToTake(station, sharing.stations().point(station));
    if (chance.isPresent()) {
      return chance.getAsDouble() >= Outlook.LEAST;
    }
    return query.now().isKnown(station)
        ? query.now().vehicles(station, query.type()) >= query.vehicles()
        : sharing.types().returns(query.type()).atStations();
  }

  private boolean mayLeave(HireQuery query, int station) {
    OptionalDouble chance = query.chanceToLeave(station, sharing.stations().point(station));
    return chance.isPresent()
        ? chance.getAsDouble() >= Outlook.LEAST
        : !query.now().isKnown(station) || query.now().mayReturn(station, query.type());
  }

  /// Stations with a free place, and places elsewhere where the ride may end.
  List<HirePlace> drops(HireQuery query) {
    List<HirePlace> places = new ArrayList<>();
    int type = query.type();
    ReturnConstraint returns = sharing.types().returns(type);
    if (returns.atStations()) {
      stations.within(
          query.toPoint(),
          query.walk().maxMetres(),
          station -> {
            if (isOfSystem(station, type) && mayLeave(query, station)) {
              places.add(HirePlace.toLeave(station, sharing.stations().point(station)));
            }
          });
    }
    places.addAll(elsewhere(query));
    return places;
  }

  /// Those of them that are no stations: the destination, else where zones allow it near that.
  List<HirePlace> elsewhere(HireQuery query) {
    List<HirePlace> places = new ArrayList<>();
    if (sharing.types().returns(query.type()).anywhere()) {
      if (mayEnd(query.type(), query.toPoint().latE7(), query.toPoint().lonE7())) {
        places.add(HirePlace.toLeave(-1, query.toPoint()));
      } else {
        addEdges(query, places);
      }
    }
    return places;
  }

  /// All vehicles of a type that stand elsewhere and can be taken, by somebody alone.
  int[] floating(HireQuery query) {
    FloatingVehicles floating = query.now().floating();
    return IntStream.range(0, query.vehicles() == 1 ? floating.count() : 0)
        .filter(vehicle -> floating.types()[vehicle] == query.type())
        .filter(vehicle -> mayStart(query.type(), floating, vehicle))
        .toArray();
  }

  private boolean mayStart(int type, FloatingVehicles floating, int vehicle) {
    int system = floating.systems()[vehicle];
    int lat = floating.latsE7()[vehicle];
    int lon = floating.lonsE7()[vehicle];
    return sharing.zones().rule(system, type, lat, lon).start();
  }

  private void addFloating(HireQuery query, List<HirePlace> places) {
    FloatingVehicles floating = query.now().floating();
    GeoPoint from = query.fromPoint();
    for (int vehicle = 0; vehicle < floating.count(); vehicle++) {
      int lat = floating.latsE7()[vehicle];
      int lon = floating.lonsE7()[vehicle];
      boolean near =
          floating.types()[vehicle] == query.type()
              && Distance.metresE7(from.latE7(), from.lonE7(), lat, lon)
                  <= query.walk().maxMetres();
      if (near && mayStart(query.type(), floating, vehicle)) {
        places.add(
            new HirePlace(
                -1,
                vehicle,
                floating.point(vehicle),
                floating.rangeMetres()[vehicle],
                floating.plans()[vehicle]));
      }
    }
  }

  private void addEdges(HireQuery query, List<HirePlace> places) {
    corners.within(
        query.toPoint(),
        query.walk().maxMetres(),
        node -> {
          if (isEdge(query.type(), node)) {
            places.add(HirePlace.toLeave(-1, streets.nodes().point(node)));
          }
        });
  }

  /// Whether a ride may end at a corner and not at one beside it.
  boolean isEdge(int type, int node) {
    if (mayEndAt(type, node)) {
      for (int i = streets.arcs().start(node); i < streets.arcs().end(node); i++) {
        if (!mayEndAt(type, streets.head(streets.arcs().values()[i]))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean mayEndAt(int type, int node) {
    return mayEnd(type, streets.nodes().latsE7()[node], streets.nodes().lonsE7()[node]);
  }

  /// The corners at which a ride may end. Looked up when first asked for.
  BitSet mayEnd(int type) {
    return mayEnd.computeIfAbsent(
        type,
        fresh -> {
          BitSet nodes = new BitSet();
          for (int node = 0; node < streets.nodes().count(); node++) {
            nodes.set(node, mayEndAt(type, node));
          }
          return nodes;
        });
  }

  private boolean mayEnd(int type, int latE7, int lonE7) {
    GeofencingZones zones = sharing.zones();
    return zones.rule(sharing.types().systems()[type], type, latE7, lonE7).end();
  }

  private boolean isOfSystem(int station, int type) {
    return sharing.stations().systems()[station] == sharing.types().systems()[type];
  }
}
