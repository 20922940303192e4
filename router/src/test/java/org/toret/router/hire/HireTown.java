package org.toret.router.hire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.toret.base.geo.GeoPoint;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.GeofencingZones;
import org.toret.network.sharing.Propulsion;
import org.toret.network.sharing.ReturnConstraint;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingBuilder;
import org.toret.network.sharing.SharingRows.RuleRow;
import org.toret.network.sharing.SharingRows.StationRow;
import org.toret.network.sharing.SharingRows.SystemRow;
import org.toret.network.sharing.SharingRows.TypeRow;
import org.toret.network.sharing.SharingRows.ZoneRow;
import org.toret.network.sharing.VehicleTypes;
import org.toret.network.sharing.ZoneRule;
import org.toret.network.street.StreetNetwork;
import org.toret.router.path.RandomStreets;
import org.toret.router.path.StreetRouter;
import org.toret.router.walk.StopSites;

/// A random town with stations here and there, some empty, some full, some about which nothing is
/// known, and scooters on its corners. In its middle lies a square where scooters may not be left,
/// and in the middle of that one where they may not even pass.
final class HireTown {

  static final int BICYCLE = 0;
  static final int SCOOTER = 1;
  static final int SIDE = 14;
  private static final int STATIONS = 25;
  private static final int SCOOTERS = 20;
  private static final int STOPS = 20;

  final Random random;
  final List<GeoPoint> stops = new ArrayList<>();
  final StreetNetwork streets;
  final StreetRouter router;
  final Sharing sharing;
  final HireEngine engine;
  final Availability now;

  HireTown(long seed) {
    random = new Random(seed);
    streets = RandomStreets.of(seed, SIDE);
    for (int i = 0; i < STOPS; i++) {
      stops.add(place());
    }
    StopSites sites =
        StopSites.of(
            stops.stream().mapToInt(GeoPoint::latE7).toArray(),
            stops.stream().mapToInt(GeoPoint::lonE7).toArray());
    router = StreetRouter.of(streets, sites, 0);
    sharing = sharing();
    engine = HireEngine.of(sharing, streets, router);
    now = availability();
  }

  GeoPoint place() {
    return RandomStreets.place(random, SIDE);
  }

  /// Whether a scooter may be left here, by the corners of the square.
  static boolean mayLeave(GeoPoint point) {
    return !(point.lat() > 45.004
        && point.lat() < 45.009
        && point.lon() > 7.606
        && point.lon() < 7.613);
  }

  /// Whether a scooter may pass here, deep enough inside to be sure.
  static boolean isDeepInside(GeoPoint point) {
    return point.lat() > 45.0063
        && point.lat() < 45.0067
        && point.lon() > 7.6093
        && point.lon() < 7.6097;
  }

  private Sharing sharing() {
    List<TypeRow> types =
        List.of(
            type("bicycle", FormFactor.BICYCLE, Propulsion.HUMAN, ReturnConstraint.ANY_STATION),
            type(
                "scooter",
                FormFactor.SCOOTER_STANDING,
                Propulsion.ELECTRIC,
                ReturnConstraint.FREE_FLOATING));
    List<StationRow> stations = new ArrayList<>();
    for (int i = 0; i < STATIONS; i++) {
      stations.add(new StationRow("s" + i, "Station " + i, "", place(), 10));
    }
    List<ZoneRow> zones =
        List.of(
            zone(45.006, 7.609, 45.007, 7.610, GeofencingZones.START),
            zone(45.004, 7.606, 45.009, 7.613, GeofencingZones.START | GeofencingZones.THROUGH));
    return new SharingBuilder()
        .add(new SystemRow("f", "f", "Town", "3.0", "", ""), types, stations, List.of(), zones)
        .build();
  }

  private static TypeRow type(
      String id, FormFactor form, Propulsion propulsion, ReturnConstraint returns) {
    return new TypeRow(id, id, form, propulsion, VehicleTypes.NO_RANGE, "", returns);
  }

  private static ZoneRow zone(double south, double west, double north, double east, int flags) {
    int[] box = {(int) (south * 1e7), (int) (west * 1e7), (int) (north * 1e7), (int) (east * 1e7)};
    int[] ring = {box[0], box[1], box[0], box[3], box[2], box[3], box[2], box[1], box[0], box[1]};
    RuleRow rule = new RuleRow(List.of("scooter"), flags, ZoneRule.NO_LIMIT);
    return new ZoneRow("", false, List.of(ring), List.of(rule));
  }

  private Availability availability() {
    AvailabilityBuilder builder = new AvailabilityBuilder(sharing).at(0, 0);
    for (int station = 0; station < STATIONS; station++) {
      if (random.nextInt(5) > 0) {
        int flags = Availability.RENTING | Availability.RETURNING;
        int[] byType = {BICYCLE, random.nextInt(3)};
        builder.station(
            station,
            new AvailabilityBuilder.Status(flags, 9, random.nextInt(3), byType, new int[0]));
      }
    }
    for (int i = 0; i < SCOOTERS; i++) {
      int range = 300 + random.nextInt(4000);
      builder.vehicle(new AvailabilityBuilder.Vehicle("v" + i, SCOOTER, place(), range, -1));
    }
    return builder.build();
  }
}
