package org.toret.demo.street;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.toret.demo.plane.Area;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;
import org.toret.demo.plane.Waters;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// What a map shows beside streets: rivers, parks, squares, built-up land, rails, names of places.
/// None of it shares a node with a street.
final class Picture {

  private final StreetMap map;

  private Picture(StreetMap map) {
    this.map = map;
  }

  static void draw(StreetMap map, Ground ground, List<Quarter> quarters) {
    Picture picture = new Picture(map);
    for (Waters.River river : ground.waters().rivers()) {
      picture.line(river.middle(), "waterway", "river", "name", river.name());
      picture.line(
          river.banks().ring(), "natural", "water", "water", "river", "name", river.name());
    }
    for (Ground.Park park : ground.parks()) {
      picture.line(park.area().ring(), Ground.key(park), park.kind(), "name", park.name());
    }
    for (Ground.Square square : ground.squares()) {
      picture.line(square.area().ring(), "place", "square", "name", square.name());
    }
    for (Area area : ground.built()) {
      picture.line(area.ring(), "landuse", "residential", "name", "Torino");
    }
    picture.places(quarters);
    picture.rails();
  }

  private void places(List<Quarter> quarters) {
    point(new Spot(0, 0), "place", "city", "name", "Torino", "name:en", "Turin");
    for (Quarter quarter : quarters) {
      String kind = quarter.town() ? "town" : "quarter";
      point(quarter.middle(), "place", kind, "name", quarter.name());
      if (quarter.town()) {
        Area disc = Area.round(quarter.middle(), quarter.radiusMetres());
        line(disc.ring(), "landuse", "residential", "name", quarter.name());
      }
    }
    for (Row row : Tables.read("landmarks.csv")) {
      String[] kind = row.text("kind").split("=");
      point(Spot.of(row.point()), kind[0], kind[1], "name", row.text("name"));
    }
  }

  private void rails() {
    List<Spot> metro = new ArrayList<>();
    for (Row row : Tables.read("metro.csv")) {
      metro.add(Spot.of(row.point()));
    }
    line(
        new Trace(metro),
        "railway",
        "subway",
        "name",
        "Metropolitana M1",
        "tunnel",
        "yes",
        "layer",
        "-2");
    SortedMap<String, Spot> stations = new TreeMap<>();
    for (Row row : Tables.read("stations.csv")) {
      Spot spot = Spot.of(row.point());
      stations.put(row.text("id"), spot);
      point(spot, "railway", "station", "name", row.text("name"));
    }
    for (Row row : Tables.read("tracks.csv")) {
      List<Spot> line = new ArrayList<>();
      line.add(stations.get(row.text("from")));
      line.addAll(Spot.of(row.points("points")));
      line.add(stations.get(row.text("to")));
      line(new Trace(line), "railway", "rail", "usage", "main");
    }
  }

  private void point(Spot spot, String... tags) {
    map.tags(map.addNode(spot)).putAll(tagged(tags));
  }

  private void line(Trace trace, String... tags) {
    List<Integer> nodes = new ArrayList<>();
    boolean ring = trace.first().equals(trace.last());
    for (int i = 0; i < trace.spots().size() - (ring ? 1 : 0); i++) {
      nodes.add(map.addNode(trace.spots().get(i)));
    }
    if (ring) {
      nodes.add(nodes.getFirst());
    }
    map.addWay(new Way(Draft.Kind.AVENUE, tagged(tags), nodes));
  }

  private static SortedMap<String, String> tagged(String... tags) {
    return Draft.of(Draft.Kind.AVENUE, new Trace(List.of(new Spot(0, 0), new Spot(1, 1))), "", tags)
        .tags();
  }
}
