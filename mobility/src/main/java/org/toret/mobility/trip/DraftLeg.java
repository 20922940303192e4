package org.toret.mobility.trip;

import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.TravelMode;
import org.toret.router.path.StreetPath;
import org.toret.router.raptor.Ride;

/// A leg before it is drawn: enough to weigh and compare it.
///
/// @param departure epoch second
/// @param arrival epoch second
/// @param metres along the way
/// @param ride the vehicle run, null for ways of one's own
/// @param path the way over the streets where it is known already, null until it is drawn
record DraftLeg(
    TravelMode mode,
    Site from,
    Site to,
    long departure,
    long arrival,
    int metres,
    @Nullable Ride ride,
    @Nullable StreetPath path) {

  int seconds() {
    return (int) (arrival - departure);
  }

  /// The same leg at another time.
  DraftLeg shifted(long seconds) {
    return new DraftLeg(mode, from, to, departure + seconds, arrival + seconds, metres, ride, path);
  }
}
