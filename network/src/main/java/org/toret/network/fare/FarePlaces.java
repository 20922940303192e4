package org.toret.network.fare;

import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// Where rules hold: areas of stops and networks of routes.
///
/// @param areasOfStop rows are the timetable's stops; a platform without areas of its own has those
///   of its station
/// @param networksOfRoute rows are the timetable's routes
public record FarePlaces(
    TextColumn areaIds, Csr areasOfStop, TextColumn networkIds, Csr networksOfRoute) {

  void write(ImageWriter image, String prefix) {
    image
        .texts(prefix + "area", areaIds)
        .csr(prefix + "areas", areasOfStop)
        .texts(prefix + "network", networkIds)
        .csr(prefix + "networks", networksOfRoute);
  }

  static FarePlaces read(ImageFile image, String prefix) {
    return new FarePlaces(
        image.texts(prefix + "area"),
        image.csr(prefix + "areas"),
        image.texts(prefix + "network"),
        image.csr(prefix + "networks"));
  }
}
