package org.toret.app.data;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.toret.base.geo.BoundingBox;

/// What `city.yaml` says; everything in it is optional.
///
/// @param name name of the city for people
/// @param demo whether the data are made up and must be marked so
/// @param zone time zone of the city; without it that of the first agency
/// @param country ISO 3166 code; without it that of the time zone
/// @param languages languages of the public, the first being the city's own
/// @param bounds what of the world belongs to the city; without it everything that is published
/// @param idsByFile feed id by path inside the data folder
/// @param ignored path patterns (globs) inside the data folder that shall not be used
/// @param live addresses of live messages (`http`, `https`, `file`) by name of the source
/// @param rules files of rule tables inside the data folder
public record CityConfig(
    String name,
    boolean demo,
    Optional<ZoneId> zone,
    Optional<String> country,
    List<String> languages,
    Optional<BoundingBox> bounds,
    Map<String, String> idsByFile,
    List<String> ignored,
    List<String> rules,
    Map<String, URI> live) {

  /// The name of the file in a data folder.
  public static final String FILE = "city.yaml";

  public CityConfig {
    languages = List.copyOf(languages);
    idsByFile = Map.copyOf(idsByFile);
    ignored = List.copyOf(ignored);
    rules = List.copyOf(rules);
    live = Map.copyOf(live);
  }

  /// What holds where there is no file.
  public static CityConfig assumed(String name) {
    return new CityConfig(
        name,
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of());
  }
}
