package org.toret.router.drive;

import java.util.List;
import org.toret.router.walk.StopReach;

/// Stops reached by car and on foot from where it is left.
///
/// @param reach the stops, with the whole time from the start
/// @param lots where the car is left for each of them
public record LotReach(StopReach reach, List<Lot> lots) {

  static final LotReach NONE =
      new LotReach(new StopReach(new int[0], new int[0], new int[0]), List.of());

  /// A car park on the way to a stop.
  ///
  /// @param driveSeconds from the start to the car park
  /// @param walkSeconds from there to the stop
  public record Lot(
      int stop, ParkingPlace place, int driveSeconds, int walkSeconds, int walkMetres) {

    int seconds() {
      return driveSeconds + place.seconds() + walkSeconds;
    }
  }

  public LotReach {
    lots = List.copyOf(lots);
  }

  /// Where the car is left for a stop; there must be one.
  public Lot of(int stop) {
    return lots.stream().filter(lot -> lot.stop() == stop).findFirst().orElseThrow();
  }
}
