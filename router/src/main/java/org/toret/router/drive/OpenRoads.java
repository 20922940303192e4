package org.toret.router.drive;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.toret.base.calendar.Holidays;
import org.toret.base.geo.GeoPoint;
import org.toret.base.rules.RuleRow;
import org.toret.network.CityInfo;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.CarUser;
import org.toret.router.path.EdgeLimits;
import org.toret.router.path.Gates;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.VehicleRides;
import org.toret.router.toll.Rate;
import org.toret.router.toll.Tolls;

/// Which streets are open to a car at a time.
///
/// A regime that keeps the car out at any moment of a trip is closed for all of it: nobody is led
/// through a gate a minute before it closes. Streets under the same closed regimes are searched by
/// the same rides, of which some are kept. Thread-safe.
final class OpenRoads {

  /// Combinations of closed regimes that are kept: a city has few at a time.
  private static final int MOST_KEPT = 8;

  private final AccessZones zones;
  private final CarBans bans;
  private final CityInfo info;
  private final StreetRouter router;
  private final ZoneId zone;
  private final String country;
  private final int edges;
  private final VehicleRides plain;
  private final Map<Shut, VehicleRides> kept = new ConcurrentHashMap<>();

  /// What a car keeps out of: closed regimes, and charges it does not want to pay.
  ///
  /// @param units what zones are paid for, which says how they are kept out of
  private record Shut(Closed closed, BitSet unpaid, Map<Integer, Set<Rate.Unit>> units) {}

  OpenRoads(AccessZones zones, StreetRouter router, int edges, CityInfo info) {
    this(zones, router, edges, info, CarBans.none(zones, info));
  }

  private OpenRoads(
      AccessZones zones, StreetRouter router, int edges, CityInfo info, CarBans bans) {
    this.info = info;
    this.zones = zones;
    this.bans = bans;
    this.router = router;
    this.edges = edges;
    zone = info.zone();
    country = info.country();
    plain = router.rides(StreetMode.CAR);
  }

  /// The same where some cars are banned.
  OpenRoads with(CarBans others) {
    return new OpenRoads(zones, router, edges, info, others);
  }

  CarBans bans() {
    return bans;
  }

  /// The regimes that keep a car out at some moment.
  ///
  /// @param from epoch second
  /// @param until epoch second
  BitSet closed(CarUser car, long from, long until) {
    BitSet closed =
        zones.closed(car, local(from), local(until), day -> Holidays.isHoliday(country, day));
    closed.or(bans.closed(car, local(from), local(until)));
    return closed;
  }

  /// The row that bans a car from a zone between two times; empty where no ban does.
  Optional<RuleRow> why(int zone, CarUser car, long from, long until) {
    return bans.why(zone, car, local(from), local(until));
  }

  /// The zones from which some cars are banned between two times.
  BitSet banned(long from, long until) {
    return bans.isNone() ? new BitSet() : bans.inForce(local(from), local(until));
  }

  /// The same from a departure on, or until an arrival.
  ///
  /// @param at epoch second
  Closed closed(GeoPoint start, CarUser car, long at, boolean arriveBy, int seconds) {
    return arriveBy ? closed(start, car, at - seconds, at) : closed(start, car, at, at + seconds);
  }

  /// What is closed on a trip that begins at a place.
  ///
  /// @param from epoch second
  /// @param until epoch second
  Closed closed(GeoPoint start, CarUser car, long from, long until) {
    BitSet closed = closed(car, from, until);
    if (closed.isEmpty()) {
      return Closed.NOTHING;
    }
    int edge = edge(start);
    BitSet left = edge < 0 ? new BitSet() : zones.of(edge);
    left.and(closed);
    left.andNot(bans.closed(car, local(from), local(until)));
    return new Closed(closed, left);
  }

  /// The street on which a drive from a place begins, -1 where none is near.
  int edge(GeoPoint place) {
    return plain.edge(place);
  }

  /// Rides with some regimes closed.
  VehicleRides rides(Closed closed) {
    return closed.isNothing() ? plain : kept(new Shut(closed, new BitSet(), Map.of()), null);
  }

  /// The same without paying some charges.
  VehicleRides rides(Closed closed, Tolls tolls, BitSet unpaid) {
    return unpaid.isEmpty()
        ? rides(closed)
        : kept(new Shut(closed, (BitSet) unpaid.clone(), tolls.units()), tolls);
  }

  private VehicleRides kept(Shut shut, @Nullable Tolls tolls) {
    if (kept.size() > MOST_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(shut, fresh -> router.rides(StreetMode.CAR, limits(fresh, tolls)));
  }

  private EdgeLimits limits(Shut shut, @Nullable Tolls tolls) {
    BitSet closed = zones.edges(shut.closed().shut());
    List<BitSet> left =
        shut.closed().left().stream().mapToObj(regime -> zones.edges(regime)).toList();
    if (tolls != null) {
      return tolls.avoiding(shut.unpaid(), closed, left);
    }
    byte[] limits = new byte[edges];
    Arrays.fill(limits, EdgeLimits.FREE);
    closed.stream().forEach(edge -> limits[edge] = EdgeLimits.CLOSED);
    return left.isEmpty()
        ? new EdgeLimits(limits)
        : new EdgeLimits(limits, Gates.of(edges, left, new BitSet()));
  }

  private LocalDateTime local(long epochSecond) {
    return LocalDateTime.ofInstant(Instant.ofEpochSecond(epochSecond), zone);
  }
}
