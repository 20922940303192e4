package org.toret.router.flex;

import java.time.LocalDate;
import org.toret.router.path.StreetPath;

/// A ride on demand.
///
/// @param trip index into [org.toret.network.flex.FlexTrips]
/// @param day its service day
/// @param pickupCall index into [org.toret.network.flex.FlexCalls]
/// @param dropOffCall the same
/// @param drive the way by car, without detours for others
/// @param pickup earliest pick-up, epoch second
/// @param dropOff epoch second
public record FlexRide(
    int trip,
    LocalDate day,
    int pickupCall,
    int dropOffCall,
    FlexEnd from,
    FlexEnd to,
    StreetPath drive,
    long pickup,
    long dropOff,
    FlexBooking booking) {

  /// When one leaves the door, epoch second.
  public long departure() {
    return pickup - from.walkSeconds();
  }

  /// When one is at the other door, epoch second.
  public long arrival() {
    return dropOff + to.walkSeconds();
  }
}
