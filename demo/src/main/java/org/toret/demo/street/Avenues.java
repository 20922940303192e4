package org.toret.demo.street;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;
import org.toret.demo.plane.Waters;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// The streets of the tables: avenues, roads of the belt, bridges and ways on foot, tagged as OSM
/// would tag them.
final class Avenues {

  private static final double CYCLEWAY_BESIDE_METRES = 13;
  private static final double CYCLEWAY_FROM_METRES = 1400;
  private static final Set<String> GREAT = Set.of("primary", "secondary");
  private static final Map<String, String> LANES =
      Map.of("primary", "4", "secondary", "4", "tertiary", "2");

  private final Ground ground;
  private final List<Draft> drafts = new ArrayList<>();

  private Avenues(Ground ground) {
    this.ground = ground;
  }

  static List<Draft> of(Ground ground) {
    Avenues avenues = new Avenues(ground);
    for (Row row : Tables.read("avenues.csv")) {
      avenues.avenue(row);
    }
    for (Row row : Tables.read("bridges.csv")) {
      avenues.plain(row.text("class"), row.text("name"), row);
    }
    for (Row row : Tables.read("paths.csv")) {
      avenues.plain(row.text("kind"), row.text("name"), row);
    }
    return avenues.drafts;
  }

  private void avenue(Row row) {
    String name = row.text("name");
    String highway = row.text("class");
    Trace trace = Winding.of(highway, name, new Trace(Spot.of(row.points("points"))));
    if (highway.equals("motorway")) {
      drafts.add(
          Draft.of(
              Draft.Kind.MOTORWAY,
              trace,
              name,
              "highway",
              highway,
              "oneway",
              "no",
              "lanes",
              "4",
              "maxspeed",
              row.text("maxspeed")));
      return;
    }
    Draft draft = tagged(highway, name, trace);
    if (!row.text("maxspeed").isEmpty()) {
      draft = draft.with(Map.of("maxspeed", row.text("maxspeed")));
    }
    boolean great =
        GREAT.contains(highway)
            && name.startsWith("Corso")
            && inCity(trace.first())
            && inCity(trace.last());
    if (great && trace.metres() > CYCLEWAY_FROM_METRES) {
      Trace beside = trace.beside(CYCLEWAY_BESIDE_METRES);
      put(
          Draft.of(
              Draft.Kind.AVENUE,
              beside,
              "",
              "highway",
              "cycleway",
              "bicycle",
              "designated",
              "foot",
              "yes",
              "segregated",
              "yes",
              "surface",
              "asphalt",
              "lit",
              "yes"));
      draft = draft.with(Map.of("bicycle", "yes", "cycleway", "separate"));
    }
    put(draft);
  }

  private boolean inCity(Spot spot) {
    return ground.built().stream().anyMatch(x -> x.contains(spot));
  }

  private void plain(String highway, String name, Row row) {
    put(tagged(highway, name, new Trace(Spot.of(row.points("points")))));
  }

  private static Draft tagged(String highway, String name, Trace trace) {
    Draft draft = Draft.of(Draft.Kind.AVENUE, trace, name, "highway", highway);
    return switch (highway) {
      case "primary", "secondary", "tertiary" ->
          draft.with(
              Map.of(
                  "lanes",
                  LANES.getOrDefault(highway, "2"),
                  "maxspeed",
                  "50",
                  "surface",
                  "asphalt",
                  "lit",
                  "yes",
                  "sidewalk",
                  "both"));
      case "pedestrian" ->
          draft.with(Map.of("surface", "paving_stones", "lit", "yes", "bicycle", "yes"));
      case "footway" -> draft.with(Map.of("surface", "compacted", "bicycle", "yes"));
      case "steps" -> draft.with(Map.of("wheelchair", "no", "surface", "stone"));
      case "path" -> draft.with(Map.of("surface", "ground", "sac_scale", "hiking"));
      default -> draft.with(Map.of("surface", "asphalt"));
    };
  }

  /// Adds a street, cut at the banks; the parts over water are bridges.
  private void put(Draft draft) {
    for (Waters.Reach reach : ground.waters().reaches(draft.trace())) {
      Draft part = draft.with(reach.trace());
      drafts.add(reach.wet() ? part.with(Map.of("bridge", "yes", "layer", "1")) : part);
    }
  }
}
