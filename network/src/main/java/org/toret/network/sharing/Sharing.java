package org.toret.network.sharing;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// What is lasting about the shared vehicles of a city: systems, types, stations, prices and zones.
/// What changes by the minute is [Availability].
public record Sharing(
    SharingSystems systems,
    VehicleTypes types,
    SharingStations stations,
    PricingPlans plans,
    GeofencingZones zones) {

  /// A city without shared vehicles.
  public static Sharing none() {
    return new SharingBuilder().build();
  }

  public boolean isEmpty() {
    return systems.count() == 0;
  }

  public void write(ImageWriter image) {
    systems.write(image);
    types.write(image);
    stations.write(image);
    plans.write(image);
    zones.write(image);
  }

  public static Sharing read(ImageFile image) {
    return new Sharing(
        SharingSystems.read(image),
        VehicleTypes.read(image),
        SharingStations.read(image),
        PricingPlans.read(image),
        GeofencingZones.read(image));
  }
}
