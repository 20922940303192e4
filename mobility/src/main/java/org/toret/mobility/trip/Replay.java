package org.toret.mobility.trip;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.toret.base.geo.GeoPoint;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.trip.DraftLeg.DatedRide;
import org.toret.mobility.trip.DraftLeg.Parked;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.parking.CarParks;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.drive.ParkingPlace;
import org.toret.router.journey.CarriedBike;
import org.toret.router.journey.CityEngine;
import org.toret.router.raptor.DayTimetable;
import org.toret.router.raptor.Schedule;
import org.toret.router.raptor.TimetableView;

/// Times an alternative again from its identity: the same trips on the same dates, at the times
/// they have now.
///
/// Refused as `run_canceled`, as `stop_passed` when a vehicle does not let people in or out there
/// today, as `change_missed` when a ride is not reached, and as `alternative_gone` when a trip, a
/// date or a stop is not there any more.
final class Replay {

  /// No journey lasts longer; an identity that does was made up.
  private static final int LONGEST_SECONDS = 7 * 86_400;

  private final Schedule schedule;
  private final Timetable timetable;
  private final Directory directory;
  private final DraftMaker maker;
  private final HireReplay hires;
  private final CarParks parks;
  private final LiveTimetable live;
  private final CalledFinder called;
  private final KnownNow now;

  /// @param now by when a ride on demand must still be bookable
  Replay(
      CityEngine engine,
      Directory directory,
      DraftMaker maker,
      HireFinder finder,
      CalledFinder called,
      KnownNow now) {
    this.called = called;
    this.now = now;
    this.schedule = engine.schedule();
    this.timetable = schedule.timetable();
    this.directory = directory;
    this.maker = maker;
    hires = new HireReplay(finder, engine.city().sharing());
    parks = engine.city().parking();
    live = engine.live();
  }

  Outcome<List<DraftLeg>> of(AlternativeId id) {
    Optional<TimetableView> view = view(id);
    List<DraftLeg> legs = new ArrayList<>();
    for (AlternativeId.Part part : id.parts()) {
      Outcome<DraftLeg> leg =
          switch (part) {
            case AlternativeId.Run run -> ride(run, view.orElseThrow());
            case AlternativeId.Way way -> way(way);
            case AlternativeId.Hired hired -> hires.leg(hired, id.traveller());
            case AlternativeId.Called ride -> called.again(ride, directory, now);
          };
      switch (leg) {
        case Outcome.Done<DraftLeg>(DraftLeg done) -> legs.add(done);
        case Outcome.Refused<DraftLeg>(String code, List<String> args) -> {
          return new Outcome.Refused<>(code, args);
        }
      }
    }
    return connected(legs);
  }

  private Optional<TimetableView> view(AlternativeId id) {
    List<LocalDate> dates =
        id.parts().stream()
            .filter(AlternativeId.Run.class::isInstance)
            .map(part -> ((AlternativeId.Run) part).date())
            .sorted()
            .toList();
    if (dates.isEmpty()) {
      return Optional.empty();
    }
    long first = TimetableView.origin(dates.getFirst(), schedule.zone());
    long last = TimetableView.origin(dates.getLast(), schedule.zone());
    boolean oneJourney = last - first <= LONGEST_SECONDS;
    return Optional.of(
        schedule.view(
            Instant.ofEpochSecond(first),
            Instant.ofEpochSecond((oneJourney ? last : first) + 86_400)));
  }

  private Outcome<DraftLeg> ride(AlternativeId.Run run, TimetableView view) {
    OptionalInt found = directory.findTrip(run.trip());
    if (found.isEmpty()) {
      return Outcome.refused("alternative_gone", run.trip());
    }
    int trip = live.tripOn(found.getAsInt(), run.date());
    if (trip < 0) {
      return Outcome.refused("run_canceled", line(found.getAsInt()));
    }
    int pattern = timetable.trips().patterns()[trip];
    boolean fits =
        run.boardCall() >= 0
            && run.boardCall() < run.alightCall()
            && run.alightCall() < timetable.patterns().length(pattern);
    for (DayTimetable active : view.days()) {
      if (fits && active.date().equals(run.date()) && active.findActive(trip) >= 0) {
        DatedRide ride =
            new DatedRide(trip, run.date(), run.boardCall(), run.alightCall(), run.seated());
        DraftLeg leg = maker.ride(view, ride).since(run.since());
        Optional<Site> passed = passed(leg, ride, run.since() > 0);
        return passed.isPresent()
            ? Outcome.refused("stop_passed", line(trip), passed.get().name())
            : Outcome.done(leg);
      }
    }
    return Outcome.refused("alternative_gone", run.trip() + " " + run.date());
  }

  /// Where the vehicle does not let people in or out today, though the ride needs it.
  private Optional<Site> passed(DraftLeg leg, DatedRide ride, boolean aboard) {
    Patterns patterns = timetable.patterns();
    int calls = patterns.stopOffsets()[timetable.trips().patterns()[ride.trip()]];
    if (!ride.seated() && !aboard && patterns.pickups()[calls + ride.boardCall()] == 1) {
      return Optional.of(leg.from());
    }
    int last = patterns.length(timetable.trips().patterns()[ride.trip()]) - 1;
    boolean mayStay = ride.alightCall() == last;
    return !mayStay && patterns.dropOffs()[calls + ride.alightCall()] == 1
        ? Optional.of(leg.to())
        : Optional.empty();
  }

  private String line(int trip) {
    int pattern = timetable.trips().patterns()[trip];
    return timetable.routes().name(timetable.patterns().routes()[pattern]);
  }

  private Outcome<DraftLeg> way(AlternativeId.Way way) {
    Optional<Site> from = site(way.from());
    Optional<Site> to = site(way.to());
    if (from.isEmpty() || to.isEmpty()) {
      return Outcome.refused("alternative_gone", from.isEmpty() ? way.from() : way.to());
    }
    Optional<Parked> parked = parked(way);
    if (parked.isEmpty() && !way.park().isEmpty()) {
      return Outcome.refused("alternative_gone", way.park());
    }
    return Outcome.done(
        new DraftLeg(
            way.mode(),
            from.get(),
            to.get(),
            way.departure(),
            way.departure() + way.seconds(),
            way.metres(),
            null,
            null,
            null,
            parked.orElse(null),
            null,
            way.unpaid()));
  }

  private Optional<Parked> parked(AlternativeId.Way way) {
    boolean kerb = way.park().equals(AlternativeId.KERB);
    int park = kerb || way.park().isEmpty() ? ParkingPlace.KERB : parks.find(way.park());
    if (way.park().isEmpty() || park < 0 && !kerb) {
      return Optional.empty();
    }
    int seconds = kerb ? ParkingPlace.KERB_SECONDS : ParkingPlace.PARK_SECONDS;
    return Optional.of(new Parked(park, seconds, way.stayMinutes()));
  }

  private Optional<Site> site(String place) {
    Optional<GeoPoint> point = AlternativeId.point(place);
    if (point.isPresent()) {
      return Optional.of(new Site(point.get(), "", -1));
    }
    OptionalInt stop = directory.findStop(place.substring(1));
    return stop.isEmpty() ? Optional.empty() : Optional.of(maker.site(stop.getAsInt()));
  }

  /// Moves the ways of one's own to the rides they lead to or come from, and checks that every ride
  /// is reached. A way that begins after a pause keeps its time while it can; a ride on demand
  /// keeps that for which it was booked.
  private static Outcome<List<DraftLeg>> connected(List<DraftLeg> legs) {
    List<DraftLeg> timed = new ArrayList<>(legs);
    int first = firstRide(timed);
    int last = lastRide(timed);
    for (int i = first - 1; i >= 0; i--) {
      long needed = timed.get(i + 1).departure() - pause(timed.get(i), timed.get(i + 1));
      timed.set(i, timed.get(i).shifted(needed - timed.get(i).arrival()));
    }
    for (int i = Math.max(1, first + 1); i < timed.size(); i++) {
      DraftLeg leg = timed.get(i);
      long free = timed.get(i - 1).arrival() + pause(timed.get(i - 1), leg);
      if (!isFixed(leg) && (i > last || leg.departure() < free)) {
        timed.set(i, leg.shifted(free - leg.departure()));
      }
    }
    for (int i = last - 1; i > first; i--) {
      DraftLeg leg = timed.get(i);
      long needed = timed.get(i + 1).departure();
      if (!isFixed(leg) && leg.arrival() > needed) {
        timed.set(i, leg.shifted(needed - leg.arrival()));
      }
    }
    for (int i = 1; i < timed.size(); i++) {
      if (timed.get(i - 1).arrival() > timed.get(i).departure()) {
        return Outcome.refused("change_missed", timed.get(i).from().name());
      }
    }
    return Outcome.done(timed);
  }

  /// Between a vehicle by timetable and one's own bicycle, for locking it or taking it to the
  /// platform; and a taxi or the car of somebody else.
  private static int pause(DraftLeg before, DraftLeg after) {
    boolean changes = (before.ride() != null) != (after.ride() != null);
    if (changes && (before.mode().isOwnBicycle() || after.mode().isOwnBicycle())) {
      return CarriedBike.STREET_SECONDS;
    }
    boolean driven =
        before.mode() == TravelMode.TAXI
            || after.mode() == TravelMode.TAXI
            || before.mode() == TravelMode.CAR && before.parked() == null;
    boolean ride = before.ride() != null || after.ride() != null;
    return driven && ride ? RideAndTransit.LEAVING_SECONDS : 0;
  }

  private static boolean isFixed(DraftLeg leg) {
    return leg.ride() != null || leg.called() != null;
  }

  /// The first ride; -1 where there is none.
  private static int firstRide(List<DraftLeg> legs) {
    for (int i = 0; i < legs.size(); i++) {
      if (isFixed(legs.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int lastRide(List<DraftLeg> legs) {
    for (int i = legs.size() - 1; i >= 0; i--) {
      if (isFixed(legs.get(i))) {
        return i;
      }
    }
    return -1;
  }
}
