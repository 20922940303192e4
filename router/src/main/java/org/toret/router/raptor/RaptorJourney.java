package org.toret.router.raptor;

import java.util.List;

/// One way from origin to destination by timetable: walk, ride, change, ride, walk.
///
/// @param departureSeconds when the rider leaves the origin: as late as the first vehicle allows
/// @param arrivalSeconds when the rider reaches the destination
/// @param rides at least one, in order
public record RaptorJourney(int departureSeconds, int arrivalSeconds, List<Ride> rides) {

  public RaptorJourney {
    rides = List.copyOf(rides);
  }

  /// Vehicles boarded; rides in which one stays seated do not count.
  public int boardings() {
    return (int) rides.stream().filter(ride -> !ride.seated()).count();
  }

  /// Whether a run is left and boarded again: who skips a loop of it saves nothing worth the walk.
  public boolean boardsAgain() {
    long runs =
        rides.stream()
            .filter(ride -> !ride.seated())
            .mapToLong(ride -> (long) ride.day() << Integer.SIZE | ride.trip())
            .distinct()
            .count();
    return runs < boardings();
  }

  /// Whether this is at least as good in departure, arrival and boardings.
  public boolean covers(RaptorJourney other) {
    return departureSeconds >= other.departureSeconds
        && arrivalSeconds <= other.arrivalSeconds
        && boardings() <= other.boardings();
  }
}
