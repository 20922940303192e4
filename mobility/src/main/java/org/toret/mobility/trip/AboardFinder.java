package org.toret.mobility.trip;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.PlanRequest;
import org.toret.router.journey.AboardSearch;
import org.toret.router.journey.CityEngine;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.TimetableView;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;

/// Finds the journeys of somebody who sits in a run: from the call it left last, at the times that
/// hold now. Best in arrival and vehicles boarded; costs are weighed, not searched for.
final class AboardFinder {

  private final CityEngine engine;
  private final Directory directory;
  private final TransitFinder finder;
  private final DraftMaker maker;

  AboardFinder(CityEngine engine, Directory directory, TransitFinder finder, DraftMaker maker) {
    this.engine = engine;
    this.directory = directory;
    this.finder = finder;
    this.maker = maker;
  }

  /// Refused where nobody sits in the run at that moment, where nothing leads on, and for questions
  /// that make no sense aboard.
  Outcome<List<List<DraftLeg>>> find(PlanRequest request, Site to) {
    PlanRequest.Aboard aboard = Objects.requireNonNull(request.aboard(), "Nobody is aboard");
    if (request.when().arriveBy() || !request.via().isEmpty()) {
      return Outcome.refused("aboard_only", request.when().arriveBy() ? "arriveBy" : "via");
    }
    OptionalInt found = directory.findTrip(aboard.trip());
    if (found.isEmpty()) {
      return Outcome.refused("unknown_trip", aboard.trip());
    }
    int trip = engine.live().tripOn(found.getAsInt(), aboard.serviceDate());
    Instant at = request.when().at();
    Instant until = at.plusSeconds(TransitFinder.MAX_SECONDS);
    TimetableView view = engine.schedule().view(at, until);
    int day = day(view, aboard);
    if (trip < 0 || day < 0) {
      return Outcome.refused("aboard_not_running", aboard.trip(), aboard.serviceDate());
    }
    StopReach egress = finder.reach(request, to, ReachDirection.TOWARDS);
    StopReach nothing = new StopReach(new int[0], new int[0], new int[0]);
    RangeQuery query =
        finder.query(request, false, view, nothing, egress, at, 0, TransitFinder.MAX_SECONDS);
    boolean riding = request.limits().maxTransfers() == 0;
    int rides = Math.max(1, request.limits().maxTransfers());
    RangeQuery onward =
        query.onward(query.atSeconds(), query.access(), query.egress(), rides, query.maxSeconds());
    AboardSearch search = new AboardSearch(engine.raptor(), view, onward);
    Optional<AboardSearch.Seat> seat = search.seat(day, trip);
    if (seat.isEmpty()) {
      return Outcome.refused("aboard_not_running", aboard.trip(), aboard.serviceDate());
    }
    List<RaptorJourney> journeys =
        riding ? search.onlyRiding(seat.get()) : search.search(seat.get());
    if (journeys.isEmpty()) {
      return Outcome.refused("aboard_leads_nowhere", aboard.trip());
    }
    TransitFinder.Found told =
        new TransitFinder.Found(
            view,
            onward,
            journeys,
            List.of(),
            new RangeRaptor.Ahead(journeys, List.of()),
            Map.of(),
            egress.metresByStop(),
            TransitFinder.carried(request),
            false);
    return Outcome.done(
        journeys.stream().map(journey -> legs(told, journey, to, at.getEpochSecond())).toList());
  }

  private List<DraftLeg> legs(TransitFinder.Found told, RaptorJourney journey, Site to, long now) {
    List<DraftLeg> legs = maker.transit(told, journey, to, to);
    if (legs.getFirst().ride() == null) {
      // the vehicle has not left yet, and nobody walks to where one sits
      legs.removeFirst();
    }
    legs.set(0, legs.getFirst().since(now));
    return legs;
  }

  private static int day(TimetableView view, PlanRequest.Aboard aboard) {
    for (int day = 0; day < view.days().size(); day++) {
      if (view.days().get(day).date().equals(aboard.serviceDate())) {
        return day;
      }
    }
    return -1;
  }
}
