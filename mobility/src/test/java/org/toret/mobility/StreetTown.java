package org.toret.mobility;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.network.flex.BookingRules;
import org.toret.network.flex.BookingType;
import org.toret.network.flex.FlexRows.NoticeRow;
import org.toret.network.flex.FlexRows.RuleRow;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;

/// A town along one street from west to east, driven at 36 km/h: 100 m take 10 s.
final class StreetTown {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final double LAT_PER_METRE = 180 / (Math.PI * 6_371_008.8);

  private StreetTown() {}

  /// So many metres east of a place.
  static GeoPoint point(double lat, double lon, int metres) {
    return new GeoPoint(lat, lon + metres * LAT_PER_METRE / Math.cos(Math.toRadians(lat)));
  }

  /// So many metres along the street.
  static GeoPoint point(int metres) {
    return point(45.06, 7.62, metres);
  }

  /// A time of the day that is asked about, a Monday.
  static Instant instant(String time) {
    return LocalDateTime.parse("2026-03-02T" + time).atZone(ROME).toInstant();
  }

  /// A question between two points of the street, about an hour.
  static PlanRequest request(
      int from, int to, When when, Set<TravelMode> modes, Traveller traveller, Limits limits) {
    return new PlanRequest(
        new Waypoint.Point(point(from), "from"),
        new Waypoint.Point(point(to), "to"),
        List.of(),
        when,
        modes,
        traveller,
        limits,
        true,
        0,
        PlanRequest.STAY_MINUTES,
        "en");
  }

  static StreetNetwork straight(GeoPoint from, GeoPoint to, int metres) {
    StreetBuilder streets = new StreetBuilder(false);
    int west = streets.node(from.latE7(), from.lonE7(), 0);
    int east = streets.node(to.latE7(), to.lonE7(), 0);
    streets.edge(
        new StreetEdge(
            west,
            east,
            metres * 10,
            StreetFlags.FOOT | StreetFlags.CAR,
            5,
            18,
            18,
            36,
            36,
            StreetClass.RESIDENTIAL,
            StreetSurface.UNKNOWN,
            10,
            0,
            0,
            "",
            "",
            new int[0],
            new int[0]));
    return streets.build(MapFeatures.NONE);
  }

  /// What lies between two points of the street.
  static int[] box(GeoPoint west, GeoPoint east) {
    int south = west.latE7() - 100_000;
    int north = west.latE7() + 100_000;
    int left = west.lonE7() - 1;
    int right = east.lonE7() + 1;
    return new int[] {south, left, south, right, north, right, north, left, south, left};
  }

  /// A ride on demand is booked an hour before, by telephone.
  static RuleRow anHourBefore() {
    int none = BookingRules.NONE;
    NoticeRow hour = new NoticeRow(60, none, none, none, none, none, none);
    return new RuleRow("t:hour", BookingType.SAME_DAY, hour, "Call us", "", "", "011 123", "", "");
  }
}
