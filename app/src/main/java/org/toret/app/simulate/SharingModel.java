package org.toret.app.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingStations;
import org.toret.network.sharing.VehicleTypes;
import org.toret.network.street.StreetNodes;

/// Shared vehicles: those at stations flow towards the centre in the morning and out of it in the
/// evening; those that stand anywhere are ridden to another place near by every hour or two.
///
/// The vehicles of a system with stations never get more or fewer: those at stations and those
/// being ridden always add up to the fleet, and no station holds more than its places.
final class SharingModel {

  /// Places of a station that does not say how many it has.
  static final int USUAL_CAPACITY = 16;

  private static final double FLEET_SHARE = 0.55;
  private static final double RIDDEN_SHARE = 0.18;
  private static final long MEMORY_SECONDS = 3600;
  private static final double MOST = 2;

  /// A vehicle that stands anywhere stays so long, riding included.
  private static final long STAY_SECONDS = 6000;

  private static final int RIDE_SECONDS = 900;
  private static final double FARTHEST_METRES = 2500;
  private static final int NODES_AROUND = 400;
  private static final int FLOATING_FOR_EACH_TYPE = 60;

  private final Sharing sharing;
  private final StreetNodes nodes;
  private final Demand demand;
  private final Chance chance;
  private final Wave wave;
  private final double[] outwards;

  SharingModel(Sharing sharing, StreetNodes nodes, Demand demand, Chance chance) {
    this.sharing = sharing;
    this.nodes = nodes;
    this.demand = demand;
    this.chance = chance.of("sharing");
    this.wave = new Wave(chance.of("stations"), MEMORY_SECONDS);
    this.outwards = outwards(sharing);
  }

  /// The stations of a system.
  List<StationNow> stations(int system, long epochSecond) {
    int[] stations = stationsOf(system);
    int[] capacities = IntStream.of(stations).map(this::capacity).toArray();
    int present = fleet(system) - ridden(system, epochSecond);
    double[] wanted = new double[stations.length];
    for (int i = 0; i < stations.length; i++) {
      wanted[i] = capacities[i] * attraction(stations[i], epochSecond);
    }
    int[] vehicles = Apportionment.within(present, wanted, capacities);
    int[] types = types(system);
    List<StationNow> now = new ArrayList<>();
    for (int i = 0; i < stations.length; i++) {
      int[] byType = split(stations[i], vehicles[i], types);
      now.add(new StationNow(stations[i], vehicles[i], capacities[i] - vehicles[i], byType));
    }
    return now;
  }

  /// All vehicles of a system with stations.
  int fleet(int system) {
    return (int)
        Math.round(FLEET_SHARE * IntStream.of(stationsOf(system)).map(this::capacity).sum());
  }

  /// Vehicles of a system that are being ridden.
  int ridden(int system, long epochSecond) {
    return (int) Math.round(RIDDEN_SHARE * demand.level(epochSecond) * fleet(system));
  }

  /// The types of a system that stand at stations; the first alone where none does.
  int[] types(int system) {
    return IntStream.range(0, sharing.types().count())
        .filter(type -> sharing.types().systems()[type] == system)
        .filter(type -> sharing.types().returns(type).atStations())
        .toArray();
  }

  /// The vehicles of a system that stand away from stations.
  List<Standing> floating(int system, long epochSecond) {
    List<Standing> standing = new ArrayList<>();
    for (int type = 0; type < sharing.types().count(); type++) {
      boolean floats =
          sharing.types().systems()[type] == system && sharing.types().returns(type).anywhere();
      for (int vehicle = 0;
          floats && nodes.count() > 0 && vehicle < FLOATING_FOR_EACH_TYPE;
          vehicle++) {
        stand(system, type, vehicle, epochSecond, standing);
      }
    }
    return standing;
  }

  private void stand(int system, int type, int vehicle, long epochSecond, List<Standing> standing) {
    long key = Chance.key(sharing.systems().ids().get(system)) + 1000L * type + vehicle;
    long shifted = epochSecond + (long) (STAY_SECONDS * chance.uniform(key));
    long stay = Math.floorDiv(shifted, STAY_SECONDS);
    long since = Math.floorMod(shifted, STAY_SECONDS) - RIDE_SECONDS;
    GeoPoint point = place(system, type, key, stay);
    if (since < 0 && !point.equals(place(system, type, key, stay - 1))) {
      return;
    }
    int most = sharing.types().maxRangeMetres()[type];
    double battery = 0.25 + 0.75 * chance.uniform(key, stay, 2);
    standing.add(
        new Standing(
            Long.toHexString(chance.bits(key, stay, 3)),
            type,
            point,
            most == VehicleTypes.NO_RANGE ? most : (int) (most * battery),
            epochSecond - Math.max(0, since)));
  }

  /// Street nodes with near numbers are near one another: they lie along a curve that fills the
  /// city.
  private GeoPoint place(int system, int type, long key, long stay) {
    int home = chance.below(nodes.count(), key, 4);
    GeoPoint base = nodes.point(home);
    for (int attempt = 0; attempt < 4; attempt++) {
      int step = chance.below(2 * NODES_AROUND, key, stay, 5, attempt) - NODES_AROUND;
      int node = Math.clamp(home + step, 0, nodes.count() - 1);
      GeoPoint point = nodes.point(node);
      boolean near = Distance.metres(base, point) <= FARTHEST_METRES / 2;
      if (near && sharing.zones().rule(system, type, point.latE7(), point.lonE7()).end()) {
        return point;
      }
    }
    return base;
  }

  /// What a station has, as against its places: more inside in the day, more outside at night.
  private double attraction(int station, long epochSecond) {
    boolean working = demand.kind(demand.date(epochSecond)) == Demand.Kind.WORKING;
    double inwards = Demand.between(demand.hour(epochSecond), 8.2, 18) - 0.5;
    double tide = (working ? -0.75 : -0.2) * inwards * outwards[station];
    long key = Chance.key(sharing.stations().ids().get(station));
    double stray = 0.18 * wave.at(key, epochSecond, MOST);
    return Math.clamp(FLEET_SHARE + tide + stray, 0.02, 1);
  }

  private int[] split(int station, int vehicles, int[] types) {
    long key = Chance.key(sharing.stations().ids().get(station));
    double[] wanted = new double[types.length];
    int[] most = new int[types.length];
    for (int i = 0; i < types.length; i++) {
      wanted[i] = 0.4 + chance.uniform(key, i);
    }
    Arrays.fill(most, vehicles);
    return types.length == 0 ? new int[0] : Apportionment.within(vehicles, wanted, most);
  }

  private int[] stationsOf(int system) {
    return IntStream.range(0, sharing.stations().count())
        .filter(station -> sharing.stations().systems()[station] == system)
        .toArray();
  }

  int capacity(int station) {
    int told = sharing.stations().capacities()[station];
    return told < 0 ? USUAL_CAPACITY : told;
  }

  /// For each station how far out it lies among those of its system: -1 in the middle, 1 outside.
  private static double[] outwards(Sharing sharing) {
    SharingStations stations = sharing.stations();
    int count = stations.count();
    double[] outwards = new double[count];
    for (int system = 0; system < sharing.systems().count(); system++) {
      int of = system;
      int[] own = IntStream.range(0, count).filter(one -> stations.systems()[one] == of).toArray();
      int lat =
          (int) IntStream.of(own).mapToLong(one -> stations.latsE7()[one]).average().orElse(0);
      int lon =
          (int) IntStream.of(own).mapToLong(one -> stations.lonsE7()[one]).average().orElse(0);
      double[] away =
          IntStream.of(own)
              .mapToDouble(one ->
                  Distance.metresE7(lat, lon, stations.latsE7()[one], stations.lonsE7()[one]))
              .toArray();
      double[] sorted = away.clone();
      Arrays.sort(sorted);
      for (int i = 0; i < own.length; i++) {
        int rank = Math.abs(Arrays.binarySearch(sorted, away[i]));
        outwards[own[i]] = own.length < 2 ? 0 : 2.0 * rank / (own.length - 1) - 1;
      }
    }
    return outwards;
  }
}
