package org.toret.app.tiles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toret.base.columns.IntList;
import org.toret.mobility.board.Teller;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Routes;
import org.toret.network.timetable.Shapes;
import org.toret.network.timetable.Timetable;

/// Layer `lines`: where the public transport lines run, along their shapes where they are
/// published, else straight from stop to stop. Each stretch is drawn once per line.
final class LineLayer {

  private static final double TOLERANCE = 4;

  private final Timetable timetable;
  private final IntList starts = new IntList();
  private final IntList routeOf = new IntList();
  private final IntList lats = new IntList();
  private final IntList lons = new IntList();
  private final int[] latsE7;
  private final int[] lonsE7;
  private final BoxIndex index;

  LineLayer(Timetable timetable) {
    this.timetable = timetable;
    collect();
    starts.add(lats.size());
    latsE7 = lats.toArray();
    lonsE7 = lons.toArray();
    lats.clear();
    lons.clear();
    int[] boxes = new int[4 * routeOf.size()];
    for (int line = 0; line < routeOf.size(); line++) {
      Box.of(latsE7, lonsE7, starts.get(line), starts.get(line + 1)).store(boxes, line);
    }
    index = new BoxIndex(boxes);
  }

  LayerWriter layer(TileFrame frame) {
    LayerWriter layer = new LayerWriter("lines");
    Map<Integer, List<int[]>> byRoute = new LinkedHashMap<>();
    index.touching(
        frame.box(),
        line -> {
          int route = routeOf.get(line);
          if (frame.zoom() >= firstZoom(timetable.routes().mode(route))) {
            int[] course = frame.line(latsE7, lonsE7, starts.get(line), starts.get(line + 1));
            byRoute.computeIfAbsent(route, key -> new ArrayList<>()).add(course);
          }
        });
    byRoute.forEach((route, lines) -> add(layer, route, lines));
    return layer;
  }

  private void add(LayerWriter layer, int route, List<int[]> lines) {
    List<int[]> shown = new ArrayList<>();
    for (int[] chain : Chains.join(lines)) {
      shown.addAll(Clip.line(Simplify.line(chain, TOLERANCE)));
    }
    Routes routes = timetable.routes();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("route", routes.ids().get(route));
    properties.put("mode", routes.mode(route).id());
    properties.put("name", routes.name(route));
    String colour = Teller.colour(routes.colours()[route]);
    if (colour != null) {
      properties.put("colour", colour);
    }
    layer.lines(shown, properties);
  }

  private void collect() {
    Patterns patterns = timetable.patterns();
    Set<Long> drawn = new HashSet<>();
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      int shape = patterns.shapes()[pattern];
      long route = patterns.routes()[pattern];
      if (shape >= 0) {
        if (drawn.add(route << 32 | 1L << 31 | shape)) {
          shape(pattern, shape);
        }
      } else {
        straight(pattern);
      }
    }
    straightDrawn.clear();
  }

  private final Set<StraightStretch> straightDrawn = new HashSet<>();

  private record StraightStretch(int route, int from, int to) {}

  private void shape(int pattern, int shape) {
    Shapes shapes = timetable.shapes();
    begin(pattern);
    for (int i = shapes.offsets()[shape]; i < shapes.offsets()[shape + 1]; i++) {
      lats.add(shapes.latsE7()[i]);
      lons.add(shapes.lonsE7()[i]);
    }
  }

  private void straight(int pattern) {
    Patterns patterns = timetable.patterns();
    int route = patterns.routes()[pattern];
    for (int i = patterns.stopOffsets()[pattern];
        i + 1 < patterns.stopOffsets()[pattern + 1];
        i++) {
      int from = timetable.nodes().stops()[patterns.nodes()[i]];
      int to = timetable.nodes().stops()[patterns.nodes()[i + 1]];
      var stretch = new StraightStretch(route, Math.min(from, to), Math.max(from, to));
      if (straightDrawn.add(stretch)) {
        begin(pattern);
        point(from);
        point(to);
      }
    }
  }

  private void begin(int pattern) {
    starts.add(lats.size());
    routeOf.add(timetable.patterns().routes()[pattern]);
  }

  private void point(int stop) {
    lats.add(timetable.stops().latsE7()[stop]);
    lons.add(timetable.stops().lonsE7()[stop]);
  }

  private static int firstZoom(Mode mode) {
    return switch (mode) {
      case METRO, RAIL, MONORAIL -> 7;
      case TRAM, FUNICULAR, FERRY, CABLECAR, GONDOLA -> 10;
      case BUS, TROLLEYBUS, COACH -> 11;
    };
  }
}
