package org.toret.feeds.siri;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.toret.feeds.gtfsrt.TripUpdate.CallRelationship;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeEvent;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeProperties;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeUpdate;
import org.toret.network.timetable.Timetable;

/// Writes the calls of one run.
final class CallWriter {

  private final Timetable timetable;
  private final String prefix;
  private final SiriIds ids;

  /// @param prefix id of the feed with its colon
  CallWriter(Timetable timetable, String prefix, SiriIds ids) {
    this.timetable = timetable;
    this.prefix = prefix;
    this.ids = ids;
  }

  /// Where one stands in a run while it is written.
  private static final class Place {
    private final Map<String, Integer> visits = new HashMap<>();
    private int order;

    void next(SiriXml xml, String stop, String name) {
      xml.text("StopPointRef", stop)
          .number("VisitNumber", visits.merge(stop, 1, Integer::sum))
          .number("Order", ++order)
          .text("StopPointName", name);
    }
  }

  /// Calls that its trip has, or all of a run that is not published.
  void all(SiriXml xml, List<StopTimeUpdate> calls) {
    Place place = new Place();
    calls.forEach(call -> call(xml, call, place, false));
  }

  /// Calls of a run that goes another way than its trip: what the trip does not have is extra, what
  /// it has besides is cancelled.
  void replaced(SiriXml xml, String ref, List<StopTimeUpdate> calls) {
    int trip = ids.trip(ref);
    if (trip < 0) {
      all(xml, calls);
      return;
    }
    CallFinder published = new CallFinder(timetable, ids, trip, 0);
    Place place = new Place();
    int next = 0;
    for (StopTimeUpdate call : calls) {
      int at = at(published, call, next);
      for (; next < at; next++) {
        left(xml, published.stopOf(next), place);
      }
      next = Math.max(next, at + 1);
      call(xml, call, place, at < 0);
    }
    for (; next < published.length(); next++) {
      left(xml, published.stopOf(next), place);
    }
  }

  private int at(CallFinder published, StopTimeUpdate call, int from) {
    int stop = ids.stop(call.stopId());
    for (int index = from; index < published.length(); index++) {
      if (published.stopOf(index) == stop
          && call.stopSequence().equals(OptionalInt.of(published.sequenceOf(index)))) {
        return index;
      }
    }
    return -1;
  }

  private void left(SiriXml xml, int stop, Place place) {
    xml.open("EstimatedCall");
    place.next(
        xml,
        timetable.stops().ids().get(stop).substring(prefix.length()),
        timetable.stops().names().get(stop));
    xml.text("Cancellation", "true").close();
  }

  private void call(SiriXml xml, StopTimeUpdate call, Place place, boolean extra) {
    int stop = ids.stop(call.stopId());
    boolean passes = call.relationship() == CallRelationship.SKIPPED;
    Optional<StopTimeProperties> told = call.properties();
    xml.open("EstimatedCall");
    place.next(xml, call.stopId(), stop < 0 ? "" : timetable.stops().names().get(stop));
    xml.yes("ExtraCall", extra).yes("Cancellation", passes);
    call.departureOccupancy().ifPresent(how -> xml.text("Occupancy", Codes.word(how)));
    xml.time("AimedArrivalTime", aimed(call.arrival()));
    if (!passes) {
      xml.time("ExpectedArrivalTime", expected(call.arrival()));
    }
    if (is(told.map(StopTimeProperties::dropOffType), 1)) {
      xml.text("ArrivalBoardingActivity", "noAlighting");
    }
    xml.time("AimedDepartureTime", aimed(call.departure()));
    if (!passes) {
      xml.time("ExpectedDepartureTime", expected(call.departure()));
    }
    if (is(told.map(StopTimeProperties::pickupType), 1)) {
      xml.text("DepartureBoardingActivity", "noBoarding");
    }
    String assigned = told.map(StopTimeProperties::assignedStopId).orElse("");
    if (!assigned.isEmpty()) {
      xml.open("DepartureStopAssignment")
          .text("AimedQuayRef", call.stopId())
          .text("ExpectedQuayRef", assigned)
          .close();
    }
    xml.close();
  }

  private static boolean is(Optional<OptionalInt> rule, int number) {
    return rule.isPresent() && rule.get().equals(OptionalInt.of(number));
  }

  private static OptionalLong aimed(Optional<StopTimeEvent> event) {
    return event.map(StopTimeEvent::scheduledEpochSeconds).orElse(OptionalLong.empty());
  }

  private static OptionalLong expected(Optional<StopTimeEvent> event) {
    return event.map(StopTimeEvent::timeEpochSeconds).orElse(OptionalLong.empty());
  }
}
