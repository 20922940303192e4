package org.toret.app.keep;

import org.jspecify.annotations.Nullable;
import org.toret.network.forecast.History;
import org.toret.network.parking.ParkingState;
import org.toret.network.sharing.Availability;
import org.toret.router.hire.HireEngine;

/// What messages tell of shared vehicles and car parks, where it is other than what lies in the
/// folder. Immutable.
///
/// @param sharing null where no message tells of shared vehicles
/// @param hire made ready for zones that were told, null where those of the image hold
/// @param history how it was before
/// @param parking null where no message tells of car parks
public record LiveStock(
    @Nullable Availability sharing,
    @Nullable HireEngine hire,
    @Nullable ParkingState parking,
    History history) {

  /// Nothing is told.
  public static final LiveStock NONE = new LiveStock(null, null, null, History.NONE);

  public LiveStock withSharing(@Nullable Availability told, @Nullable HireEngine zones) {
    return new LiveStock(told, zones, parking, history);
  }

  public LiveStock withParking(@Nullable ParkingState told) {
    return new LiveStock(sharing, hire, told, history);
  }

  public LiveStock withHistory(History known) {
    return new LiveStock(sharing, hire, parking, known);
  }
}
