package org.toret.mobility.trip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.place.Directory;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.DayTimetable;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.Schedule;
import org.toret.router.raptor.TimetableView;

/// Times an alternative again from its identity: the same trips on the same dates, at the times
/// they have now.
///
/// Refused as `alternative_gone` when a trip, a date or a stop is not there any more or a change no
/// longer holds.
final class Replay {

  private final Schedule schedule;
  private final Timetable timetable;
  private final Directory directory;
  private final DraftMaker maker;

  Replay(Schedule schedule, Directory directory, DraftMaker maker) {
    this.schedule = schedule;
    this.timetable = schedule.timetable();
    this.directory = directory;
    this.maker = maker;
  }

  /// The legs, and the view that the rides refer to where there are any.
  record Timed(List<DraftLeg> legs, @Nullable TimetableView view) {}

  Outcome<Timed> of(AlternativeId id) {
    Optional<TimetableView> view = view(id);
    List<DraftLeg> legs = new ArrayList<>();
    for (int i = 0; i < id.parts().size(); i++) {
      Outcome<DraftLeg> leg =
          switch (id.parts().get(i)) {
            case AlternativeId.Run run -> ride(run, view.orElseThrow());
            case AlternativeId.Way way -> way(way);
          };
      switch (leg) {
        case Outcome.Done<DraftLeg>(DraftLeg done) -> legs.add(done);
        case Outcome.Refused<DraftLeg>(String code, List<String> args) -> {
          return new Outcome.Refused<>(code, args);
        }
      }
    }
    return connected(legs).map(timed -> new Timed(timed, view.orElse(null)));
  }

  private Optional<TimetableView> view(AlternativeId id) {
    return id.parts().stream()
        .filter(AlternativeId.Run.class::isInstance)
        .map(part -> ((AlternativeId.Run) part).date())
        .sorted()
        .reduce((first, last) -> first)
        .map(first -> {
          long origin = TimetableView.origin(first, schedule.zone());
          return schedule.view(
              Instant.ofEpochSecond(origin), Instant.ofEpochSecond(origin + 3 * 86_400));
        });
  }

  private Outcome<DraftLeg> ride(AlternativeId.Run run, TimetableView view) {
    OptionalInt found = directory.findTrip(run.trip());
    if (found.isEmpty()) {
      return Outcome.refused("alternative_gone", run.trip());
    }
    int trip = found.getAsInt();
    int pattern = timetable.trips().patterns()[trip];
    for (int day = 0; day < view.days().size(); day++) {
      DayTimetable active = view.days().get(day);
      boolean fits = run.boardCall() >= 0 && run.boardCall() < run.alightCall();
      if (active.date().equals(run.date())
          && active.findActive(trip) >= 0
          && fits
          && run.alightCall() < timetable.patterns().length(pattern)) {
        return Outcome.done(maker.ride(view, timed(run, trip, pattern, day, view)));
      }
    }
    return Outcome.refused("alternative_gone", run.trip() + " " + run.date());
  }

  private Ride timed(AlternativeId.Run run, int trip, int pattern, int day, TimetableView view) {
    Patterns patterns = timetable.patterns();
    int times = patterns.timeOffset(pattern, trip);
    int shift = view.shiftSeconds(day);
    return new Ride(
        day,
        trip,
        run.boardCall(),
        run.alightCall(),
        run.seated(),
        patterns.departures()[times + run.boardCall()] + shift,
        patterns.arrivals()[times + run.alightCall()] + shift);
  }

  private Outcome<DraftLeg> way(AlternativeId.Way way) {
    Optional<Site> from = site(way.from());
    Optional<Site> to = site(way.to());
    if (from.isEmpty() || to.isEmpty()) {
      return Outcome.refused("alternative_gone", from.isEmpty() ? way.from() : way.to());
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
            null));
  }

  private Optional<Site> site(String place) {
    Optional<GeoPoint> point = AlternativeId.point(place);
    if (point.isPresent()) {
      return Optional.of(new Site(point.get(), "", -1));
    }
    OptionalInt stop = directory.findStop(place.substring(1));
    return stop.isEmpty() ? Optional.empty() : Optional.of(maker.site(stop.getAsInt()));
  }

  /// Moves the ways on foot to the rides they lead to, and checks that every ride is reached.
  private static Outcome<List<DraftLeg>> connected(List<DraftLeg> legs) {
    List<DraftLeg> timed = new ArrayList<>(legs);
    for (int i = 0; i < timed.size(); i++) {
      DraftLeg leg = timed.get(i);
      if (leg.ride() == null && i > 0) {
        timed.set(i, leg.shifted(timed.get(i - 1).arrival() - leg.departure()));
      } else if (leg.ride() == null && timed.size() > 1) {
        timed.set(i, leg.shifted(timed.get(1).departure() - leg.arrival()));
      } else if (i > 0 && timed.get(i - 1).arrival() > leg.departure()) {
        return Outcome.refused("alternative_gone", leg.from().name());
      }
    }
    return Outcome.done(timed);
  }
}
