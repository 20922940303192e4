package org.toret.testkit.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;

/// Follows a journey with the timetable in hand: whether each vehicle runs that day, calls where
/// and when it is said to, takes the rider, and can be caught after the one before.
public final class JourneyCheck {

  private static final byte NO = 2;
  private static final byte YES = 1;
  private static final byte NOT_HERE = 1;

  private final TimetableView view;
  private final Timetable timetable;
  private final RangeQuery query;
  private final List<List<Change>> changes;
  private final List<String> faults = new ArrayList<>();

  private JourneyCheck(TimetableView view, RangeQuery query) {
    this.view = view;
    this.timetable = view.timetable();
    this.query = query;
    this.changes = Change.all(view, query);
  }

  /// What is wrong with the answer to a question; empty when it can be ridden as it stands and no
  /// journey makes another one pointless.
  public static List<String> faults(
      TimetableView view, RangeQuery query, List<RaptorJourney> journeys) {
    JourneyCheck check = new JourneyCheck(view, query);
    for (RaptorJourney journey : journeys) {
      check.checkJourney(journey);
      for (RaptorJourney other : journeys) {
        check.require(journey == other || !journey.covers(other), other + " is needless");
      }
    }
    return check.faults;
  }

  private void checkJourney(RaptorJourney journey) {
    List<Ride> rides = journey.rides();
    if (rides.isEmpty() || rides.getFirst().seated()) {
      faults.add("No first boarding in " + journey);
      return;
    }
    for (int i = 0; i < rides.size(); i++) {
      Ride after = i + 1 < rides.size() ? rides.get(i + 1) : null;
      checkRide(rides.get(i), after != null && after.seated());
      if (after != null) {
        checkChange(rides.get(i), after);
      }
    }
    Ride first = rides.getFirst();
    Ride last = rides.getLast();
    OptionalInt access = walk(query.access(), node(first, first.boardCall()));
    OptionalInt egress = walk(query.egress(), node(last, last.alightCall()));
    require(
        access.isPresent()
            && journey.departureSeconds() == first.departureSeconds() - access.getAsInt(),
        "The departure is not that of the first vehicle in " + journey);
    require(
        egress.isPresent() && journey.arrivalSeconds() == last.arrivalSeconds() + egress.getAsInt(),
        "The arrival is not that of the last vehicle in " + journey);
    require(journey.boardings() <= query.maxRides(), "Too many boardings in " + journey);
    require(
        Front.answers(query, journey.departureSeconds(), journey.arrivalSeconds()),
        "Out of the window or too long: " + journey);
  }

  private void checkRide(Ride ride, boolean staysSeated) {
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[ride.trip()];
    int length = patterns.length(pattern);
    long epochDay = view.days().get(ride.day()).date().toEpochDay();
    int service = timetable.trips().services()[ride.trip()];
    require(timetable.calendar().runs(service, (int) epochDay), "Does not run that day: " + ride);
    require(
        ride.boardCall() >= 0 && ride.boardCall() < ride.alightCall() && ride.alightCall() < length,
        "No such calls: " + ride);
    int times = patterns.timeOffset(pattern, ride.trip());
    int shift = shiftSeconds(ride.day());
    require(
        ride.departureSeconds() == patterns.departure(times + ride.boardCall()) + shift
            && ride.arrivalSeconds() == patterns.arrival(times + ride.alightCall()) + shift,
        "Not the published times: " + ride);
    int calls = patterns.stopOffsets()[pattern];
    if (!ride.seated()) {
      require(patterns.pickups()[calls + ride.boardCall()] != NOT_HERE, "No boarding: " + ride);
      require(stopAdmits(ride, ride.boardCall()), "No step-free boarding: " + ride);
    }
    if (!staysSeated) {
      require(patterns.dropOffs()[calls + ride.alightCall()] != NOT_HERE, "No alighting: " + ride);
      require(stopAdmits(ride, ride.alightCall()), "No step-free alighting: " + ride);
    }
    int mode = timetable.routes().modes()[patterns.routes()[pattern]];
    require((query.modes() >> mode & 1) == 1, "Not a mode asked for: " + ride);
    require(!query.stepFree() || patterns.wheelchair()[pattern] != NO, "No wheelchairs: " + ride);
    require(!query.bikes() || patterns.bikes()[pattern] == YES, "No bicycles: " + ride);
  }

  private void checkChange(Ride from, Ride to) {
    if (to.seated()) {
      int pattern = timetable.trips().patterns()[from.trip()];
      require(
          timetable.trips().next()[from.trip()] == to.trip()
              && from.day() == to.day()
              && from.alightCall() == timetable.patterns().length(pattern) - 1
              && to.boardCall() == 0,
          "Cannot stay seated from %s to %s".formatted(from, to));
      return;
    }
    int target = node(to, to.boardCall());
    int available = to.departureSeconds() - from.arrivalSeconds();
    boolean possible =
        changes.get(node(from, from.alightCall())).stream()
            .anyMatch(change -> change.node() == target && change.seconds() <= available);
    require(possible, "Cannot change from %s to %s".formatted(from, to));
  }

  private OptionalInt walk(Foothold foothold, int node) {
    int stop = timetable.nodes().stops()[node];
    for (int i = 0; i < foothold.count(); i++) {
      if (foothold.stops()[i] == stop) {
        return OptionalInt.of(foothold.seconds()[i]);
      }
    }
    return OptionalInt.empty();
  }

  private boolean stopAdmits(Ride ride, int call) {
    int stop = timetable.nodes().stops()[node(ride, call)];
    byte access = timetable.stops().wheelchair()[stop];
    return access != Stops.CLOSED && (!query.stepFree() || access != NO);
  }

  private int node(Ride ride, int call) {
    int pattern = timetable.trips().patterns()[ride.trip()];
    return timetable.patterns().nodes()[timetable.patterns().stopOffsets()[pattern] + call];
  }

  private int shiftSeconds(int day) {
    long noon = view.days().get(day).date().atTime(12, 0).atZone(view.zone()).toEpochSecond();
    long base = view.baseDate().atTime(12, 0).atZone(view.zone()).toEpochSecond();
    return Math.toIntExact(noon - base);
  }

  private void require(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
