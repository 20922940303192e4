package org.toret.mobility.trip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.toret.base.geo.Distance;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.When;
import org.toret.router.flex.FlexApproach;
import org.toret.router.flex.FlexEngine;
import org.toret.router.flex.FlexReach;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.taxi.TaxiCosts;
import org.toret.router.taxi.TaxiWorth;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;

/// Joins vehicles that come when called to public transport: to a station at the beginning, or from
/// one at the end, on foot at the other end. Only what leaves or arrives clearly better than on
/// foot.
///
/// A ride on demand can be had within windows that depend on the stop. Stops with the same limits
/// are searched together, from the door forward in time, towards it backward: so that the time at
/// the door is what the search is about, and who waits at a station for the vehicle that is called,
/// or for the train after the last ride, is what lies beyond its window.
///
/// A taxi is looked for only where public transport takes much longer than a taxi all the way, and
/// told where it is worth it ([TaxiWorth]).
final class CalledChains {

  /// So much later one must leave, or earlier arrive, than on foot.
  private static final int GAIN_SECONDS = 600;

  /// So much longer than by taxi public transport must take before a taxi is joined to it.
  private static final int SLOW_SECONDS = 1800;

  /// Longer than this nobody takes a taxi to a train.
  private static final int TAXI_SECONDS = 30 * 60;

  /// By the straight line, where one end lies beyond the streets.
  private static final double STRAIGHT_METRES_PER_SECOND = 8;

  /// Searches by timetable for taxis in one direction.
  private static final int MOST_ROUNDS = 4;

  /// Searches by timetable for rides on demand in one direction.
  private static final int MOST_SEARCHES = 16;

  private final FlexEngine flex;
  private final StreetRouter streets;
  private final TaxiCosts taxis;
  private final TransitFinder transit;
  private final DraftMaker maker;
  private final int[] stations;

  /// @param stations to which people are driven
  CalledChains(
      FlexEngine flex,
      StreetRouter streets,
      TaxiCosts taxis,
      TransitFinder transit,
      DraftMaker maker,
      int[] stations) {
    this.flex = flex;
    this.streets = streets;
    this.taxis = taxis;
    this.transit = transit;
    this.maker = maker;
    this.stations = stations;
  }

  /// What is asked, between which places.
  ///
  /// @param onFoot what is found by timetable alone
  record Asked(
      PlanRequest request,
      PathOptions options,
      KnownNow now,
      TransitFinder.Found onFoot,
      Site from,
      Site to) {

    long at() {
      return request.when().at().getEpochSecond();
    }

    long window() {
      return request.when().window().toSeconds();
    }

    boolean arriveBy() {
      return request.when().arriveBy();
    }

    long nowSeconds() {
      return now.at().getEpochSecond();
    }

    /// Whether a way leaves, or arrives, when asked for.
    boolean isInWindow(List<DraftLeg> legs) {
      long time = arriveBy() ? legs.getLast().arrival() : legs.getFirst().departure();
      long first = arriveBy() ? at() - window() : at();
      boolean possible = legs.getFirst().departure() >= first - TransitFinder.JOINED_SECONDS;
      return possible && time >= first && time <= first + window();
    }
  }

  /// What was found.
  ///
  /// @param unsearched groups of stops that were not searched for because there were too many
  /// @param notWorth ways with a taxi that were left out
  record Joined(List<List<DraftLeg>> ways, int unsearched, int notWorth) {}

  /// The seconds at the door between which a ride is of use.
  ///
  /// @param bound whether the service ends (begins) there, not the question: who goes on after it
  ///   (before it) waits at the stop
  private record Span(long from, long until, boolean bound) {}

  Joined find(Asked asked) {
    List<List<DraftLeg>> ways = new ArrayList<>();
    int unsearched = 0;
    if (CalledFinder.mayCall(asked.request(), flex)) {
      unsearched += onDemand(asked, ReachDirection.FROM, ways);
      unsearched += onDemand(asked, ReachDirection.TOWARDS, ways);
    }
    ways.removeIf(way -> !asked.isInWindow(way));
    int notWorth = 0;
    if (asked.request().modes().contains(TravelMode.TAXI) && mayBeSlow(asked)) {
      Optional<StreetPath> whole = drive(asked, asked.from(), asked.to());
      if (isSlow(asked, whole)) {
        notWorth = taxi(asked, whole, true, ways) + taxi(asked, whole, false, ways);
      }
    }
    return new Joined(ways, unsearched, notWorth);
  }

  private int onDemand(Asked asked, ReachDirection direction, List<List<DraftLeg>> ways) {
    boolean outward = direction == ReachDirection.FROM;
    long at = asked.at();
    long longest = asked.window() + TransitFinder.JOINED_SECONDS;
    FlexApproach approach =
        new FlexApproach(
            (outward ? asked.from() : asked.to()).point(),
            direction,
            stations,
            asked.arriveBy() ? at - longest : at,
            asked.arriveBy() ? at : at + longest,
            asked.nowSeconds(),
            asked.options().walk());
    int unsearched = 0;
    int searches = 0;
    for (FlexReach reach : CalledFinder.reach(asked.request(), flex, approach)) {
      for (var group : groups(asked, reach, outward).entrySet()) {
        if (searches++ < MOST_SEARCHES) {
          ways.addAll(search(asked, reach, group.getKey(), group.getValue(), outward));
        } else {
          unsearched++;
        }
      }
    }
    return unsearched;
  }

  /// The stops with the same limits at the door.
  private Map<Span, List<FlexReach.Stop>> groups(Asked asked, FlexReach reach, boolean outward) {
    long at = asked.at();
    long first = asked.arriveBy() ? at - asked.window() : at;
    long last = first + asked.window();
    if (outward && asked.arriveBy()) {
      first -= TransitFinder.JOINED_SECONDS;
    }
    if (!outward && !asked.arriveBy()) {
      last += TransitFinder.JOINED_SECONDS;
    }
    Map<Span, List<FlexReach.Stop>> groups = new LinkedHashMap<>();
    for (FlexReach.Stop stop : reach.stops()) {
      long shift =
          outward ? -reach.door().walkSeconds() : stop.seconds() + reach.door().walkSeconds();
      long opens = stop.first() + shift;
      long closes = stop.last() + shift;
      Span span =
          new Span(
              Math.max(first, opens),
              Math.min(last, closes),
              outward ? closes <= last : opens >= first);
      if (span.from() <= span.until()) {
        groups.computeIfAbsent(span, fresh -> new ArrayList<>()).add(stop);
      }
    }
    return groups;
  }

  private List<List<DraftLeg>> search(
      Asked asked, FlexReach reach, Span span, List<FlexReach.Stop> stops, boolean outward) {
    Map<Integer, FlexReach.Stop> byStop = new HashMap<>();
    Map<Integer, Integer> seconds = new TreeMap<>();
    for (FlexReach.Stop stop : stops) {
      byStop.put(stop.stop(), stop);
      int walk = reach.door().walkSeconds() + stop.end().walkSeconds();
      seconds.put(stop.stop(), walk + stop.seconds() + RideAndTransit.LEAVING_SECONDS);
    }
    TransitFinder.Found found = found(asked, reach(seconds), span, outward);
    List<TransitFinder.Found.Option> journeys =
        span.bound() ? found.options() : found.withinWindow();
    List<List<DraftLeg>> ways = new ArrayList<>();
    for (TransitFinder.Found.Option journey : journeys) {
      List<DraftLeg> legs = maker.transit(found, journey.chosen(), asked.from(), asked.to());
      DraftLeg own = outward ? legs.getFirst() : legs.getLast();
      FlexReach.Stop stop = byStop.get((outward ? own.to() : own.from()).stop());
      if (stop != null) {
        (outward ? called(asked, reach, stop, legs, span) : calledHome(asked, reach, stop, legs))
            .ifPresent(ways::add);
      }
    }
    return ways;
  }

  private static StopReach reach(Map<Integer, Integer> seconds) {
    return new StopReach(
        seconds.keySet().stream().mapToInt(Integer::intValue).toArray(),
        seconds.values().stream().mapToInt(Integer::intValue).toArray(),
        new int[seconds.size()]);
  }

  /// From the door forward in time, towards it backward.
  private TransitFinder.Found found(Asked asked, StopReach reach, Span span, boolean outward) {
    Instant at = Instant.ofEpochSecond(outward ? span.from() : span.until());
    When when = new When(at, !outward, Duration.ofSeconds(span.until() - span.from()));
    return gaining(asked, when, reach, outward);
  }

  private TransitFinder.Found gaining(Asked asked, When when, StopReach reach, boolean outward) {
    TransitFinder.Ends ends = new TransitFinder.Ends(asked.from(), asked.to(), asked.onFoot());
    return transit.findGaining(asked.request(), when, reach, outward, ends, GAIN_SECONDS);
  }

  /// The legs with a ride on demand to the first stop.
  private Optional<List<DraftLeg>> called(
      Asked asked, FlexReach reach, FlexReach.Stop stop, List<DraftLeg> legs, Span span) {
    DraftLeg own = legs.getFirst();
    long leaves = Math.min(own.departure(), span.until());
    return flex.again(
            reach.asked(stop, true), leaves + reach.door().walkSeconds(), asked.nowSeconds())
        .filter(ride -> ride.arrival() <= legs.get(1).departure())
        .map(ride -> {
          List<DraftLeg> all =
              new ArrayList<>(CalledFinder.legs(ride, own.from(), own.to(), maker::site));
          all.addAll(legs.subList(1, legs.size()));
          return all;
        });
  }

  /// The legs with a ride on demand from the last stop.
  private Optional<List<DraftLeg>> calledHome(
      Asked asked, FlexReach reach, FlexReach.Stop stop, List<DraftLeg> legs) {
    DraftLeg own = legs.getLast();
    long there = own.departure() + RideAndTransit.LEAVING_SECONDS + stop.end().walkSeconds();
    long pickup = Math.max(there, stop.first());
    return flex.again(reach.asked(stop, false), pickup, asked.nowSeconds())
        .map(ride -> {
          List<DraftLeg> all = new ArrayList<>(legs.subList(0, legs.size() - 1));
          all.addAll(CalledFinder.legs(ride, own.from(), own.to(), maker::site));
          return all;
        });
  }

  private boolean mayBeSlow(Asked asked) {
    return (taxis.isKnownAt(asked.from().point()) || taxis.isKnownAt(asked.to().point()))
        && asked.onFoot().secondsFrom(asked.at(), asked.arriveBy()) > SLOW_SECONDS;
  }

  /// Whether public transport on foot takes much longer than a taxi all the way.
  private static boolean isSlow(Asked asked, Optional<StreetPath> whole) {
    double straight = Distance.metres(asked.from().point(), asked.to().point());
    return asked.onFoot().secondsFrom(asked.at(), asked.arriveBy())
        > SLOW_SECONDS
            + whole.map(StreetPath::seconds).orElse((int) (straight / STRAIGHT_METRES_PER_SECOND));
  }

  /// Taxis at one end. What is not worth it ([TaxiWorth]) may have hidden what is: it is looked for
  /// again without the stations of such ways, whose number is returned.
  private int taxi(
      Asked asked, Optional<StreetPath> whole, boolean outward, List<List<DraftLeg>> ways) {
    StopReach reach = taxiReach(asked, outward);
    int notWorth = 0;
    for (int round = 0; round < MOST_ROUNDS && reach.count() > 0; round++) {
      Set<Integer> stations = new HashSet<>();
      for (List<DraftLeg> way : taxiWays(asked, reach, outward)) {
        if (isWorth(asked, whole, outward, way)) {
          ways.add(way);
        } else {
          stations.add((outward ? way.getFirst().to() : way.getLast().from()).stop());
          notWorth++;
        }
      }
      reach = stations.isEmpty() ? StopReach.NONE : reach.without(stations::contains);
    }
    return notWorth;
  }

  private boolean isWorth(
      Asked asked, Optional<StreetPath> whole, boolean outward, List<DraftLeg> way) {
    DraftLeg taxi = outward ? way.getFirst() : way.getLast();
    Stream<DraftLeg> inward = (outward ? way : way.reversed()).stream();
    DraftLeg beside = inward.filter(leg -> leg.ride() != null).findFirst().orElseThrow();
    var part = drive(asked, taxi, taxi.from(), taxi.to(), taxi.seconds(), taxi.metres());
    return whole
        .map(path -> drive(asked, taxi, asked.from(), asked.to(), path.seconds(), path.metres()))
        .map(all -> TaxiWorth.isWorth(part, beside.metres(), all))
        .orElse(TaxiWorth.isCarriedFar(part, beside.metres()));
  }

  private TaxiWorth.Drive drive(
      Asked asked, DraftLeg taxi, Site from, Site to, int seconds, int metres) {
    int persons = asked.request().traveller().persons();
    var ride =
        new TaxiCosts.Ride(0, from.point(), to.point(), taxi.departure(), seconds, metres, persons);
    return new TaxiWorth.Drive(metres, taxis.price(ride));
  }

  private List<List<DraftLeg>> taxiWays(Asked asked, StopReach reach, boolean outward) {
    if (outward && !taxis.isKnownAt(asked.from().point())) {
      return List.of();
    }
    List<List<DraftLeg>> ways = new ArrayList<>();
    TransitFinder.Found found = gaining(asked, asked.request().when(), reach, outward);
    for (TransitFinder.Found.Option journey : found.withinWindow()) {
      List<DraftLeg> legs = maker.transit(found, journey.chosen(), asked.from(), asked.to());
      (outward ? taxiFrom(asked, legs) : taxiTowards(asked, legs))
          .filter(asked::isInWindow)
          .ifPresent(ways::add);
    }
    return ways;
  }

  private Optional<List<DraftLeg>> taxiFrom(Asked asked, List<DraftLeg> legs) {
    DraftLeg own = legs.getFirst();
    long ready = asked.nowSeconds() + taxis.waitSeconds(asked.from().point(), asked.at());
    long there = own.arrival() - RideAndTransit.LEAVING_SECONDS;
    return drive(asked, own.from(), own.to())
        .map(path ->
            DraftMaker.direct(TravelMode.TAXI, own.from(), own.to(), path, there - path.seconds()))
        .filter(leg -> leg.departure() >= ready)
        .map(leg -> Stream.concat(Stream.of(leg), legs.stream().skip(1)).toList());
  }

  private Optional<List<DraftLeg>> taxiTowards(Asked asked, List<DraftLeg> legs) {
    DraftLeg own = legs.getLast();
    long ready = asked.nowSeconds() + taxis.waitSeconds(own.from().point(), own.departure());
    long leaves = own.departure() + RideAndTransit.LEAVING_SECONDS;
    return drive(asked, own.from(), own.to())
        .filter(path -> leaves >= ready)
        .map(path -> DraftMaker.direct(TravelMode.TAXI, own.from(), own.to(), path, leaves))
        .map(leg -> Stream.concat(legs.stream().limit(legs.size() - 1), Stream.of(leg)).toList());
  }

  private Optional<StreetPath> drive(Asked asked, Site from, Site to) {
    return streets.path(
        Endpoint.of(from.point()), Endpoint.of(to.point()), StreetMode.CAR, asked.options());
  }

  /// The stations worth a taxi: where one can be had, and on the way.
  private StopReach taxiReach(Asked asked, boolean outward) {
    return new RideAndTransit.Approach(
            (outward ? asked.from() : asked.to()).point(),
            (outward ? asked.to() : asked.from()).point(),
            outward ? ReachDirection.FROM : ReachDirection.TOWARDS,
            streets.rides(StreetMode.CAR),
            asked.options(),
            taxis::isKnownAt,
            TAXI_SECONDS)
        .onTheWay()
        .reach(flex.timetable().stops(), Arrays.stream(stations).sorted().toArray());
  }
}
