package org.toret.mobility.plan;

import org.toret.network.City;
import org.toret.network.parking.ParkingState;
import org.toret.network.sharing.Availability;

/// What is known at a moment of things that change by the minute.
///
/// @param sharing shared vehicles and free docks
/// @param parking free places of car parks
public record KnownNow(Availability sharing, ParkingState parking) {

  /// How far from the moment of a journey news may be and still say something of it.
  private static final long MOST_AGE_SECONDS = 30 * 60;

  /// Nothing is known.
  public static KnownNow nothing(City city) {
    return new KnownNow(Availability.unknown(city.sharing()), ParkingState.unknown(city.parking()));
  }

  /// What of it is of use for a journey at its own time.
  public KnownNow then(PlanRequest request, City city) {
    long at = request.when().at().getEpochSecond();
    return request.live()
        ? new KnownNow(sharing.freshAt(at, MOST_AGE_SECONDS), parking.freshAt(at, MOST_AGE_SECONDS))
        : nothing(city);
  }
}
