package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderElement;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.network.street.MapFeatures.Kind;

/// Which OpenStreetMap objects a map shows besides streets, and as what.
final class FeatureTags {

  private static final Set<String> WATERWAYS = Set.of("river", "canal", "stream");
  private static final Set<String> PARK_LEISURE =
      Set.of("park", "garden", "playground", "pitch", "golf_course", "nature_reserve", "dog_park");
  private static final Set<String> PARK_LAND =
      Set.of("cemetery", "recreation_ground", "village_green", "allotments", "flowerbed");
  private static final Set<String> WOOD_LAND =
      Set.of("forest", "meadow", "grass", "orchard", "vineyard", "farmland", "greenfield");
  private static final Set<String> WOOD_NATURE =
      Set.of("wood", "scrub", "grassland", "heath", "wetland");
  private static final Set<String> WORKS_LAND =
      Set.of("industrial", "railway", "commercial", "retail", "construction", "brownfield");
  private static final Map<String, Kind> PLACES =
      Map.of(
          "city", Kind.CITY,
          "town", Kind.TOWN,
          "village", Kind.VILLAGE,
          "hamlet", Kind.VILLAGE,
          "suburb", Kind.QUARTER,
          "borough", Kind.QUARTER,
          "quarter", Kind.QUARTER,
          "neighbourhood", Kind.NEIGHBOURHOOD,
          "locality", Kind.NEIGHBOURHOOD);

  private FeatureTags() {}

  /// The kind of a named place, or null.
  static @Nullable Kind place(ReaderElement element) {
    return name(element).isEmpty() ? null : PLACES.get(element.getTag("place", ""));
  }

  /// The kind of a line, or null.
  static @Nullable Kind line(ReaderElement element) {
    boolean hidden = element.hasTag("tunnel") && !element.hasTag("tunnel", "no");
    boolean water = WATERWAYS.contains(element.getTag("waterway", ""));
    return water && !hidden ? Kind.WATERWAY : null;
  }

  /// The kind of an area, or null.
  static @Nullable Kind area(ReaderElement element) {
    String natural = element.getTag("natural", "");
    String land = element.getTag("landuse", "");
    boolean water = natural.equals("water") || element.hasTag("waterway", "riverbank");
    if (water || land.equals("reservoir") || land.equals("basin")) {
      return Kind.WATER_AREA;
    }
    if (PARK_LEISURE.contains(element.getTag("leisure", "")) || PARK_LAND.contains(land)) {
      return Kind.PARK;
    }
    if (WOOD_LAND.contains(land) || WOOD_NATURE.contains(natural)) {
      return Kind.WOOD;
    }
    return WORKS_LAND.contains(land) ? Kind.WORKS : null;
  }

  static String name(ReaderElement element) {
    return element.getTag("name", "");
  }
}
