package org.toret.feeds.osm.area;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// At which height something lies, as OpenStreetMap tells it (*Key:level*, *Key:layer*, tunnels and
/// bridges): things drawn one over the other are not joined for that.
///
/// @param levels storeys it belongs to; empty where none is told
/// @param layer 0 on the ground
public record Plane(Set<String> levels, int layer, boolean tunnel, boolean bridge) {

  /// On the ground, of no storey.
  public static final Plane GROUND = new Plane(Set.of(), 0, false, false);

  private static final Pattern NUMBER = Pattern.compile("-?\\d+");
  private static final Pattern RANGE = Pattern.compile("(-?\\d+)-(-?\\d+)");
  private static final int MOST_STOREYS = 100;

  /// @param tags the value of a tag, null where there is none
  public static Plane of(UnaryOperator<@Nullable String> tags) {
    String layer = tags.apply("layer");
    return new Plane(
        levels(tags.apply("level")),
        layer != null && NUMBER.matcher(layer).matches() && layer.length() < 5
            ? Integer.parseInt(layer)
            : 0,
        isYes(tags.apply("tunnel"), "building_passage"),
        isYes(tags.apply("bridge"), "no"));
  }

  private static boolean isYes(@Nullable String value, String butNot) {
    return value != null && !value.equals("no") && !value.equals(butNot);
  }

  private static Set<String> levels(@Nullable String text) {
    Set<String> levels = new TreeSet<>();
    for (String part : text == null ? new String[0] : text.split(";", -1)) {
      String level = part.strip();
      Matcher range = RANGE.matcher(level);
      if (range.matches() && level.length() < 9) {
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        for (int i = from; i <= to && i - from < MOST_STOREYS; i++) {
          levels.add(String.valueOf(i));
        }
      } else if (!level.isEmpty()) {
        levels.add(level);
      }
    }
    return levels;
  }

  /// Whether two things that share a point of the map hang together there: they do unless both tell
  /// of storeys and have none in common.
  public boolean joins(Plane other) {
    return levels.isEmpty()
        || other.levels.isEmpty()
        || levels.stream().anyMatch(other.levels::contains);
  }

  /// Whether two things of which one lies inside the other on the map hang together there.
  public boolean isSameGround(Plane other) {
    return joins(other) && layer == other.layer && tunnel == other.tunnel && bridge == other.bridge;
  }

  /// Whether one comes here from the open street.
  public boolean isAtStreet() {
    return !tunnel && layer >= 0 && (levels.isEmpty() || levels.contains("0"));
  }
}
