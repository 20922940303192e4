package org.toret.app.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.app.keep.LiveView;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.plan.KnownNow;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetNetwork;
import org.toret.network.traffic.RoadEvent;
import org.toret.router.traffic.RoadTraffic;

/// The answer to `GET /api/v1/roads`: a GeoJSON collection of the streets of which the speed is
/// told, and of what closes or slows streets now.
///
/// @param at when the newest of it was told, null where nothing is
public record RoadsView(
    String type, @Nullable OffsetDateTime at, List<Feature> features, List<NoticeView> notices) {

  /// A street with its speed, or the streets on which something happens.
  public record Feature(String type, Geometry geometry, Road properties) {}

  /// @param coordinates lines of longitude and latitude
  public record Geometry(String type, List<List<double[]>> coordinates) {}

  /// @param kind `speed`, or what happens: `closure`, `speed_limit`, `congestion`, `roadworks`,
  ///   `accident`, `obstruction`, `other`
  /// @param ratio speed now by speed at free flow, null where no speed is told
  /// @param kmh speed now, or the limit; null where none is told
  /// @param from since when, null for speeds
  /// @param until until when, null where it is open
  public record Road(
      String kind,
      @Nullable String street,
      @Nullable Double ratio,
      @Nullable Integer kmh,
      @Nullable Integer freeKmh,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime until,
      @Nullable String text) {}

  /// What is told in a box at a moment, in one language.
  public static RoadsView of(
      LiveView live,
      StreetNetwork streets,
      BoundingBox box,
      Instant now,
      ZoneId zone,
      Locale locale,
      List<NoticeView> notices) {
    RoadTraffic traffic = live.roads();
    if (traffic == null || live.roadsAt() == KnownNow.NEVER) {
      return new RoadsView("FeatureCollection", null, List.of(), notices);
    }
    List<Feature> features = new ArrayList<>();
    traffic.ratios().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(told -> box.contains(streets.line(told.getKey() >> 1).getFirst()))
        .map(told -> speed(streets, told.getKey(), told.getValue()))
        .forEach(features::add);
    long at = now.getEpochSecond();
    for (RoadTraffic.OnRoad one : traffic.events()) {
      boolean here =
          one.arcs().length > 0
              && box.contains(streets.line(one.arcs()[0] >> 1).getFirst())
              && one.event().holds(at, at, zone);
      if (here) {
        features.add(event(streets, one, zone, locale));
      }
    }
    return new RoadsView(
        "FeatureCollection", time(live.roadsAt(), zone), List.copyOf(features), notices);
  }

  private static Feature speed(StreetNetwork streets, int arc, double ratio) {
    StreetEdges edges = streets.edges();
    byte[] speeds = (arc & 1) == 0 ? edges.carForwardKmh() : edges.carBackwardKmh();
    int free = speeds[arc >> 1] & 0xff;
    Road road =
        new Road(
            "speed",
            named(streets, arc),
            Math.round(100 * ratio) / 100.0,
            (int) Math.round(free * ratio),
            free,
            null,
            null,
            null);
    return new Feature("Feature", geometry(streets, new int[] {arc}), road);
  }

  private static Feature event(
      StreetNetwork streets, RoadTraffic.OnRoad one, ZoneId zone, Locale locale) {
    RoadEvent event = one.event();
    String text = ServiceAlert.in(event.texts(), locale.getLanguage());
    Road road =
        new Road(
            event.kind().id(),
            named(streets, one.arcs()[0]),
            null,
            event.kmh() > 0 ? event.kmh() : null,
            null,
            time(event.from(), zone),
            event.until() == RoadEvent.OPEN_END ? null : time(event.until(), zone),
            text.isEmpty() ? null : text);
    return new Feature("Feature", geometry(streets, one.arcs()), road);
  }

  private static @Nullable String named(StreetNetwork streets, int arc) {
    String name = streets.names().get(arc >> 1);
    return name.isEmpty() ? null : name;
  }

  private static Geometry geometry(StreetNetwork streets, int[] arcs) {
    List<List<double[]>> lines = new ArrayList<>();
    for (int arc : arcs) {
      List<GeoPoint> line = streets.line(arc >> 1);
      List<GeoPoint> way = (arc & 1) == 0 ? line : line.reversed();
      lines.add(way.stream().map(point -> new double[] {point.lon(), point.lat()}).toList());
    }
    return new Geometry("MultiLineString", lines);
  }

  private static OffsetDateTime time(long epochSecond, ZoneId zone) {
    return Instant.ofEpochSecond(epochSecond).atZone(zone).toOffsetDateTime();
  }
}
