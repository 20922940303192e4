package org.toret.testkit.city;

import java.util.Comparator;
import java.util.List;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;

/// Writes journeys as one line each.
///
/// `08:02 A 1 B ~ 2 D 08:30`: leave at 08:02, board line 1 at A, change at B to line 2, alight at
/// D, arrive at 08:30. `B ~ X 2 D`: walk from B to X before boarding. `B = 2 D`: stay seated at B,
/// and `B = X 2 D` where the next trip starts elsewhere. A walk at either end shows as `08:00 ~ A
/// …` and `… D ~ 08:35`.
public final class JourneyText {

  private JourneyText() {}

  /// The journeys, by departure, arrival and boardings.
  public static List<String> lines(Timetable timetable, List<RaptorJourney> journeys) {
    return journeys.stream()
        .sorted(
            Comparator.comparingInt(RaptorJourney::departureSeconds)
                .thenComparingInt(RaptorJourney::arrivalSeconds)
                .thenComparingInt(RaptorJourney::boardings))
        .map(journey -> line(timetable, journey))
        .toList();
  }

  /// One journey.
  public static String line(Timetable timetable, RaptorJourney journey) {
    StringBuilder line = new StringBuilder(ClockText.time(journey.departureSeconds()));
    if (journey.departureSeconds() != journey.rides().getFirst().departureSeconds()) {
      line.append(" ~");
    }
    String here = "";
    for (Ride ride : journey.rides()) {
      String board = stop(timetable, ride, ride.boardCall());
      if (!here.isEmpty()) {
        line.append(ride.seated() ? " =" : " ~");
      }
      if (!board.equals(here)) {
        line.append(' ').append(board);
      }
      here = stop(timetable, ride, ride.alightCall());
      line.append(' ').append(route(timetable, ride)).append(' ').append(here);
    }
    if (journey.arrivalSeconds() != journey.rides().getLast().arrivalSeconds()) {
      line.append(" ~");
    }
    return line.append(' ').append(ClockText.time(journey.arrivalSeconds())).toString();
  }

  private static String stop(Timetable timetable, Ride ride, int call) {
    int pattern = timetable.trips().patterns()[ride.trip()];
    return timetable.stops().names().get(timetable.stop(pattern, call));
  }

  private static String route(Timetable timetable, Ride ride) {
    int pattern = timetable.trips().patterns()[ride.trip()];
    return timetable.routes().name(timetable.patterns().routes()[pattern]);
  }
}
