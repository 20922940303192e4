package org.toret.mobility.reliability;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Leg;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.traffic.SlowTraffic;

/// Says of rides how much later they are expected for slow traffic on their way. Of a run of which
/// something is told today nothing is said: whoever tells it knows.
///
/// @param directory of the timetable of now
record Jams(
    SlowTraffic slow,
    LiveTimetable timetable,
    Directory directory,
    Expectation expectation,
    ZoneId zone) {

  /// An alternative with what slow traffic makes of its rides.
  Alternative on(Alternative way) {
    if (slow == SlowTraffic.NONE) {
      return way;
    }
    List<Leg> legs = way.legs().stream().map(this::on).toList();
    return legs.equals(way.legs()) ? way : way.with(legs);
  }

  private Leg on(Leg leg) {
    Leg.Transit ride = leg.transit();
    if (ride == null || !ride.live().equals("scheduled")) {
      return leg;
    }
    OptionalInt trip = directory.findTrip(ride.trip());
    if (trip.isEmpty()
        || timetable.findChange(trip.getAsInt(), ride.serviceDate()).isPresent()
        || expectation.toldAt(ride).isPresent()) {
      return leg;
    }
    int board = ride.fromSequence() - 1;
    SlowTraffic.Lateness late =
        slow.lateness(
            trip.getAsInt(), board, ride.toSequence() - 1, origin(trip.getAsInt(), board, ride));
    return late.isTold()
        ? leg.in(
            new Leg.SlowTraffic(
                late.boardingSeconds(),
                late.arrivalSeconds(),
                late.metres(),
                Instant.ofEpochSecond(late.readAt()).atZone(zone).toOffsetDateTime()))
        : leg;
  }

  /// From when the times of a trip count; of one that is repeated those of the vehicle boarded.
  private long origin(int trip, int board, Leg.Transit ride) {
    Timetable published = timetable.published();
    Patterns patterns = published.patterns();
    int times = patterns.timeOffset(published.trips().patterns()[trip], trip);
    return ride.scheduledDeparture().toEpochSecond() - patterns.departure(times + board);
  }
}
