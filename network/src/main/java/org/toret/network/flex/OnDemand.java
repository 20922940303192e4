package org.toret.network.flex;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The rides on demand of a city. Routes, services and stops are those of its
/// [org.toret.network.timetable.Timetable].
public record OnDemand(FlexTrips trips, FlexCalls calls, FlexPlaces places, BookingRules rules) {

  /// A city without rides on demand.
  public static OnDemand none() {
    return new OnDemandBuilder().build();
  }

  public boolean isEmpty() {
    return trips.count() == 0;
  }

  public void write(ImageWriter image) {
    trips.write(image);
    calls.write(image);
    places.write(image);
    rules.write(image);
  }

  public static OnDemand read(ImageFile image) {
    return new OnDemand(
        FlexTrips.read(image),
        FlexCalls.read(image),
        FlexPlaces.read(image),
        BookingRules.read(image));
  }
}
