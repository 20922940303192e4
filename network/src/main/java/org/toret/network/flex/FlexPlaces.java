package org.toret.network.flex;

import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;
import org.toret.network.zone.ZoneAreas;

/// Where a vehicle on demand stops: anywhere in an area, or at any stop of a group.
///
/// @param ids `feed:id` of the location, group or single stop
/// @param areas of a group of stops, and of an area that cannot be read, no rings
/// @param stops the stops of a group, index into [org.toret.network.timetable.Stops]; an empty row
///   for an area
public record FlexPlaces(TextColumn ids, TextColumn names, ZoneAreas areas, Csr stops) {

  public int count() {
    return ids.size();
  }

  /// Whether it is an area, not a group of stops.
  public boolean isArea(int place) {
    return !areas.isEverywhere(place);
  }

  /// Whether a point lies in an area; never in a group of stops.
  public boolean contains(int place, int latE7, int lonE7) {
    return isArea(place) && areas.contains(place, latE7, lonE7);
  }

  void write(ImageWriter image) {
    image
        .texts("flex.place.id", ids)
        .texts("flex.place.name", names)
        .csr("flex.place.stops", stops);
    areas.write(image, "flex.place.area");
  }

  static FlexPlaces read(ImageFile image) {
    return new FlexPlaces(
        image.texts("flex.place.id"),
        image.texts("flex.place.name"),
        ZoneAreas.read(image, "flex.place.area"),
        image.csr("flex.place.stops"));
  }
}
