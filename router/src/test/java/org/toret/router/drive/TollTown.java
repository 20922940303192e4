package org.toret.router.drive;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleTable;
import org.toret.base.rules.RuleTableReader;
import org.toret.network.CityInfo;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.parking.ParkingState;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.AccessZonesBuilder;
import org.toret.network.zone.CarUser;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetRouter;
import org.toret.router.toll.Tolls;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.WalkOptions;

/// A town on a grid of junctions a hundredth of a degree apart, told street by street; every street
/// is a kilometre long, whatever the map says.
final class TollTown {

  static final ZoneId ZONE = ZoneId.of("Europe/Rome");
  static final PathOptions OPTIONS = PathOptions.of(WalkOptions.upTo(3000));

  /// One street in minutes at 36 km/h: 100 seconds.
  static final int KMH = 36;

  private static final int STEP_E7 = 100_000;
  private static final int SOUTH_E7 = 450_000_000;
  private static final int WEST_E7 = 76_000_000;

  private final int width;
  private final StreetBuilder builder = new StreetBuilder(false);
  private final AccessZonesBuilder areas = new AccessZonesBuilder();
  private final List<RuleTable> tables = new ArrayList<>();
  private StreetNetwork streets = StreetNetwork.EMPTY;
  private AccessZones zones = AccessZones.none();

  TollTown(int width, int height) {
    this.width = width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        builder.node(SOUTH_E7 + y * STEP_E7, WEST_E7 + x * STEP_E7, 0);
      }
    }
  }

  /// Where something lies, in steps east and north.
  static GeoPoint at(double x, double y) {
    return GeoPoint.ofE7(
        SOUTH_E7 + (int) Math.round(y * STEP_E7), WEST_E7 + (int) Math.round(x * STEP_E7));
  }

  /// A street between two junctions.
  ///
  /// @param toll as in [StreetEdge]
  TollTown street(int x, int y, int toX, int toY, int kmh, String toll) {
    builder.edge(
        new StreetEdge(
            y * width + x,
            toY * width + toX,
            10_000,
            StreetFlags.FOOT | StreetFlags.CAR,
            5,
            18,
            18,
            kmh,
            kmh,
            StreetClass.RESIDENTIAL,
            StreetSurface.UNKNOWN,
            10,
            0,
            0,
            "",
            "",
            toll,
            new int[0],
            new int[0]));
    return this;
  }

  /// A zone over a rectangle in steps.
  TollTown zone(AccessRegime regime, double west, double south, double east, double north) {
    GeoPoint low = at(west, south);
    GeoPoint high = at(east, north);
    areas.area(
        regime,
        List.of(
            new int[] {
              low.latE7(),
              low.lonE7(),
              low.latE7(),
              high.lonE7(),
              high.latE7(),
              high.lonE7(),
              high.latE7(),
              low.lonE7()
            }));
    return this;
  }

  /// A zone that is open as far as its publisher says.
  TollTown zone(String id, String name, double west, double south, double east, double north) {
    return zone(new AccessRegime(id, name, true, List.of()), west, south, east, north);
  }

  /// Rows of a table of prices, without `row`, `source` and days of validity.
  ///
  /// @param column `zone` or `road`
  TollTown prices(String table, String column, String... rows) {
    StringBuilder text =
        new StringBuilder(
            """
            # table: %s
            # version: 2026-01-01
            # numbers: cents euroUpTo rank
            # source me: a test | none | 2026
            row,%s,from,name,unit,cents,currency,hours,fuels,euroUpTo,permit,rank
            """
                .formatted(table, column));
    for (int i = 0; i < rows.length; i++) {
      text.append(String.format(Locale.ROOT, "r%d,%s%n", i, rows[i]));
    }
    Notices notices = new Notices();
    tables.add(new RuleTableReader(table, notices).read(text.toString()).orElseThrow());
    if (!notices.listAll().isEmpty()) {
      throw new IllegalArgumentException(notices.listAll().toString());
    }
    return this;
  }

  /// A town made ready.
  record Ready(DriveEngine engine, Tolls tolls, StreetNetwork streets, AccessZones zones) {

    List<DriveOption> find(GeoPoint from, GeoPoint to, String at, CarUser car) {
      return engine.find(query(from, to, at, car), tolls).options();
    }

    DriveQuery query(GeoPoint from, GeoPoint to, String at, CarUser car) {
      long when = LocalDateTime.parse(at).atZone(ZONE).toEpochSecond();
      return new DriveQuery(
          from, to, when, false, car, OPTIONS, ParkingState.unknown(engine.parks()));
    }
  }

  Ready ready() {
    streets = builder.build(MapFeatures.NONE);
    zones = areas.build(streets);
    CityInfo info =
        new CityInfo(
            "Town", ZONE, "IT", List.of("it"), new BoundingBox(40, 0, 50, 20), true, List.of());
    StreetRouter router = StreetRouter.of(streets, StopSites.of(new int[0], new int[0]), 0);
    DriveEngine engine =
        new DriveEngine(
            streets,
            zones,
            new CarParksBuilder().build(),
            stop -> new GeoPoint(0, 0),
            router,
            info);
    Tolls tolls = Tolls.of(streets, zones, info, RuleBook.of(tables));
    return new Ready(engine, tolls, streets, zones);
  }
}
