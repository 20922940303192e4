package org.toret.router.hire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.base.geo.GeoPoint;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.Propulsion;
import org.toret.network.sharing.ReturnConstraint;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingBuilder;
import org.toret.network.sharing.SharingRows.StationRow;
import org.toret.network.sharing.SharingRows.SystemRow;
import org.toret.network.sharing.SharingRows.TypeRow;
import org.toret.network.sharing.VehicleTypes;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;
import org.toret.router.path.Endpoint;
import org.toret.router.path.StreetRouter;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.WalkOptions;

/// Vehicles along one straight street of four kilometres, the whole of which is to be travelled.
///
/// A metre on foot instead of by bicycle takes 1/1.33 - 1/4.4 = 0.525 s more, instead of by scooter
/// 0.552 s. All the way by bicycle takes 909 s: a way that rides less may take 151 s more, one
/// tenth and a minute, and so walk 287 m. By scooter it is 140 s and 253 m.
@Tag("SH-05")
final class HireStreetTest {

  private static final int BICYCLE = 0;
  private static final int SCOOTER = 1;
  private static final int LONG = 4000;
  private static final int EACH = 10;
  private static final WalkOptions WALK = WalkOptions.upTo(1000);
  private static final double LAT_PER_METRE = 180 / (Math.PI * 6_371_008.8);
  private static final GeoPoint START = at(0);
  private static final GeoPoint END = at(LONG);

  /// Metres of the stations, and of the ride of each way found.
  @ParameterizedTest
  @CsvSource({
    "0 4000, 4000",
    "0 230 4000, 4000 3770",
    "0 280 4000, 4000 3720",
    "0 350 4000, 4000",
    "0 130 230 4000, 4000 3770",
    "0 230 350 4000, 4000 3770",
    "0 130 3770 4000, 4000 3770",
    "0 130 3870 4000, 4000 3740",
    "0 170 3850 4000, 4000 3830",
    "230 350 3950, 3720 3600"
  })
  void theFastestWayAndTheShortestRideThatTakesLittleLonger(String stations, String rides) {
    Sharing sharing = sharing(metres(stations));
    assertThat(rides(sharing, Availability.unknown(sharing), BICYCLE)).isEqualTo(metres(rides));
  }

  /// Metres of the scooters, how far each goes, and of the ride of each way found.
  @ParameterizedTest
  @CsvSource({
    "0, 5000, 4000",
    "0, 3900, ''",
    "0 220, 5000 5000, 4000 3780",
    "0 220, 5000 3700, 4000",
    "0 220, 3900 5000, 3780",
    "0 350, 5000 5000, 4000",
    "0 110 220, 5000 5000 5000, 4000 3780",
    "0 220 350, 5000 5000 5000, 4000 3780"
  })
  void scootersAreLeftAtTheEnd(String scooters, String ranges, String rides) {
    Sharing sharing = sharing(List.of());
    AvailabilityBuilder builder = new AvailabilityBuilder(sharing).at(0, 0);
    List<Integer> range = metres(ranges);
    for (int metres : metres(scooters)) {
      int number = metres(scooters).indexOf(metres);
      builder.vehicle(
          new AvailabilityBuilder.Vehicle(
              "v" + metres, SCOOTER, at(metres), range.get(number), -1));
    }
    assertThat(rides(sharing, builder.build(), SCOOTER)).isEqualTo(metres(rides));
  }

  /// Metres ridden, to a whole ten.
  private static List<Integer> rides(Sharing sharing, Availability now, int type) {
    StreetNetwork streets = street();
    StreetRouter router = StreetRouter.of(streets, StopSites.of(new int[0], new int[0]), 0);
    HireQuery query =
        new HireQuery(
            Endpoint.of(START),
            START,
            Endpoint.of(END),
            END,
            type,
            now,
            1,
            WALK,
            Rider.at(4.4),
            50_000);
    return HireEngine.of(sharing, streets, router).find(query).stream()
        .map(option -> 10 * Math.round(option.ride().metres() / 10f))
        .toList();
  }

  private static List<Integer> metres(String text) {
    List<Integer> metres = new ArrayList<>();
    for (String word : text.split(" ")) {
      if (!word.isEmpty()) {
        metres.add(Integer.valueOf(word));
      }
    }
    return metres;
  }

  private static StreetNetwork street() {
    StreetBuilder builder = new StreetBuilder(true);
    int before = builder.node(START.latE7(), START.lonE7(), 0);
    for (int metres = EACH; metres <= LONG; metres += EACH) {
      int next = builder.node(at(metres).latE7(), at(metres).lonE7(), 0);
      builder.edge(
          new StreetEdge(
              before,
              next,
              10 * EACH,
              StreetFlags.FOOT | StreetFlags.BIKE,
              5,
              18,
              18,
              0,
              0,
              StreetClass.RESIDENTIAL,
              StreetSurface.SMOOTH,
              10,
              0,
              0,
              "",
              "",
              new int[0],
              new int[0]));
      before = next;
    }
    return builder.build(MapFeatures.NONE);
  }

  private static GeoPoint at(int metresNorth) {
    return new GeoPoint(45 + metresNorth * LAT_PER_METRE, 7.6);
  }

  private static Sharing sharing(List<Integer> stations) {
    List<TypeRow> types =
        List.of(
            type("b", FormFactor.BICYCLE, Propulsion.HUMAN, ReturnConstraint.ANY_STATION),
            type(
                "s",
                FormFactor.SCOOTER_STANDING,
                Propulsion.ELECTRIC,
                ReturnConstraint.FREE_FLOATING));
    List<StationRow> rows =
        stations.stream()
            .map(metres -> new StationRow("s" + metres, "S" + metres, "", at(metres), 10))
            .toList();
    return new SharingBuilder()
        .add(new SystemRow("f", "f", "Town", "3.0", "", ""), types, rows, List.of(), List.of())
        .build();
  }

  private static TypeRow type(
      String id, FormFactor form, Propulsion propulsion, ReturnConstraint returns) {
    return new TypeRow(id, id, form, propulsion, VehicleTypes.NO_RANGE, "", returns);
  }
}
