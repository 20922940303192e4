package org.toret.app.pages.plan;

import java.util.List;

/// One alternative as it is shown.
///
/// @param number its place in the answer, from 1: the name it has in the picture
/// @param group `public`, `walk`, `car+public` …
/// @param days days after the one asked for on which it arrives, in words; empty for the same day
/// @param words what it is best at, as in "fastest"
/// @param spoken everything of the summary in one sentence
/// @param order sort keys for script, smaller is better; empty when unknown
public record AlternativeView(
    int number,
    String id,
    String group,
    String groupLabel,
    String departs,
    String arrives,
    String days,
    String transfers,
    List<Part> chain,
    List<CostView> costs,
    List<String> words,
    String spoken,
    Order order,
    List<LegView> legs) {

  /// One link of the chain of modes.
  ///
  /// @param line name of the line; empty for own ways
  /// @param minutes how long, for own ways; empty for lines
  public record Part(String icon, String mode, String line, Paint paint, String minutes) {}

  /// The keys alternatives are sorted by.
  public record Order(
      String arrival,
      String departure,
      String time,
      String fare,
      String energy,
      String emissions) {}

  /// The first letter of the group's icon: `walk`, `bike`, `car` or what it rides most.
  public String icon() {
    return switch (group.split("\\+")[0]) {
      case "walk" -> "walk";
      case "bike", "shared" -> "bike";
      case "car" -> "car";
      case "taxi" -> "taxi";
      default -> "bus";
    };
  }
}
