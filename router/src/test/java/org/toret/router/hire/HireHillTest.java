package org.toret.router.hire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.base.geo.GeoPoint;
import org.toret.network.sharing.Availability;
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
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetSurface;
import org.toret.router.path.Endpoint;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.WalkOptions;

/// Two stations a kilometre apart, over a hill or a busy street, and another way between them:
///
/// ```
///   A ────── 1000 m ────── B (and a stop)
///    ╲                    ╱
///     ╲─────── C ────────╱
/// ```
///
/// The types are a bicycle, one with a motor, the same under a speed limit far away (so that its
/// streets are searched arc by arc), and a scooter.
@Tag("BI-08")
final class HireHillTest {

  private static final int BICYCLE = 0;
  private static final int EBIKE = 1;
  private static final int ZONED = 2;
  private static final int SCOOTER = 3;
  private static final WalkOptions WALK = WalkOptions.upTo(1000);
  private static final double LAT_PER_METRE = 180 / (Math.PI * 6_371_008.8);
  private static final GeoPoint A = at(0, 0);
  private static final GeoPoint B = at(1000, 0);

  private final StreetBuilder builder = new StreetBuilder(true);
  private final int a = node(0, 0);
  private final int b = node(1000, 0);
  private final int c = node(500, 300);

  /// With the motor it goes 19.8 km/h on the flat and 99 % of what the balance of power says at 5
  /// %, 18.1 km/h; without it 18 km/h and 10.8.
  @Test
  void aMotorTakesTheHillAndLegsGoAround() {
    HireEngine engine = hill(50, 1600);
    assertThat(ride(engine, BICYCLE, 4).metres()).isEqualTo(1600);
    for (int type : new int[] {EBIKE, ZONED}) {
      StreetPath ride = ride(engine, type, 4);
      assertThat(ride.metres()).as("type %d", type).isEqualTo(1000);
      assertThat((double) ride.seconds()).isCloseTo(201, within(2.0));
    }
    assertThat(ride(engine, SCOOTER, 4).metres()).as("climbs like a bicycle").isEqualTo(1600);
  }

  @ParameterizedTest
  @CsvSource({"0, 200, 182", "20, 238, 182", "50, 333, 201"})
  void whoCannotGoAroundClimbs(int climb, double alone, double assisted) {
    HireEngine engine = hill(climb, 9000);
    assertThat((double) ride(engine, BICYCLE, 4).seconds()).isCloseTo(alone, within(2.0));
    assertThat((double) ride(engine, EBIKE, 4).seconds()).isCloseTo(assisted, within(2.0));
    assertThat((double) ride(engine, ZONED, 4).seconds()).isCloseTo(assisted, within(2.0));
  }

  /// A metre one level above the wish counts 2.40, two levels above 8.15.
  @ParameterizedTest
  @CsvSource({
    "4, 4, 1100, 1000",
    "4, 3, 2300, 2300",
    "4, 3, 2500, 1000",
    "4, 2, 8000, 8000",
    "4, 2, 8300, 1000",
    "2, 1, 2300, 2300"
  })
  void calmStreetsAreWorthAWayAround(int stress, int wish, int detour, int metres) {
    HireEngine engine = busy(stress, detour);
    for (int type : new int[] {BICYCLE, EBIKE, ZONED, SCOOTER}) {
      assertThat(ride(engine, type, wish).metres()).as("type %d", type).isEqualTo(metres);
      assertThat(again(engine, type, wish)).as("type %d", type).isEqualTo(metres);
    }
  }

  /// What is kept between stations is kept for each way of riding.
  @Test
  void timesBetweenStationsAreThoseOfTheRider() {
    HireEngine engine = busy(4, 2000);
    for (int round = 0; round < 2; round++) {
      assertThat(kept(engine, BICYCLE, 5, 4)).isCloseTo(200, within(2.0));
      assertThat(kept(engine, BICYCLE, 5, 2)).isCloseTo(400, within(2.0));
      assertThat(kept(engine, BICYCLE, 4, 2)).isCloseTo(500, within(2.0));
      assertThat(kept(engine, EBIKE, 5, 4)).isCloseTo(182, within(2.0));
      assertThat(kept(engine, EBIKE, 5, 2)).isCloseTo(364, within(2.0));
    }
  }

  @Test
  void timesBetweenStationsAreThoseOfTheVehicle() {
    HireEngine steep = hill(50, 9000);
    assertThat(kept(steep, BICYCLE, 5, 4)).isCloseTo(333, within(2.0));
    assertThat(kept(steep, EBIKE, 5, 4)).isCloseTo(201, within(2.0));
  }

  private HireEngine hill(int climbMetres, int detour) {
    edge(a, b, 1000, climbMetres, 0);
    return around(detour);
  }

  private HireEngine busy(int stress, int detour) {
    edge(a, b, 1000, 0, StreetFlags.ofStress(stress, stress));
    return around(detour);
  }

  private HireEngine around(int metres) {
    edge(a, c, metres / 2, 0, 0);
    edge(c, b, metres - metres / 2, 0, 0);
    var streets = builder.build(MapFeatures.NONE);
    StopSites stop = StopSites.of(new int[] {B.latE7()}, new int[] {B.lonE7()});
    return HireEngine.of(sharing(), streets, StreetRouter.of(streets, stop, 0));
  }

  private int node(double north, double east) {
    return builder.node(at(north, east).latE7(), at(north, east).lonE7(), 0);
  }

  private void edge(int from, int to, int metres, int climb, int flags) {
    builder.edge(
        new StreetEdge(
            from,
            to,
            10 * metres,
            StreetFlags.FOOT | StreetFlags.BIKE | flags,
            5,
            18,
            18,
            0,
            0,
            StreetClass.RESIDENTIAL,
            StreetSurface.SMOOTH,
            10,
            10 * climb,
            0,
            "",
            "",
            new int[0],
            new int[0]));
  }

  private static GeoPoint at(double north, double east) {
    double lon = east * LAT_PER_METRE / Math.cos(Math.toRadians(45));
    return new GeoPoint(45 + north * LAT_PER_METRE, 7.6 + lon);
  }

  private static StreetPath ride(HireEngine engine, int type, int maxStress) {
    List<HireOption> found = engine.find(query(engine, type, new Rider(5, maxStress)));
    assertThat(found).as("ways with type %d", type).isNotEmpty();
    return found.getFirst().ride();
  }

  /// How long the same ride is when it is found again.
  private static int again(HireEngine engine, int type, int maxStress) {
    return engine.ride(type, A, B, new Rider(5, maxStress), new BitSet()).orElseThrow().metres();
  }

  /// Seconds of the ride to the stop beside the other station.
  private static double kept(HireEngine engine, int type, double metresPerSecond, int maxStress) {
    HireQuery query = query(engine, type, new Rider(metresPerSecond, maxStress));
    return engine.approach(query, ReachDirection.FROM, 0).via(0).rideSeconds();
  }

  private static HireQuery query(HireEngine engine, int type, Rider rider) {
    Availability unknown = Availability.unknown(engine.sharing());
    return new HireQuery(
        Endpoint.of(A), A, Endpoint.of(B), B, type, unknown, 1, WALK, rider, 50_000);
  }

  private static Sharing sharing() {
    List<TypeRow> types = new ArrayList<>();
    types.add(type("bicycle", FormFactor.BICYCLE, Propulsion.HUMAN));
    types.add(type("ebike", FormFactor.BICYCLE, Propulsion.ELECTRIC_ASSIST));
    types.add(type("zoned", FormFactor.BICYCLE, Propulsion.ELECTRIC_ASSIST));
    types.add(type("scooter", FormFactor.SCOOTER_STANDING, Propulsion.ELECTRIC));
    List<StationRow> stations =
        List.of(new StationRow("a", "A", "", A, 10), new StationRow("b", "B", "", B, 10));
    int[] far = {
      460_000_000,
      80_000_000,
      460_000_000,
      80_010_000,
      460_010_000,
      80_010_000,
      460_010_000,
      80_000_000,
      460_000_000,
      80_000_000
    };
    RuleRow slow = new RuleRow(List.of("zoned"), GeofencingZones.THROUGH, 6);
    return new SharingBuilder()
        .add(
            new SystemRow("f", "f", "Town", "3.0", "", ""),
            types,
            stations,
            List.of(),
            List.of(new ZoneRow("", false, List.of(far), List.of(slow))))
        .build();
  }

  private static TypeRow type(String id, FormFactor form, Propulsion propulsion) {
    return new TypeRow(
        id, id, form, propulsion, VehicleTypes.NO_RANGE, "", ReturnConstraint.ANY_STATION);
  }
}
