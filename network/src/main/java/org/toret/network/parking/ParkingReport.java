package org.toret.network.parking;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;

/// What a source tells of one of its car parks.
///
/// @param id in the words of the source
/// @param free places, -1 where it is not told
/// @param capacity places in all, -1 where it is not told
/// @param atEpochSecond when it was so, [ParkingState#NEVER] where that is not told
/// @param point where it is, null where that is not told
public record ParkingReport(
    String id,
    int free,
    int capacity,
    boolean closed,
    long atEpochSecond,
    @Nullable GeoPoint point) {

  /// Sources put a car park at its gate, its middle or its address; farther away it is another one
  /// of the same id.
  public static final int APART_METRES = 500;

  /// Whether anything is told that helps.
  public boolean tells() {
    return free >= 0 || closed;
  }

  /// The same with a moment where none is told.
  public ParkingReport at(long otherwise) {
    return atEpochSecond == ParkingState.NEVER
        ? new ParkingReport(id, free, capacity, closed, otherwise, point)
        : this;
  }

  /// How far it is from a car park of a city, 0 where its place is not told.
  public double metresFrom(CarParks parks, int park) {
    return point == null ? 0 : Distance.metres(point, parks.point(park));
  }

  /// The news for a city in which the car park is `feed:id`; empty where the city has none such
  /// there, or nothing of use is told.
  public Optional<ParkingState.News> news(String feed, CarParks parks) {
    int park = parks.find(feed + ":" + id);
    return park >= 0
            && metresFrom(parks, park) <= APART_METRES
            && tells()
            && atEpochSecond != ParkingState.NEVER
        ? Optional.of(new ParkingState.News(park, free, closed, atEpochSecond))
        : Optional.empty();
  }
}
