package org.toret.router.hire;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.Propulsion;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.VehicleTypes;
import org.toret.network.sharing.ZoneRule;
import org.toret.network.street.StreetNetwork;
import org.toret.network.zone.AccessZones;
import org.toret.router.cycle.Cycling;
import org.toret.router.path.EdgeLimits;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.WalkOptions;

/// The streets as each type of shared vehicle rides them: where it may pass, how fast it may be and
/// how fast it is. See [HireEngine] for the paces and the memory it takes.
final class HireRides {

  private static final double EVERYDAY_METRES_PER_SECOND = 4.4;
  private static final double ASSISTED_METRES_PER_SECOND = 1.25 * EVERYDAY_METRES_PER_SECOND;
  private static final double SCOOTER_METRES_PER_SECOND = 5;

  private final Sharing sharing;
  private final StreetNetwork streets;
  private final AccessZones zones;
  private final StreetRouter router;
  private final Map<StreetMode, VehicleRides> plain = new EnumMap<>(StreetMode.class);
  private final VehicleRides[] rides;

  /// Combinations of closed regimes that are kept: a city has few at a time.
  private static final int MOST_KEPT = 12;

  /// Rides of cars while some regimes are closed to them.
  private final Map<Shut, VehicleRides> kept = new ConcurrentHashMap<>();

  private record Shut(int type, BitSet closed) {}

  HireRides(Sharing sharing, StreetNetwork streets, AccessZones zones, StreetRouter router) {
    this(sharing, streets, zones, router, new VehicleRides[sharing.types().count()]);
    Arrays.setAll(rides, this::ridesOf);
  }

  private HireRides(
      Sharing sharing,
      StreetNetwork streets,
      AccessZones zones,
      StreetRouter router,
      VehicleRides[] rides) {
    this.sharing = sharing;
    this.streets = streets;
    this.zones = zones;
    this.router = router;
    this.rides = rides;
    plain.put(StreetMode.BIKE, router.rides(StreetMode.BIKE));
    plain.put(StreetMode.CAR, router.rides(StreetMode.CAR));
  }

  /// The same where cars drive otherwise.
  HireRides with(StreetRouter other) {
    HireRides changed = new HireRides(sharing, streets, zones, other, rides.clone());
    for (int type = 0; type < rides.length; type++) {
      if (HireEngine.streetMode(sharing.types().form(type)).orElse(StreetMode.BIKE)
          == StreetMode.CAR) {
        changed.rides[type] = changed.ridesOf(type);
      }
    }
    return changed;
  }

  /// How somebody rides a vehicle of a type.
  PathOptions options(int type, Rider rider, WalkOptions walk, int maxMetres) {
    VehicleTypes types = sharing.types();
    boolean pedalled = types.propulsion(type) == Propulsion.HUMAN;
    FormFactor form = types.form(type);
    boolean bicycle = form == FormFactor.BICYCLE || form == FormFactor.CARGO_BICYCLE;
    Cycling cycling =
        form == FormFactor.CAR
            ? Cycling.ORDINARY
            : new Cycling(bicycle && !pedalled, rider.maxStress());
    double pace = pedalled ? rider.metresPerSecond() : pace(type);
    return new PathOptions(walk, pace, maxMetres, cycling);
  }

  private double pace(int type) {
    VehicleTypes types = sharing.types();
    return switch (types.form(type)) {
      case SCOOTER_STANDING, SCOOTER_SEATED -> SCOOTER_METRES_PER_SECOND;
      case CAR -> PathOptions.REFERENCE_BIKE_METRES_PER_SECOND;
      case BICYCLE, CARGO_BICYCLE, MOPED, OTHER ->
          types.propulsion(type) == Propulsion.HUMAN
              ? EVERYDAY_METRES_PER_SECOND
              : ASSISTED_METRES_PER_SECOND;
    };
  }

  /// Ways with a type of vehicle.
  ///
  /// @param closed regimes that keep a shared car out meanwhile
  VehicleRides of(int type, BitSet closed) {
    if (closed.isEmpty() || sharing.types().form(type) != FormFactor.CAR) {
      return rides[type];
    }
    if (kept.size() > MOST_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(
        new Shut(type, (BitSet) closed.clone()),
        fresh -> router.rides(StreetMode.CAR, limits(type, fresh.closed())));
  }

  private EdgeLimits limits(int type, BitSet closed) {
    int system = sharing.types().systems()[type];
    byte[] limits = new byte[streets.edges().count()];
    Arrays.fill(limits, EdgeLimits.FREE);
    if (sharing.zones().restrictsRiding(system, type)) {
      limits = limits(system, type).maxKmh();
    }
    for (int edge : zones.edges(closed).stream().toArray()) {
      limits[edge] = EdgeLimits.CLOSED;
    }
    return new EdgeLimits(limits);
  }

  private VehicleRides ridesOf(int type) {
    StreetMode mode = HireEngine.streetMode(sharing.types().form(type)).orElse(StreetMode.BIKE);
    int system = sharing.types().systems()[type];
    return streets.isEmpty() || !sharing.zones().restrictsRiding(system, type)
        ? plain.getOrDefault(mode, router.rides(mode))
        : router.rides(mode, limits(system, type));
  }

  /// What holds in the middle of a street holds for all of it. Limits of speed are exact for who
  /// rides at the pace assumed for the type.
  private EdgeLimits limits(int system, int type) {
    byte[] limits = new byte[streets.edges().count()];
    IntList lats = new IntList();
    IntList lons = new IntList();
    for (int edge = 0; edge < limits.length; edge++) {
      GeoPoint middle = streets.middle(edge, lats, lons);
      ZoneRule rule = sharing.zones().rule(system, type, middle.latE7(), middle.lonE7());
      limits[edge] = limit(rule, PathOptions.REFERENCE_BIKE_METRES_PER_SECOND / pace(type));
    }
    return new EdgeLimits(limits);
  }

  private static byte limit(ZoneRule rule, double toReference) {
    if (!rule.through()) {
      return EdgeLimits.CLOSED;
    }
    long limit = Math.round(rule.maxKmh() * toReference);
    return limit >= 255 ? EdgeLimits.FREE : (byte) Math.max(1, limit);
  }
}
