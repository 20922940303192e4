package org.toret.network.sharing;

import java.util.ArrayList;
import java.util.List;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;
import org.toret.network.sharing.SharingRows.ZoneRow;

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

  /// The same with other zones of one system.
  public Sharing withZones(int system, List<ZoneRow> fresh) {
    List<SharingBuilder.Of<ZoneRow>> rows = new ArrayList<>();
    for (int zone = 0; zone < zones.count(); zone++) {
      if (zones.systems()[zone] != system) {
        rows.add(new SharingBuilder.Of<>(zones.systems()[zone], zones.row(zone, types)));
      }
    }
    fresh.forEach(row -> rows.add(new SharingBuilder.Of<>(system, row)));
    return new Sharing(systems, types, stations, plans, SharingBuilder.zones(rows, types));
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
