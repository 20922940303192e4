package org.toret.app.pages.board;

import java.util.ArrayList;
import java.util.List;
import org.toret.app.pages.frame.Json;
import org.toret.app.pages.plan.Paint;

/// What the small map of a page shows, for script.
///
/// @param lines lines to draw
/// @param stops stops to mark
public record Drawing(List<Line> lines, List<Stop> stops) {

  private static final double FIVE_DECIMALS = 1e5;

  /// A line.
  ///
  /// @param route `feed:route_id`
  /// @param colour `#rrggbb`
  /// @param polyline its course, Google-encoded with five decimals; empty to draw it as the tiles
  ///   have it
  public record Line(String route, String colour, String polyline) {}

  /// A stop, in WGS84 degrees.
  ///
  /// @param name what is written beside it, may be empty
  public record Stop(String id, String name, double lat, double lon) {

    private Stop unnamed() {
      return new Stop(id, "", lat, lon);
    }
  }

  /// A stop with the lines that call there.
  static Drawing of(StopBoard board) {
    List<Line> lines =
        board.lines().stream()
            .map(StopBoard.LineMark::line)
            .map(line -> new Line(line.id(), Paint.of(line).colour(), ""))
            .toList();
    return new Drawing(lines, List.of(stop(board.id(), board.name(), board.lat(), board.lon())));
  }

  /// A line with the stops of its directions, each once. A name that stands on the map already, as
  /// that of the stop across the street does, is not written again.
  static Drawing of(LineCourse course) {
    String colour = Paint.of(course.line()).colour();
    List<Line> lines = new ArrayList<>();
    List<Stop> stops = new ArrayList<>();
    for (LineCourse.Direction direction : course.directions()) {
      lines.add(new Line(course.line().id(), colour, direction.polyline()));
      direction.calls().stream()
          .map(call -> stop(call.stop(), call.name(), call.lat(), call.lon()))
          .filter(stop -> stops.stream().noneMatch(other -> other.id().equals(stop.id())))
          .map(stop -> isNamed(stop.name(), stops) ? stop.unnamed() : stop)
          .forEach(stops::add);
    }
    return new Drawing(List.copyOf(lines), List.copyOf(stops));
  }

  /// As it is written into the page.
  String json() {
    return Json.embed(this);
  }

  private static boolean isNamed(String name, List<Stop> stops) {
    return stops.stream().anyMatch(stop -> stop.name().equals(name));
  }

  private static Stop stop(String id, String name, double lat, double lon) {
    return new Stop(id, name, rounded(lat), rounded(lon));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * FIVE_DECIMALS) / FIVE_DECIMALS;
  }
}
