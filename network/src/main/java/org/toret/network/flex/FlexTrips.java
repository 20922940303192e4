package org.toret.network.flex;

import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// Trips on demand, one row each: on every day of a service, rides from an earlier call to a later
/// one.
///
/// @param ids `feed:trip_id`
/// @param routes index into [org.toret.network.timetable.Routes]
/// @param services index into [org.toret.network.timetable.ServiceCalendar]
/// @param wheelchair GTFS `wheelchair_accessible`: 0 unknown, 1 yes, 2 no
/// @param callOffsets the calls of trip `t` are `callOffsets[t] … callOffsets[t + 1] - 1`
public record FlexTrips(
    TextColumn ids, int[] routes, int[] services, byte[] wheelchair, int[] callOffsets) {

  public int count() {
    return routes.length;
  }

  /// A trip by its id, -1 where there is none.
  public int find(String id) {
    for (int trip = 0; trip < count(); trip++) {
      if (ids.get(trip).equals(id)) {
        return trip;
      }
    }
    return -1;
  }

  void write(ImageWriter image) {
    image
        .texts("flex.trip.id", ids)
        .ints("flex.trip.route", routes)
        .ints("flex.trip.service", services)
        .bytes("flex.trip.wheelchair", wheelchair)
        .ints("flex.trip.calls", callOffsets);
  }

  static FlexTrips read(ImageFile image) {
    return new FlexTrips(
        image.texts("flex.trip.id"),
        image.ints("flex.trip.route"),
        image.ints("flex.trip.service"),
        image.bytes("flex.trip.wheelchair"),
        image.ints("flex.trip.calls"));
  }
}
