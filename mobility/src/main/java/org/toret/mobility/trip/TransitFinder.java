package org.toret.mobility.trip;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.When;
import org.toret.network.timetable.Stops;
import org.toret.router.fare.FareCalendar;
import org.toret.router.fare.FareOptions;
import org.toret.router.fare.TicketStates;
import org.toret.router.impact.RideWeighing;
import org.toret.router.journey.CallChooser;
import org.toret.router.journey.CarriedBike;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.PathOptions;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.TimetableView;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.WalkOptions;

/// Finds the journeys by timetable for a request: stops on foot at both ends, the search between
/// them, and where to board along the trips found.
final class TransitFinder {

  /// Time kept for every change between vehicles unless the operator names another.
  static final int SLACK_SECONDS = 60;

  /// Longest journey considered, the wait for a service after the window included; twice that at
  /// hours when nothing runs.
  static final int MAX_SECONDS = 8 * 3600;

  /// Longest journey considered that begins in a vehicle of one's own.
  static final int JOINED_SECONDS = 3 * 3600;

  /// A window that moved to where something leaves holds what leaves within so long.
  static final int LEAST_WINDOW_SECONDS = 3600;

  /// How far the window moves when nothing leaves inside it: to the first service after a night.
  static final int WIDEST_SECONDS = 16 * 3600;

  /// Tickets that began less than this apart count as equally old while searching.
  private static final int TICKET_STEP_SECONDS = 900;

  /// Where journeys are looked for that are not among the fastest.
  static final PlanAnswer.Scope NEAR_FASTEST =
      new PlanAnswer.Scope(RideWeighing.SLACK_SECONDS, RangeRaptor.MORE_RIDES);

  private final CityEngine engine;
  private final Directory directory;
  private final RideWeighing weighing;
  private final FareCalendar fares;

  TransitFinder(CityEngine engine, Directory directory, RideWeighing weighing, FareCalendar fares) {
    this.fares = fares;
    this.engine = engine;
    this.directory = directory;
    this.weighing = weighing;
  }

  /// A bicycle that is taken along, and how it is ridden.
  record Carried(TravelMode mode, PathOptions options) {}

  /// What was found, with what is needed to tell it.
  ///
  /// @param journeys the best within the window, their calls chosen for people
  /// @param sparing those that cost less money, energy or emissions and are not among the best in
  ///   times
  /// @param ahead the best in times as the search left them, and what is best beyond the window
  /// @param carried the bicycle that is taken along, null for none
  /// @param widened whether nothing left inside the window asked for
  record Found(
      TimetableView view,
      RangeQuery query,
      List<RaptorJourney> journeys,
      List<RaptorJourney> sparing,
      RangeRaptor.Ahead ahead,
      Map<Integer, Integer> accessMetres,
      Map<Integer, Integer> egressMetres,
      @Nullable Carried carried,
      boolean widened) {

    /// When was looked: as asked, or where the window moved to.
    When searched(When asked) {
      Instant at = Instant.ofEpochSecond(view.epochSecond(query.atSeconds()));
      Duration window = Duration.ofSeconds(query.windowSeconds());
      return widened ? new When(at, asked.arriveBy(), window, asked.turn()) : asked;
    }

    /// The best in times, on the axis of another view.
    List<RangeRaptor.Rival> rivals(TimetableView other) {
      int shift = other.axisSeconds(view.epochSecond(0));
      return ahead
          .all()
          .map(journey ->
              new RangeRaptor.Rival(
                  journey.departureSeconds() + shift,
                  journey.arrivalSeconds() + shift,
                  journey.boardings()))
          .toList();
    }

    /// From a time until one is there, or from the last departure until a time; more than any
    /// journey takes where there is none.
    long secondsFrom(long epochSecond, boolean arriveBy) {
      return ahead
          .all()
          .mapToLong(journey ->
              arriveBy
                  ? epochSecond - view.epochSecond(journey.departureSeconds())
                  : view.epochSecond(journey.arrivalSeconds()) - epochSecond)
          .min()
          .orElse(Long.MAX_VALUE);
    }

    /// A journey as people want it, and as late as it can leave.
    record Option(RaptorJourney chosen, RaptorJourney latest) {}

    /// The journeys within the window.
    List<Option> withinWindow() {
      List<Option> all = new ArrayList<>();
      for (int i = 0; i < journeys.size(); i++) {
        all.add(new Option(journeys.get(i), ahead.journeys().get(i)));
      }
      return all;
    }

    /// Every journey that may go on from another part of a longer one, or lead to it: those within
    /// the window, and those beyond it that are soonest for their number of vehicles.
    List<Option> options() {
      List<Option> all = new ArrayList<>(withinWindow());
      CallChooser chooser = new CallChooser(view, query);
      for (RaptorJourney journey : ahead.beyond()) {
        all.add(new Option(chooser.choose(journey), journey));
      }
      return all;
    }
  }

  /// Finds what leaves in the window asked for; when nothing does that is as good as what leaves
  /// later, what leaves in the next window with a service worth taking.
  Found find(PlanRequest request, When when, Site from, Site to) {
    return find(
        request,
        when,
        from,
        to,
        (view, query, day) ->
            engine
                .raptor()
                .searchWeighed(
                    view,
                    query,
                    weighing.on(day),
                    tickets(request.traveller(), view, day, when.at().getEpochSecond())));
  }

  private TicketStates tickets(
      Traveller traveller, TimetableView view, LocalDate day, long epochSeconds) {
    int[] feeds = engine.city().timetable().routes().feeds();
    FareOptions options = FareWeigher.options(traveller, epochSeconds);
    return fares.on(day).states(options, feeds, view.epochSecond(0), TICKET_STEP_SECONDS);
  }

  /// The same, minding nothing but times.
  Found findFastest(PlanRequest request, When when, Site from, Site to) {
    return find(
        request,
        when,
        from,
        to,
        (view, query, day) ->
            new RangeRaptor.Weighed(engine.raptor().searchAhead(view, query), List.of()));
  }

  /// What is fastest within the window asked for from stops reached otherwise than on foot, and
  /// faster than on foot.
  ///
  /// @param longest seconds that such a journey may take
  Found findFrom(PlanRequest request, StopReach access, Site to, Found onFoot, int longest) {
    return findWithin(request, access, reach(request, to, ReachDirection.TOWARDS), onFoot, longest);
  }

  /// What is fastest within the window asked for to stops left otherwise than on foot, and faster
  /// than on foot.
  Found findTo(PlanRequest request, Site from, StopReach egress, Found onFoot, int longest) {
    return findWithin(request, reach(request, from, ReachDirection.FROM), egress, onFoot, longest);
  }

  private Found findWithin(
      PlanRequest request, StopReach access, StopReach egress, Found onFoot, int longest) {
    return findWithin(request, request.when(), access, egress, onFoot::rivals, longest);
  }

  /// The places of a question, and what is found between them on foot at both ends.
  record Ends(Site from, Site to, Found onFoot) {}

  /// What is fastest within a window to or from stops that are reached otherwise than on foot, and
  /// leaves so much later than on foot, or arrives so much earlier, whatever the number of
  /// vehicles.
  ///
  /// @param outward whether the stops are at the beginning
  Found findGaining(
      PlanRequest request,
      When when,
      StopReach stops,
      boolean outward,
      Ends ends,
      int gainSeconds) {
    return findWithin(
        request,
        when,
        outward ? stops : reach(request, ends.from(), ReachDirection.FROM),
        outward ? reach(request, ends.to(), ReachDirection.TOWARDS) : stops,
        view ->
            ends.onFoot().rivals(view).stream().map(rival -> rival.gaining(gainSeconds)).toList(),
        JOINED_SECONDS);
  }

  private Found findWithin(
      PlanRequest request,
      When when,
      StopReach access,
      StopReach egress,
      Function<TimetableView, List<RangeRaptor.Rival>> rivals,
      int longest) {
    int window = (int) when.window().toSeconds();
    // where the whole way takes no time in a vehicle alone, nothing joined to it is shorter
    int most = Math.max(1, longest);
    TimetableView view = view(when.at(), when.arriveBy(), window + most);
    RangeQuery query =
        query(request, when.arriveBy(), view, access, egress, when.at(), window, most);
    RangeRaptor.Ahead ahead = engine.raptor().searchAhead(view, query, rivals.apply(view));
    return found(
        request, view, query, new RangeRaptor.Weighed(ahead, List.of()), access, egress, false);
  }

  private interface Search {
    RangeRaptor.Weighed of(TimetableView view, RangeQuery query, LocalDate day);
  }

  private Found find(PlanRequest request, When when, Site from, Site to, Search search) {
    StopReach access = reach(request, from, ReachDirection.FROM);
    StopReach egress = reach(request, to, ReachDirection.TOWARDS);
    return find(request, when, access, egress, search);
  }

  private Found find(
      PlanRequest request, When when, StopReach access, StopReach egress, Search search) {
    Instant at = when.at();
    int window = (int) when.window().toSeconds();
    int longest = MAX_SECONDS;
    boolean widened = false;
    while (true) {
      TimetableView view = view(at, when.arriveBy(), window + longest);
      RangeQuery query = query(request, when.arriveBy(), view, access, egress, at, window, longest);
      LocalDate day = at.atZone(engine.schedule().zone()).toLocalDate();
      RangeRaptor.Weighed weighed =
          engine.raptor().withoutIdling(view, query, search.of(view, query, day));
      RangeRaptor.Ahead found = weighed.ahead();
      boolean nothing = found.journeys().isEmpty() && found.beyond().isEmpty();
      if (nothing && !when.turned() && longest == MAX_SECONDS) {
        longest = 2 * MAX_SECONDS;
        continue;
      }
      boolean tooFar = Duration.between(when.at(), at).abs().toSeconds() > WIDEST_SECONDS;
      if (!found.journeys().isEmpty() || nothing && !when.turned() || tooFar) {
        boolean moved = widened && !found.journeys().isEmpty();
        return found(request, view, query, weighed, access, egress, moved);
      }
      window = Math.max(LEAST_WINDOW_SECONDS, window);
      at =
          when.turned()
              ? at.plusSeconds(when.arriveBy() ? window : -window)
              : Instant.ofEpochSecond(view.epochSecond(nearest(found.beyond(), query)));
      widened = true;
    }
  }

  /// The departure after the window, or arrival before it, that is nearest to it.
  private static int nearest(List<RaptorJourney> beyond, RangeQuery query) {
    return query.arriveBy()
        ? beyond.stream().mapToInt(RaptorJourney::arrivalSeconds).max().orElseThrow()
        : beyond.stream().mapToInt(RaptorJourney::departureSeconds).min().orElseThrow();
  }

  private TimetableView view(Instant at, boolean arriveBy, int reach) {
    return arriveBy
        ? engine.schedule().view(at.minusSeconds(reach), at)
        : engine.schedule().view(at, at.plusSeconds(reach));
  }

  RangeQuery query(
      PlanRequest request,
      boolean arriveBy,
      TimetableView view,
      StopReach access,
      StopReach egress,
      Instant at,
      int windowSeconds,
      int maxSeconds) {
    Traveller traveller = request.traveller();
    return new RangeQuery(
        arriveBy,
        view.axisSeconds(at.getEpochSecond()),
        windowSeconds,
        new Foothold(access.stops(), access.seconds()),
        new Foothold(egress.stops(), egress.seconds()),
        request.limits().maxTransfers() + 1,
        maxSeconds,
        traveller.changeSeconds(),
        traveller.changeFactor(),
        request.limits().maxWalkMetres(),
        traveller.wheelchair(),
        traveller.bikeOnBoard(),
        TravelMode.transitBits(request.modes()::contains));
  }

  private Found found(
      PlanRequest request,
      TimetableView view,
      RangeQuery query,
      RangeRaptor.Weighed weighed,
      StopReach access,
      StopReach egress,
      boolean widened) {
    CallChooser chooser = new CallChooser(view, query);
    RangeRaptor.Ahead ahead = weighed.ahead();
    List<RaptorJourney> best = ahead.journeys().stream().map(chooser::choose).toList();
    Set<RaptorJourney> sparing = new LinkedHashSet<>();
    weighed.journeys().stream()
        .filter(journey -> !journey.boardsAgain())
        .forEach(journey -> sparing.add(chooser.choose(journey)));
    best.forEach(sparing::remove);
    return new Found(
        view,
        query,
        best,
        List.copyOf(sparing),
        ahead,
        access.metresByStop(),
        egress.metresByStop(),
        carried(request),
        widened);
  }

  /// The stops within reach of a place, or from which it is: on foot, or with the bicycle that is
  /// taken along.
  StopReach reach(PlanRequest request, Site site, ReachDirection direction) {
    PathOptions options = DirectFinder.options(request);
    StopReach onFoot = reach(options.walk(), site, direction);
    if (request.traveller().mayClimb()) {
      onFoot = onFoot.andThen(reach(options.withStairs().walk(), site, direction));
    }
    Carried bike = carried(request);
    return bike == null
        ? onFoot
        : new CarriedBike(engine.city().timetable(), engine.streets())
            .reach(onFoot, site.point(), bike.options(), direction);
  }

  /// The bicycle that is taken along; null where there is none, or it is not ridden.
  static @Nullable Carried carried(PlanRequest request) {
    boolean taken = request.traveller().bikeOnBoard();
    PathOptions options = DirectFinder.options(request);
    if (taken && request.modes().contains(TravelMode.BIKE)) {
      return new Carried(TravelMode.BIKE, options);
    }
    boolean assisted = taken && request.modes().contains(TravelMode.EBIKE);
    return assisted ? new Carried(TravelMode.EBIKE, options.assisted()) : null;
  }

  private StopReach reach(WalkOptions options, Site site, ReachDirection direction) {
    if (site.stop() < 0) {
      return engine.streets().reachStops(site.point(), options, direction);
    }
    Stops stops = engine.city().timetable().stops();
    if (stops.kinds()[site.stop()] != Stops.STATION) {
      return engine.streets().reachStopsFromStop(site.stop(), options, direction);
    }
    // who starts at a station stands on its platforms
    return StopReach.at(directory.listChildren(site.stop()))
        .andThen(engine.streets().reachStops(site.point(), options, direction));
  }
}
