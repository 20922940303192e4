package org.toret.mobility.reliability;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.toret.mobility.board.Teller;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.Reliability.Missed;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.When;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;
import org.toret.router.journey.CityEngine;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.WalkOptions;

/// What goes on to one destination from where a vehicle was missed: the first to arrive, by any
/// line from there or from stops in walking distance, or on foot.
///
/// One search for each vehicle that can be missed, one departure wide. Not thread-safe.
final class NextBest {

  private static final int MAX_SECONDS = 8 * 3600;

  private final CityEngine engine;
  private final Timetable timetable;
  private final Teller teller;
  private final PlanRequest request;
  private final Foothold egress;
  private final Map<Integer, Integer> onFoot = new HashMap<>();
  private final Map<Place, Optional<Missed>> known = new HashMap<>();

  /// Where and when a vehicle may be missed.
  ///
  /// @param departure epoch second
  record Place(int stop, long departure) {}

  /// @param request whose needs and modes hold
  /// @param to the destination
  NextBest(CityEngine engine, Directory directory, Teller teller, PlanRequest request, Spot to) {
    this.engine = engine;
    this.timetable = engine.city().timetable();
    this.teller = teller;
    this.request = request;
    this.egress = egress(directory, to);
    for (int i = 0; i < egress.count(); i++) {
      onFoot.put(egress.stops()[i], egress.seconds()[i]);
    }
  }

  /// Asks for many places at once: the earliest first, so that the bounds of one search hold for
  /// all.
  void ask(Collection<Place> places) {
    List<Place> sorted =
        places.stream()
            .distinct()
            .filter(place -> !known.containsKey(place))
            .sorted(Comparator.comparingLong(Place::departure))
            .toList();
    if (sorted.isEmpty()) {
      return;
    }
    Instant far = Instant.ofEpochSecond(sorted.getLast().departure()).plusSeconds(MAX_SECONDS);
    Instant near = planned(far);
    search(sorted, near);
    if (near.isBefore(far)) {
      search(sorted.stream().filter(place -> after(place).isEmpty()).toList(), far);
    }
  }

  private void search(List<Place> sorted, Instant until) {
    if (!sorted.isEmpty()) {
      Instant first = Instant.ofEpochSecond(sorted.getFirst().departure());
      TimetableView view = engine.schedule().view(first, until);
      int end = view.axisSeconds(until.getEpochSecond());
      sorted.forEach(place -> known.put(place, search(view, place, end)));
    }
  }

  /// Until when is looked at first: as far as the plan did where that is far enough, since what it
  /// learnt of the way to the destination then holds here too.
  private Instant planned(Instant far) {
    When when = request.when();
    Instant planned = when.at().plus(when.window()).plusSeconds(MAX_SECONDS);
    boolean enough = !planned.isBefore(far.minusSeconds(MAX_SECONDS / 2));
    return enough && !when.arriveBy() && planned.isBefore(far) ? planned : far;
  }

  /// What goes on from a stop when a vehicle has left it.
  Optional<Missed> after(Place place) {
    if (!known.containsKey(place)) {
      ask(List.of(place));
    }
    return known.getOrDefault(place, Optional.empty());
  }

  private Optional<Missed> search(TimetableView view, Place place, int endSeconds) {
    int stop = place.stop();
    long left = place.departure();
    RangeQuery query = query(view, stop, view.axisSeconds(left), endSeconds);
    Optional<RaptorJourney> first = engine.raptor().findSoonest(view, query);
    Integer walk = onFoot.get(stop);
    long rides = first.map(way -> view.epochSecond(way.arrivalSeconds())).orElse(Long.MAX_VALUE);
    if (walk != null && left + walk <= rides) {
      return Optional.of(
          new Missed(
              teller.time(left), teller.spot(stop), null, "", null, teller.time(left + walk), 0));
    }
    return first.map(way -> told(view, way));
  }

  private Missed told(TimetableView view, RaptorJourney way) {
    Ride ride = way.rides().getFirst();
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[ride.trip()];
    int node = patterns.nodes()[patterns.stopOffsets()[pattern] + ride.boardCall()];
    return new Missed(
        teller.time(view.epochSecond(ride.departureSeconds())),
        teller.spot(timetable.nodes().stops()[node]),
        teller.line(patterns.routes()[pattern]),
        teller.headsign(ride.trip()),
        timetable.trips().ids().get(ride.trip()),
        teller.time(view.epochSecond(way.arrivalSeconds())),
        way.boardings() - 1);
  }

  private RangeQuery query(TimetableView view, int stop, int leftSeconds, int endSeconds) {
    Traveller traveller = request.traveller();
    double factor = traveller.changeFactor();
    Transfers transfers = traveller.wheelchair() ? view.stepFreeTransfers() : view.transfers();
    return new RangeQuery(
        false,
        leftSeconds,
        0,
        around(transfers, stop, factor),
        egress,
        request.limits().maxTransfers() + 1,
        endSeconds - leftSeconds,
        traveller.changeSeconds(),
        factor,
        request.limits().maxWalkMetres(),
        traveller.wheelchair(),
        traveller.bikeOnBoard(),
        TravelMode.transitBits(request.modes()::contains));
  }

  /// A stop and those in walking distance.
  private Foothold around(Transfers transfers, int stop, double factor) {
    Map<Integer, Integer> seconds = new HashMap<>();
    for (int i = transfers.offsets()[stop]; i < transfers.offsets()[stop + 1]; i++) {
      if (transfers.walkMetres()[i] <= request.limits().maxWalkMetres()) {
        int there = timetable.nodes().stops()[transfers.targets()[i]];
        int walk = (int) Math.ceil(transfers.walkSeconds()[i] * factor);
        seconds.merge(there, walk, Math::min);
      }
    }
    seconds.put(stop, 0);
    return foothold(seconds);
  }

  private Foothold egress(Directory directory, Spot to) {
    Traveller traveller = request.traveller();
    WalkOptions options =
        new WalkOptions(
            traveller.walkMetresPerSecond(),
            request.limits().maxWalkMetres(),
            traveller.wheelchair(),
            traveller.avoidStairs());
    OptionalInt found = to.stop() == null ? OptionalInt.empty() : directory.findStop(to.stop());
    Map<Integer, Integer> seconds = new HashMap<>();
    Stops stops = timetable.stops();
    boolean platform = found.isPresent() && stops.kinds()[found.getAsInt()] != Stops.STATION;
    StopReach reach =
        platform
            ? engine.streets().reachStopsFromStop(found.getAsInt(), options, ReachDirection.TOWARDS)
            : engine
                .streets()
                .reachStops(
                    new org.toret.base.geo.GeoPoint(to.lat(), to.lon()),
                    options,
                    ReachDirection.TOWARDS);
    for (int i = 0; i < reach.count(); i++) {
      seconds.merge(reach.stops()[i], reach.seconds()[i], Math::min);
    }
    if (found.isPresent() && !platform) {
      for (int child : directory.listChildren(found.getAsInt())) {
        seconds.put(child, 0);
      }
    }
    return foothold(seconds);
  }

  private static Foothold foothold(Map<Integer, Integer> seconds) {
    int[] stops = seconds.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    return new Foothold(
        stops, Arrays.stream(stops).map(stop -> seconds.getOrDefault(stop, 0)).toArray());
  }
}
