package org.toret.mobility.chance;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.Leg;
import org.toret.network.forecast.Outlook;
import org.toret.network.parking.CarParks;
import org.toret.network.sharing.SharingStations;
import org.toret.network.zone.CarUser;
import org.toret.router.hire.Rider;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;

/// Tells how likely one finds what a way counts on, and where the chance is low what to do else:
/// the nearest other station or car park with a fair chance, and how much longer that takes.
///
/// To another vehicle one walks. To another dock one rides, to another car park one drives, and
/// walks all the way back to where one wanted to be: the most that it can take.
public final class ChanceTeller {

  /// Nobody is sent farther.
  private static final double MOST_METRES = 1_000;

  /// Another place must be as likely as not.
  private static final double FAIR = 0.5;

  /// For so many ways are looked for.
  private static final int TRIED = 3;

  private final CityEngine engine;
  private final KnownNow now;
  private final Outlook outlook;
  private final PathOptions options;

  public ChanceTeller(CityEngine engine, KnownNow now, PathOptions options) {
    this.engine = engine;
    this.now = now;
    outlook = now.outlook();
    this.options = options;
  }

  /// Another place with its chance.
  private record Other(int index, GeoPoint point, double chance) {}

  /// What it takes to get to another place.
  private record Way(int metres, int seconds) {}

  /// That so many vehicles of a type are at a station; null where it is not known.
  ///
  /// @param at epoch second
  public Leg.@Nullable Chance take(int station, int type, int needed, long at) {
    OptionalDouble chance = outlook.take(station, type, needed, at);
    if (chance.isEmpty() || chance.getAsDouble() >= Outlook.SURE) {
      return told(chance, null);
    }
    GeoPoint here = engine.city().sharing().stations().point(station);
    List<Other> others = stations(station, index -> outlook.take(index, type, needed, at));
    return told(
        chance,
        first(
            others,
            other -> walk(here, other.point()),
            this::station,
            index -> now.sharing().isKnown(index) ? now.sharing().vehicles(index, type) : -1));
  }

  /// That a vehicle can be given back at a station.
  ///
  /// @param rider how the traveller rides
  public Leg.@Nullable Chance leave(int station, int type, long at, Rider rider) {
    OptionalDouble chance = outlook.leave(station, type, at);
    if (chance.isEmpty() || chance.getAsDouble() >= Outlook.SURE) {
      return told(chance, null);
    }
    GeoPoint here = engine.city().sharing().stations().point(station);
    List<Other> others = stations(station, index -> outlook.leave(index, type, at));
    return told(
        chance,
        first(
            others,
            other ->
                engine
                    .hire()
                    .ride(type, here, other.point(), rider, new BitSet())
                    .flatMap(ride -> back(ride, other.point(), here)),
            this::station,
            index -> now.sharing().isKnown(index) ? now.sharing().docks()[index] : -1));
  }

  /// That a place is free in a car park.
  public Leg.@Nullable Chance park(int park, CarUser car, long at) {
    OptionalDouble chance = outlook.park(park, at);
    if (chance.isEmpty() || chance.getAsDouble() >= Outlook.SURE) {
      return told(chance, null);
    }
    CarParks parks = engine.city().parking();
    List<Other> others =
        others(park, parks.count(), parks::point, index -> outlook.park(index, at));
    GeoPoint here = parks.point(park);
    return told(
        chance,
        first(
            others,
            other ->
                engine
                    .drive()
                    .rides(here, car, at, at + Outlook.ELSEWHERE_SECONDS)
                    .path(here, other.point(), options)
                    .flatMap(drive -> back(drive, other.point(), here)),
            index ->
                new Named(
                    parks.ids().get(index), parks.names().get(index), parks.capacities()[index]),
            index -> now.parking().free()[index]));
  }

  private static Leg.@Nullable Chance told(
      OptionalDouble chance, Leg.@Nullable Elsewhere otherwise) {
    return chance.isEmpty() ? null : new Leg.Chance(rounded(chance.getAsDouble()), otherwise);
  }

  private static double rounded(double chance) {
    return Math.round(100 * chance) / 100.0;
  }

  private List<Other> stations(int station, IntFunction<OptionalDouble> chance) {
    SharingStations stations = engine.city().sharing().stations();
    int system = stations.systems()[station];
    return others(
        station,
        stations.count(),
        stations::point,
        index ->
            stations.systems()[index] == system ? chance.apply(index) : OptionalDouble.empty());
  }

  private static List<Other> others(
      int here, int count, IntFunction<GeoPoint> points, IntFunction<OptionalDouble> chances) {
    GeoPoint from = points.apply(here);
    return IntStream.range(0, count)
        .filter(index -> index != here && Distance.metres(from, points.apply(index)) <= MOST_METRES)
        .mapToObj(index -> new Other(index, points.apply(index), chances.apply(index).orElse(0)))
        .filter(other -> other.chance() >= FAIR)
        .sorted(Comparator.comparingDouble(other -> Distance.metres(from, other.point())))
        .limit(TRIED)
        .toList();
  }

  private record Named(String id, String name, int capacity) {}

  private Named station(int index) {
    SharingStations stations = engine.city().sharing().stations();
    return new Named(
        stations.ids().get(index), stations.names().get(index), stations.capacities()[index]);
  }

  /// How one gets to another place.
  private interface Ways {
    Optional<Way> to(Other other);
  }

  private static Leg.@Nullable Elsewhere first(
      List<Other> others, Ways ways, IntFunction<Named> named, IntFunction<Integer> free) {
    Other best = null;
    Way least = null;
    for (Other other : others) {
      Way way = ways.to(other).orElse(null);
      if (way != null && (least == null || way.seconds() < least.seconds())) {
        best = other;
        least = way;
      }
    }
    if (best == null || least == null) {
      return null;
    }
    Named place = named.apply(best.index());
    int count = free.apply(best.index());
    return new Leg.Elsewhere(
        place.id(),
        place.name(),
        least.metres(),
        least.seconds(),
        count < 0 ? null : Integer.valueOf(count),
        place.capacity() < 0 ? null : Integer.valueOf(place.capacity()),
        rounded(best.chance()));
  }

  private Optional<Way> walk(GeoPoint from, GeoPoint to) {
    return engine
        .streets()
        .path(Endpoint.of(from), Endpoint.of(to), StreetMode.WALK, options)
        .map(path -> new Way(path.metres(), path.seconds()));
  }

  private Optional<Way> back(StreetPath there, GeoPoint other, GeoPoint here) {
    return walk(other, here).map(walk -> new Way(there.metres(), there.seconds() + walk.seconds()));
  }
}
