package org.toret.mobility.trip;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Stops;
import org.toret.router.journey.CallChooser;
import org.toret.router.journey.CityEngine;
import org.toret.router.raptor.Foothold;
import org.toret.router.raptor.RangeQuery;
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

  /// Longest journey considered.
  static final int MAX_SECONDS = 8 * 3600;

  /// How far the window is widened when nothing leaves inside it: to the first service after a
  /// night.
  private static final int WIDE_WINDOW_SECONDS = 8 * 3600;

  private final CityEngine engine;
  private final Directory directory;

  TransitFinder(CityEngine engine, Directory directory) {
    this.engine = engine;
    this.directory = directory;
  }

  /// What was found, with what is needed to tell it.
  ///
  /// @param widened whether nothing left inside the window asked for
  record Found(
      TimetableView view,
      RangeQuery query,
      List<RaptorJourney> journeys,
      Map<Integer, Integer> accessMetres,
      Map<Integer, Integer> egressMetres,
      boolean widened) {}

  Found find(PlanRequest request, Site from, Site to) {
    StopReach access = reach(request, from, ReachDirection.FROM);
    StopReach egress = reach(request, to, ReachDirection.TOWARDS);
    Found found = search(request, access, egress, (int) request.when().window().toSeconds(), false);
    if (found.journeys().isEmpty() && access.count() > 0 && egress.count() > 0) {
      Found wide = search(request, access, egress, WIDE_WINDOW_SECONDS, true);
      return new Found(
          wide.view(),
          wide.query(),
          firstOnes(wide.journeys(), request),
          wide.accessMetres(),
          wide.egressMetres(),
          !wide.journeys().isEmpty());
    }
    return found;
  }

  private Found search(
      PlanRequest request, StopReach access, StopReach egress, int windowSeconds, boolean widened) {
    Instant at = request.when().at();
    boolean arriveBy = request.when().arriveBy();
    int reach = windowSeconds + MAX_SECONDS;
    TimetableView view =
        arriveBy
            ? engine.schedule().view(at.minusSeconds(reach), at)
            : engine.schedule().view(at, at.plusSeconds(reach));
    Traveller traveller = request.traveller();
    RangeQuery query =
        new RangeQuery(
            arriveBy,
            view.axisSeconds(at.getEpochSecond()),
            windowSeconds,
            new Foothold(access.stops(), access.seconds()),
            new Foothold(egress.stops(), egress.seconds()),
            request.limits().maxTransfers() + 1,
            MAX_SECONDS,
            SLACK_SECONDS,
            Traveller.WALK_METRES_PER_SECOND / traveller.walkMetresPerSecond(),
            traveller.wheelchair(),
            traveller.bikeOnBoard(),
            modes(request));
    List<RaptorJourney> journeys = engine.raptor().search(view, query);
    CallChooser chooser = new CallChooser(view, query);
    return new Found(
        view,
        query,
        journeys.stream().map(chooser::choose).filter(j -> isInside(j, query)).toList(),
        metres(access),
        metres(egress),
        widened);
  }

  /// A journey that could as well leave after the window belongs to the next page.
  private static boolean isInside(RaptorJourney journey, RangeQuery query) {
    return query.arriveBy()
        || journey.departureSeconds() <= query.atSeconds() + query.windowSeconds();
  }

  /// In a widened window only what leaves within an hour of the first departure (arrives within an
  /// hour of the last arrival) is of interest.
  private static List<RaptorJourney> firstOnes(List<RaptorJourney> journeys, PlanRequest request) {
    int window = (int) Math.max(3600, request.when().window().toSeconds());
    if (request.when().arriveBy()) {
      int last = journeys.stream().mapToInt(RaptorJourney::arrivalSeconds).max().orElse(0);
      return journeys.stream().filter(j -> j.arrivalSeconds() >= last - window).toList();
    }
    int first = journeys.stream().mapToInt(RaptorJourney::departureSeconds).min().orElse(0);
    return journeys.stream().filter(j -> j.departureSeconds() <= first + window).toList();
  }

  private StopReach reach(PlanRequest request, Site site, ReachDirection direction) {
    Traveller traveller = request.traveller();
    WalkOptions options =
        new WalkOptions(
            traveller.walkMetresPerSecond(),
            request.limits().maxWalkMetres(),
            traveller.wheelchair(),
            traveller.avoidStairs());
    if (site.stop() < 0) {
      return engine.streets().reachStops(site.point(), options, direction);
    }
    Stops stops = engine.city().timetable().stops();
    if (stops.kinds()[site.stop()] != Stops.STATION) {
      return engine.streets().reachStopsFromStop(site.stop(), options, direction);
    }
    return withPlatforms(
        engine.streets().reachStops(site.point(), options, direction),
        directory.listChildren(site.stop()));
  }

  /// Who starts at a station stands on its platforms.
  private static StopReach withPlatforms(StopReach reach, int[] platforms) {
    Map<Integer, int[]> best = new HashMap<>();
    for (int i = 0; i < reach.count(); i++) {
      best.put(reach.stops()[i], new int[] {reach.seconds()[i], reach.metres()[i]});
    }
    for (int platform : platforms) {
      best.put(platform, new int[] {0, 0});
    }
    int[] stops = best.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    return new StopReach(
        stops,
        Arrays.stream(stops).map(stop -> valueOf(best, stop)[0]).toArray(),
        Arrays.stream(stops).map(stop -> valueOf(best, stop)[1]).toArray());
  }

  private static int[] valueOf(Map<Integer, int[]> best, int stop) {
    return best.getOrDefault(stop, new int[] {0, 0});
  }

  private static int modes(PlanRequest request) {
    int bits = 0;
    for (Mode mode : Mode.values()) {
      if (request.modes().contains(TravelMode.of(mode))) {
        bits |= 1 << mode.ordinal();
      }
    }
    return bits;
  }

  private static Map<Integer, Integer> metres(StopReach reach) {
    Map<Integer, Integer> metres = HashMap.newHashMap(reach.count());
    for (int i = 0; i < reach.count(); i++) {
      metres.put(reach.stops()[i], reach.metres()[i]);
    }
    return metres;
  }
}
