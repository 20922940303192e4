package org.toret.router.raptor;

import java.util.List;

/// One way from origin to destination by timetable: walk, ride, change, ride, walk.
///
/// @param departureSeconds when the rider leaves the origin: as late as the first vehicle allows
/// @param arrivalSeconds when the rider reaches the destination
/// @param rides at least one, in order
public record RaptorJourney(int departureSeconds, int arrivalSeconds, List<Ride> rides) {

  /// Who spends so long between two vehicles waits for the next service rather than changes.
  private static final int IDLE_SECONDS = 3600;

  /// What nobody waits so long for: two minutes, or a part of what a shorter way saves.
  private static final int HARDLY_SECONDS = 120;

  private static final int SAVED_FOR_EACH = 5;

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

  /// Whether somebody waits an hour or more on the way, though another way takes at least half an
  /// hour less and leaves and arrives as well, in no more vehicles; or worse by no more than a
  /// fifth of what it saves.
  boolean idlesBeside(RaptorJourney other) {
    int saved = seconds() - other.seconds();
    int earlier = Math.max(0, departureSeconds - other.departureSeconds);
    int later = Math.max(0, other.arrivalSeconds - arrivalSeconds);
    return idles()
        && saved >= IDLE_SECONDS / 2
        && earlier + later <= Math.max(HARDLY_SECONDS, saved / SAVED_FOR_EACH)
        && other.boardings() <= boardings();
  }

  /// Whether somebody waits an hour or more on the way.
  boolean idles() {
    return longestChangeSeconds() >= IDLE_SECONDS;
  }

  /// When nothing beside which one idles arrives later.
  int idleUntil() {
    return arrivalSeconds + Math.max(HARDLY_SECONDS, seconds() / SAVED_FOR_EACH);
  }

  private int seconds() {
    return arrivalSeconds - departureSeconds;
  }

  private int longestChangeSeconds() {
    int longest = 0;
    for (int i = 1; i < rides.size(); i++) {
      int seconds = rides.get(i).departureSeconds() - rides.get(i - 1).arrivalSeconds();
      longest = rides.get(i).seated() ? longest : Math.max(longest, seconds);
    }
    return longest;
  }

  /// Whether this is at least as good in departure, arrival and boardings.
  public boolean covers(RaptorJourney other) {
    return departureSeconds >= other.departureSeconds
        && arrivalSeconds <= other.arrivalSeconds
        && boardings() <= other.boardings();
  }
}
