package org.toret.app.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;
import org.toret.mobility.reach.ReachAnswer;
import org.toret.router.reach.ReachArea;

/// The answer to `GET /api/v1/reach`: GeoJSON (RFC 7946), one feature for each time, the longest
/// first, and beside the features what else there is to say.
///
/// @param stops how many stops are reached within the longest time
/// @param cellMetres how fine the ground was looked at; lines are right within an eighth of it
public record ReachView(
    String type,
    List<Feature> features,
    OffsetDateTime at,
    boolean arriveBy,
    int stops,
    double cellMetres,
    String image,
    List<NoticeView> notices) {

  private static final double MICRO = 1e6;

  /// The area of one time.
  public record Feature(String type, Properties properties, Geometry geometry) {}

  /// @param area square metres
  public record Properties(int minutes, long area) {}

  /// @param coordinates polygons of rings of points, longitude first, 6 decimals
  public record Geometry(String type, List<List<List<double[]>>> coordinates) {}

  /// When and of what city it was asked.
  public record Setting(Instant at, ZoneId zone, boolean arriveBy, String image) {}

  /// @param more notices about the question itself
  public static ReachView of(
      ReachAnswer answer, Setting setting, List<Notice> more, Messages messages, Locale locale) {
    List<Notice> notices = new ArrayList<>(more);
    notices.addAll(answer.notices());
    return new ReachView(
        "FeatureCollection",
        answer.areas().stream().map(ReachView::feature).toList(),
        setting.at().atZone(setting.zone()).toOffsetDateTime(),
        setting.arriveBy(),
        answer.stops(),
        answer.areas().getFirst().cellMetres(),
        setting.image(),
        NoticeView.of(notices, messages, locale));
  }

  private static Feature feature(ReachArea area) {
    List<List<List<double[]>>> polygons =
        area.polygons().stream()
            .map(rings -> rings.stream().map(ReachView::ring).toList())
            .toList();
    return new Feature(
        "Feature",
        new Properties(area.seconds() / 60, Math.round(area.squareMetres())),
        new Geometry("MultiPolygon", polygons));
  }

  private static List<double[]> ring(List<GeoPoint> points) {
    return points.stream()
        .map(point -> new double[] {rounded(point.lon()), rounded(point.lat())})
        .toList();
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * MICRO) / MICRO;
  }
}
