package org.toret.router.drive;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.toret.base.columns.TextColumn;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.base.rules.RuleBook;
import org.toret.network.CityInfo;
import org.toret.network.parking.CarPark;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.parking.ParkingState;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.AccessZonesBuilder;
import org.toret.network.zone.CarUser;
import org.toret.router.path.EdgeLimits;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.RandomStreets;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.VehicleRides;
import org.toret.router.toll.Tolls;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.WalkOptions;

/// A random town with a zone in its middle that is closed to cars on working days from 7:30 to
/// 10:30, and car parks here and there.
final class DriveTown {

  static final int SIDE = 12;
  static final ZoneId ZONE = ZoneId.of("Europe/Rome");
  static final CarUser CAR = new CarUser("petrol", 6, Set.of());
  static final double SOUTH = 45.003;
  static final double NORTH = 45.008;
  static final double WEST = 7.604;
  static final double EAST = 7.611;
  static final PathOptions OPTIONS = PathOptions.of(WalkOptions.upTo(3000));

  final Random random;
  final StreetNetwork streets;
  final StreetRouter router;
  final AccessZones zones;
  final CarParks parks;
  final DriveEngine engine;
  final Tolls tolls;

  DriveTown(long seed) {
    this(seed, 8);
  }

  /// @param carParks how many
  DriveTown(long seed, int carParks) {
    this(seed, carParks, List.of());
  }

  /// @param shut edges of streets that are closed to cars one by one, always; edge 7 is street `S7`
  DriveTown(long seed, int carParks, List<Integer> shut) {
    random = new Random(seed);
    streets = named(RandomStreets.of(seed, SIDE));
    router = StreetRouter.of(streets, StopSites.of(new int[0], new int[0]), 0);
    AccessZonesBuilder builder = new AccessZonesBuilder();
    AccessCondition morning =
        AccessCondition.always(false)
            .at(
                AccessCondition.MONDAY_TO_FRIDAY | AccessCondition.NOT_HOLIDAYS,
                7 * 3600 + 1800,
                10 * 3600 + 1800);
    builder.area(
        new AccessRegime(
            "z:1", "Zone", true, List.of(morning, AccessCondition.always(true).holding("z:1"))),
        List.of(ring()));
    if (!shut.isEmpty()) {
      builder.streets(
          new AccessRegime("s:1", "", true, List.of(AccessCondition.always(false))), shut);
    }
    zones = builder.build(streets);
    CarParksBuilder lots = new CarParksBuilder();
    for (int i = 0; i < carParks; i++) {
      lots.add(new CarPark("p:" + i, "P" + i, RandomStreets.place(random, SIDE), 100, 0));
    }
    parks = lots.build();
    CityInfo info =
        new CityInfo(
            "Town", ZONE, "IT", List.of("it"), new BoundingBox(40, 0, 50, 20), true, List.of());
    tolls = Tolls.of(streets, zones, info, RuleBook.EMPTY);
    engine = new DriveEngine(streets, zones, parks, stop -> new GeoPoint(0, 0), router, info);
  }

  private static StreetNetwork named(StreetNetwork same) {
    List<String> names =
        IntStream.range(0, same.edges().count()).mapToObj(edge -> "S" + edge).toList();
    return new StreetNetwork(
        same.nodes(),
        same.edges(),
        same.shapes(),
        TextColumn.of(names),
        same.access(),
        same.tolls(),
        same.arcs(),
        same.forbiddenTurns(),
        same.features(),
        same.order());
  }

  static int[] ring() {
    double[] corners = {SOUTH, WEST, SOUTH, EAST, NORTH, EAST, NORTH, WEST};
    int[] ring = new int[corners.length];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = (int) Math.round(corners[i] * 1e7);
    }
    return ring;
  }

  static boolean isDeepInside(GeoPoint point) {
    double margin = 0.0018;
    return point.lat() > SOUTH + margin
        && point.lat() < NORTH - margin
        && point.lon() > WEST + margin
        && point.lon() < EAST - margin;
  }

  /// Whether the street nearest to a place lies in the zone.
  boolean startsInside(GeoPoint place) {
    int edge = router.rides(StreetMode.CAR).edge(place);
    return edge >= 0 && zones.of(edge).get(0);
  }

  /// Which streets of a drive lie in the zone.
  List<Boolean> inside(StreetPath drive) {
    return IntStream.range(0, drive.track().count())
        .mapToObj(stretch -> zones.of(drive.track().edge(stretch)).get(0))
        .toList();
  }

  DriveQuery query(GeoPoint from, GeoPoint to, String at, CarUser car) {
    long when = LocalDateTime.parse(at).atZone(ZONE).toEpochSecond();
    return new DriveQuery(from, to, when, false, car, OPTIONS, ParkingState.unknown(parks));
  }

  List<DriveOption> find(DriveQuery query) {
    return engine.find(query, tolls).options();
  }

  VehicleRides closedRides() {
    byte[] limits = new byte[streets.edges().count()];
    Arrays.fill(limits, EdgeLimits.FREE);
    for (int edge : zones.edges().row(0)) {
      limits[edge] = EdgeLimits.CLOSED;
    }
    return router.rides(StreetMode.CAR, new EdgeLimits(limits));
  }

  int bestByTrying(VehicleRides rides, GeoPoint from, GeoPoint to) {
    int best = Integer.MAX_VALUE;
    BitSet shut = new BitSet();
    for (int edge : zones.edges().row(0)) {
      shut.set(edge);
    }
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      int flags = streets.edges().flags()[edge];
      boolean place =
          (flags & StreetFlags.CAR_LINK) != 0
              && (flags & StreetFlags.FOOT) != 0
              && (flags & StreetFlags.CAR_DESTINATION) == 0
              && (flags & StreetFlags.COPY) == 0
              && !shut.get(edge);
      if (place) {
        List<GeoPoint> line = streets.line(edge);
        GeoPoint a = line.get((line.size() - 1) / 2);
        GeoPoint b = line.get(line.size() / 2);
        GeoPoint middle = new GeoPoint((a.lat() + b.lat()) / 2, (a.lon() + b.lon()) / 2);
        Optional<StreetPath> drive = rides.path(from, middle, OPTIONS);
        Optional<StreetPath> walk =
            router.path(
                Endpoint.of(middle),
                Endpoint.of(to),
                StreetMode.WALK,
                PathOptions.of(WalkOptions.upTo(2000)));
        if (drive.isPresent() && walk.isPresent()) {
          best = Math.min(best, drive.get().seconds() + walk.get().seconds());
        }
      }
    }
    return best;
  }
}
