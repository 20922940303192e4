package org.toret.app.search;

import java.util.ArrayList;
import java.util.List;

/// A place that people look for by name.
///
/// @param kind what it is
/// @param id stop id `feed:stop_id`, empty for what is no stop
/// @param name as published
/// @param municipality or quarter in which it lies, empty where the map does not tell
/// @param modes HTTP names of the modes that call there, most used first
/// @param weight how important it is among others of its name, from 0 to 1
/// @param otherNames under what else it is known: codes, and names in other languages
public record FoundPlace(
    PlaceKind kind,
    String id,
    String name,
    String municipality,
    double lat,
    double lon,
    List<String> modes,
    double weight,
    List<String> otherNames) {

  public FoundPlace {
    modes = List.copyOf(modes);
    otherNames = List.copyOf(otherNames);
  }

  /// Words that people add though they do not stand in the name: "stazione Lingotto", "metro
  /// Fermi".
  List<String> impliedWords() {
    List<String> words = new ArrayList<>();
    switch (kind) {
      case STATION -> words.add("stazione");
      case STOP -> words.addAll(List.of("fermata", "stop"));
      case PLACE, STREET, PARK -> {}
    }
    for (String mode : modes) {
      words.add(mode);
      if (mode.equals("rail")) {
        words.addAll(List.of("treno", "ferrovia", "train"));
      }
    }
    return words;
  }
}
