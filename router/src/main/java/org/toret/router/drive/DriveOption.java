package org.toret.router.drive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.network.zone.AccessRegime;
import org.toret.router.path.StreetPath;
import org.toret.router.toll.Due;

/// A way by car with a place to leave it.
///
/// @param walk from there to the destination, null where it is left at the door
/// @param avoided zones that the shortest way leads through and the car may not enter then
/// @param unpaid identities of the charges it was told not to pay, see
///   [org.toret.router.toll.Tolls]
/// @param dues what it must pay
public record DriveOption(
    StreetPath drive,
    ParkingPlace place,
    @Nullable StreetPath walk,
    List<AccessRegime> avoided,
    List<String> unpaid,
    List<Due> dues) {

  public DriveOption {
    avoided = List.copyOf(avoided);
    unpaid = List.copyOf(unpaid);
    dues = List.copyOf(dues);
  }

  /// Whether it is no other than another, whatever was to be avoided.
  boolean isSame(DriveOption other) {
    return place.equals(other.place)
        && dues.equals(other.dues)
        && drive.line().equals(other.drive.line());
  }

  /// From door to door.
  public int seconds() {
    return drive.seconds() + place.seconds() + (walk == null ? 0 : walk.seconds());
  }
}
