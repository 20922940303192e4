package org.toret.mobility.trip;

import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.TravelMode;
import org.toret.router.path.StreetPath;

/// A leg before it is drawn: enough to weigh and compare it.
///
/// @param departure epoch second
/// @param arrival epoch second
/// @param metres along the way
/// @param ride the vehicle run, null for ways of one's own
/// @param path the way over the streets where it is known already, null until it is drawn
/// @param hire the shared vehicle, null for any other
record DraftLeg(
    TravelMode mode,
    Site from,
    Site to,
    long departure,
    long arrival,
    int metres,
    @Nullable DatedRide ride,
    @Nullable StreetPath path,
    @Nullable Hire hire) {

  /// A leg without a shared vehicle.
  DraftLeg(
      TravelMode mode,
      Site from,
      Site to,
      long departure,
      long arrival,
      int metres,
      @Nullable DatedRide ride,
      @Nullable StreetPath path) {
    this(mode, from, to, departure, arrival, metres, ride, path, null);
  }

  int seconds() {
    return (int) (arrival - departure);
  }

  /// Whether a vehicle is boarded for it.
  boolean boards() {
    return ride != null && !ride.seated();
  }

  /// The same leg at another time.
  DraftLeg shifted(long seconds) {
    return new DraftLeg(
        mode, from, to, departure + seconds, arrival + seconds, metres, ride, path, hire);
  }

  /// The same leg in a run told otherwise.
  DraftLeg riding(DatedRide other) {
    return new DraftLeg(mode, from, to, departure, arrival, metres, other, path, hire);
  }
}
