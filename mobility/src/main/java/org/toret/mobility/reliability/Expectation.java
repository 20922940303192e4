package org.toret.mobility.reliability;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.reliability.DelayHistory.Event;
import org.toret.network.timetable.Stops;
import org.toret.router.raptor.TimetableView;

/// What delay is to be expected where a leg is boarded or left: of a run of which something is told
/// now by how far such words were from what came, of any other by how late the line was, or by slow
/// traffic on its way where that makes it later.
///
/// @param now epoch second, [#NOTHING_TOLD] where live data shall not count
/// @param country whose holidays count
record Expectation(
    DelayWatch watch, Directory directory, Stops stops, ZoneId zone, String country, long now) {

  static final long NOTHING_TOLD = Long.MAX_VALUE;

  /// Where a ride ends.
  Optional<Delays> arriving(Leg leg, Leg.Transit ride) {
    Leg.SlowTraffic slow = ride.slowTraffic();
    return at(ride, ride.stops().getLast(), leg.arrival(), Event.ARRIVAL, false)
        .map(delays -> slow == null ? delays : delays.atLeast(slow.arrivalSeconds()));
  }

  /// Where a ride begins.
  Optional<Delays> leaving(Leg leg, Leg.Transit ride) {
    Leg.Call call = ride.stops().getFirst();
    boolean first = ride.fromSequence() == 1;
    boolean stays = !first && call.scheduledDeparture().isAfter(call.scheduledArrival());
    Leg.SlowTraffic slow = ride.slowTraffic();
    return at(ride, call, leg.departure(), stays ? Event.DEPARTURE : Event.ARRIVAL, first)
        .map(delays -> slow == null ? delays : delays.atLeast(slow.boardingSeconds()));
  }

  private Optional<Delays> at(
      Leg.Transit ride, Leg.Call call, OffsetDateTime expected, Event event, boolean first) {
    String line = ride.route().id();
    LocalDate date = ride.serviceDate();
    OptionalLong told = toldAt(ride);
    if (told.isPresent()) {
      long lead = Math.max(0, expected.toEpochSecond() - told.getAsLong());
      return watch.history().errors(line, DelayHistory.lead(lead));
    }
    OffsetDateTime scheduled = first ? call.scheduledDeparture() : call.scheduledArrival();
    long seconds = scheduled.toEpochSecond() - TimetableView.origin(date, zone);
    int slot = Slot.of(date, seconds, country);
    return watch.history().delays(new DelayHistory.Where(line, station(call), slot, event));
  }

  /// When something was told last of a run, while it holds.
  OptionalLong toldAt(Leg.Transit ride) {
    return now == NOTHING_TOLD
        ? OptionalLong.empty()
        : watch.toldAt(ride.trip(), ride.serviceDate(), now);
  }

  private String station(Leg.Call call) {
    OptionalInt stop = directory.findStop(call.stop());
    return stop.isEmpty() ? call.stop() : stops.ids().get(stops.station(stop.getAsInt()));
  }
}
