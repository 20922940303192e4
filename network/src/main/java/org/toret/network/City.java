package org.toret.network;

import org.toret.network.fare.FareRules;
import org.toret.network.flex.OnDemand;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;
import org.toret.network.parking.CarParks;
import org.toret.network.sharing.Sharing;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;
import org.toret.network.zone.AccessZones;

/// A compiled city: everything a search reads, as immutable columns in one image.
///
/// @param transfers changes between vehicles
/// @param stepFreeTransfers the same without steps
/// @param zones where cars may not always enter
public record City(
    CityInfo info,
    Timetable timetable,
    StreetNetwork streets,
    Transfers transfers,
    Transfers stepFreeTransfers,
    FareRules fares,
    Sharing sharing,
    OnDemand onDemand,
    AccessZones zones,
    CarParks parking) {

  /// The same city with another timetable of the same stops.
  public City with(Timetable other) {
    return new City(
        info,
        other,
        streets,
        transfers,
        stepFreeTransfers,
        fares,
        sharing,
        onDemand,
        zones,
        parking);
  }

  /// The image of this city, ready to be written to a file.
  public ImageWriter image() {
    ImageWriter image = new ImageWriter();
    info.write(image);
    timetable.write(image);
    streets.write(image);
    transfers.write(image, "transfers");
    stepFreeTransfers.write(image, "stepFreeTransfers");
    fares.write(image);
    sharing.write(image);
    onDemand.write(image);
    zones.write(image);
    parking.write(image);
    return image;
  }

  public static City read(ImageFile image) {
    return new City(
        CityInfo.read(image),
        Timetable.read(image),
        StreetNetwork.read(image),
        Transfers.read(image, "transfers"),
        Transfers.read(image, "stepFreeTransfers"),
        FareRules.read(image),
        Sharing.read(image),
        OnDemand.read(image),
        AccessZones.read(image),
        CarParks.read(image));
  }
}
