package org.toret.router.hire;

import org.jspecify.annotations.Nullable;
import org.toret.router.path.StreetPath;

/// A walk to a shared vehicle, the ride, and the walk from where it is left.
///
/// @param type index into [org.toret.network.sharing.VehicleTypes]
/// @param access the walk to the vehicle, null where one stands beside it
/// @param egress the walk on, null where the vehicle is left at the destination
public record HireOption(
    int type,
    HirePlace pickup,
    HirePlace drop,
    @Nullable StreetPath access,
    StreetPath ride,
    @Nullable StreetPath egress) {

  /// Walking and riding, without the moments it takes to unlock and lock.
  public int seconds() {
    return seconds(access) + ride.seconds() + seconds(egress);
  }

  private static int seconds(@Nullable StreetPath path) {
    return path == null ? 0 : path.seconds();
  }
}
