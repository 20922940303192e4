package org.toret.router.drive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.network.zone.AccessRegime;
import org.toret.router.path.StreetPath;

/// A way by car with a place to leave it.
///
/// @param walk from there to the destination, null where it is left at the door
/// @param avoided zones that the shortest way leads through and the car may not enter then
public record DriveOption(
    StreetPath drive, ParkingPlace place, @Nullable StreetPath walk, List<AccessRegime> avoided) {

  public DriveOption {
    avoided = List.copyOf(avoided);
  }

  /// From door to door.
  public int seconds() {
    return drive.seconds() + place.seconds() + (walk == null ? 0 : walk.seconds());
  }
}
