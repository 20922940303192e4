package org.toret.app.search;

import java.util.ArrayList;
import java.util.List;
import org.toret.app.stops.StopUse;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Timetable;

/// Lists everything of a city that can be looked up by name: its stations and stops (those of one
/// name and spot as one), its streets (one entry per town they run in) and the places of the map.
public final class PlaceCollector {

  private static final int MAX_MUNICIPALITY_METRES = 9000;

  private final Timetable timetable;
  private final StreetNetwork streets;
  private final StopUse use;
  private final Municipalities municipalities;
  private final List<FoundPlace> places = new ArrayList<>();

  public PlaceCollector(Timetable timetable, StreetNetwork streets, StopUse use) {
    this.timetable = timetable;
    this.streets = streets;
    this.use = use;
    this.municipalities = new Municipalities(streets.features(), MAX_MUNICIPALITY_METRES);
  }

  /// The places, in no order that matters.
  public List<FoundPlace> collect() {
    new StopGroups(timetable, use, municipalities).addTo(places);
    new StreetGroups(streets, municipalities).addTo(places);
    addFeatures();
    return places;
  }

  private void addFeatures() {
    MapFeatures features = streets.features();
    for (int feature = 0; feature < features.count(); feature++) {
      String name = features.names().get(feature);
      PlaceKind kind = kind(features.kind(feature));
      if (name.isEmpty() || kind == null) {
        continue;
      }
      GeoPoint point = middle(features, feature);
      boolean isTown = features.kind(feature).ordinal() <= MapFeatures.Kind.VILLAGE.ordinal();
      places.add(
          new FoundPlace(
              kind,
              "",
              name,
              kind == PlaceKind.PLACE && isTown ? "" : municipalities.of(point),
              point.lat(),
              point.lon(),
              List.of(),
              weight(features.kind(feature)),
              List.of()));
    }
  }

  private static @org.jspecify.annotations.Nullable PlaceKind kind(MapFeatures.Kind kind) {
    return switch (kind) {
      case CITY, TOWN, VILLAGE, QUARTER, NEIGHBOURHOOD -> PlaceKind.PLACE;
      case PARK, WOOD -> PlaceKind.PARK;
      case WATER_AREA, WATERWAY, WORKS -> null;
    };
  }

  private static double weight(MapFeatures.Kind kind) {
    return switch (kind) {
      case CITY -> 1;
      case TOWN -> 0.7;
      case VILLAGE, QUARTER -> 0.5;
      case NEIGHBOURHOOD -> 0.3;
      default -> 0.2;
    };
  }

  private static GeoPoint middle(MapFeatures features, int feature) {
    int from = features.ringOffsets()[features.firstRing(feature)];
    int to = features.ringOffsets()[features.firstRing(feature) + 1];
    long lat = 0;
    long lon = 0;
    for (int i = from; i < to; i++) {
      lat += features.latsE7()[i];
      lon += features.lonsE7()[i];
    }
    return GeoPoint.ofE7((int) (lat / (to - from)), (int) (lon / (to - from)));
  }
}
