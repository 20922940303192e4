package org.toret.network.parking;

import java.util.Optional;

/// What a source tells of one of its car parks.
///
/// @param id in the words of the source
/// @param free places, -1 where it is not told
/// @param capacity places in all, -1 where it is not told
/// @param atEpochSecond when it was so, [ParkingState#NEVER] where that is not told
public record ParkingReport(String id, int free, int capacity, boolean closed, long atEpochSecond) {

  /// Whether anything is told that helps.
  public boolean tells() {
    return free >= 0 || closed;
  }

  /// The same with a moment where none is told.
  public ParkingReport at(long otherwise) {
    return atEpochSecond == ParkingState.NEVER
        ? new ParkingReport(id, free, capacity, closed, otherwise)
        : this;
  }

  /// The news for a city in which the car park is `feed:id`; empty where the city has none such, or
  /// nothing of use is told.
  public Optional<ParkingState.News> news(String feed, CarParks parks) {
    int park = parks.find(feed + ":" + id);
    return park >= 0 && tells() && atEpochSecond != ParkingState.NEVER
        ? Optional.of(new ParkingState.News(park, free, closed, atEpochSecond))
        : Optional.empty();
  }
}
