package org.toret.feeds.siri;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.toret.feeds.gtfsrt.TripUpdate.CallRelationship;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeEvent;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeProperties;
import org.toret.feeds.gtfsrt.TripUpdate.StopTimeUpdate;
import org.toret.network.timetable.Timetable;

/// Says what SIRI tells of calls in the words of GTFS-Realtime.
///
/// @param prefix id of the feed with its colon
record CallTeller(Timetable timetable, String prefix, SiriIds ids) {

  /// What changes about the calls of a trip.
  List<StopTimeUpdate> changes(List<CallFinder.Found> found, CallFinder trip) {
    List<StopTimeUpdate> changes = new ArrayList<>();
    for (CallFinder.Found one : found) {
      if (one.index() >= 0) {
        int published = trip.stopOf(one.index());
        int assigned = assigned(one);
        changes.add(
            update(
                one.call(),
                OptionalInt.of(trip.sequenceOf(one.index())),
                id(published),
                assigned == published ? "" : id(assigned),
                false));
      }
    }
    return changes;
  }

  /// Where a vehicle calls: the quay assigned, else the stop told.
  private int assigned(CallFinder.Found found) {
    int assigned = found.call().assigned().isEmpty() ? -1 : ids.stop(found.call().assigned());
    return assigned < 0 ? found.stop() : assigned;
  }

  /// All calls of a run that goes otherwise than its trip; those that the trip has keep their
  /// number.
  List<StopTimeUpdate> inFull(List<CallFinder.Found> found, CallFinder trip) {
    int beyond = trip.sequenceOf(trip.length() - 1);
    List<StopTimeUpdate> calls = new ArrayList<>();
    for (CallFinder.Found one : found) {
      if (!one.call().isCancelled() && one.stop() >= 0) {
        beyond++;
        int number = one.index() < 0 ? beyond : trip.sequenceOf(one.index());
        calls.add(update(one.call(), OptionalInt.of(number), id(assigned(one)), "", true));
      }
    }
    return calls;
  }

  /// All calls of an extra run.
  List<StopTimeUpdate> inFull(List<SiriJourney.Call> told) {
    List<StopTimeUpdate> calls = new ArrayList<>();
    for (SiriJourney.Call call : told) {
      int stop = ids.stop(call.assigned().isEmpty() ? call.stop() : call.assigned());
      if (!call.isCancelled()) {
        calls.add(update(call, OptionalInt.empty(), stop < 0 ? call.stop() : id(stop), "", true));
      }
    }
    return calls;
  }

  private String id(int stop) {
    return timetable.stops().ids().get(stop).substring(prefix.length());
  }

  private static StopTimeUpdate update(
      SiriJourney.Call call, OptionalInt number, String stop, String assigned, boolean full) {
    Optional<StopTimeProperties> properties =
        assigned.isEmpty() && call.pickupType().isEmpty() && call.dropOffType().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new StopTimeProperties(assigned, "", call.pickupType(), call.dropOffType()));
    return new StopTimeUpdate(
        number,
        stop,
        event(call.aimedArrival(), call.expectedArrival(), full),
        event(call.aimedDeparture(), call.expectedDeparture(), full),
        call.isCancelled() ? CallRelationship.SKIPPED : CallRelationship.SCHEDULED,
        call.occupancy(),
        properties);
  }

  /// Aimed times alone say when a run told in full goes, and nothing of a published one.
  private static Optional<StopTimeEvent> event(
      OptionalLong aimed, OptionalLong expected, boolean full) {
    if (expected.isEmpty() && (!full || aimed.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new StopTimeEvent(OptionalInt.empty(), expected, aimed, OptionalInt.empty()));
  }
}
