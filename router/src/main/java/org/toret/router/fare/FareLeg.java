package org.toret.router.fare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.LegRules;
import org.toret.router.fare.term.LineMeasures;

/// What counts as one leg for fares: a ride, or rides joined by a join rule or by staying seated
/// (the reference's "effective fare leg").
///
/// @param legs positions in the journey
/// @param networks networks all its rides belong to
/// @param measure how long it is, all rides together
/// @param matches leg rules that hold for it; none while it is not complete
public record FareLeg(
    List<Integer> legs,
    int[] networks,
    int fromStop,
    int toStop,
    long departure,
    long arrival,
    LineMeasures.Measure measure,
    int[] matches) {

  /// Joins consecutive rides of one feed where its rules say so.
  static List<FareLeg> of(
      List<RiddenLeg> rides,
      List<RiddenLeg> journey,
      FeedFares fares,
      int[] stations,
      LegMatcher matcher) {
    List<FareLeg> joined = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= rides.size(); i++) {
      if (i == rides.size() || !joins(rides.get(i - 1), rides.get(i), journey, fares, stations)) {
        joined.add(matcher.matched(whole(rides.subList(start, i), fares, matcher)));
        start = i;
      }
    }
    return joined;
  }

  FareLeg withMatches(int[] rules) {
    return new FareLeg(legs, networks, fromStop, toStop, departure, arrival, measure, rules);
  }

  FareLeg at(long departure, long arrival) {
    return new FareLeg(legs, networks, fromStop, toStop, departure, arrival, measure, matches);
  }

  private static FareLeg whole(List<RiddenLeg> rides, FeedFares fares, LegMatcher matcher) {
    RiddenLeg first = rides.getFirst();
    RiddenLeg last = rides.getLast();
    int[] networks = fares.places().networksOfRoute().row(first.route());
    LineMeasures.Measure length = LineMeasures.Measure.ZERO;
    for (RiddenLeg ride : rides) {
      length = length.plus(matcher.measure(ride.route(), ride.boardStop(), ride.alightStop()));
      networks = common(networks, fares.places().networksOfRoute().row(ride.route()));
    }
    return new FareLeg(
        rides.stream().map(RiddenLeg::leg).toList(),
        networks,
        first.boardStop(),
        last.alightStop(),
        first.departureEpochSeconds(),
        last.arrivalEpochSeconds(),
        length,
        new int[0]);
  }

  /// Whether who stays seated from routes of some networks into one of others is on one leg.
  static boolean areOneLeg(int[] networks, int[] next) {
    return Arrays.equals(networks, next) || common(networks, next).length > 0;
  }

  /// The networks of a leg whose last ride is on a route.
  ///
  /// @param seated what was ridden of it before, null where nothing was
  static int[] networks(@Nullable FareLeg seated, FeedFares fares, int route) {
    int[] networks = fares.places().networksOfRoute().row(route);
    return seated == null || Arrays.equals(seated.networks(), networks)
        ? networks
        : common(seated.networks(), networks);
  }

  private static boolean joins(
      RiddenLeg a, RiddenLeg b, List<RiddenLeg> journey, FeedFares fares, int[] stations) {
    if (journey.indexOf(b) != journey.indexOf(a) + 1) {
      return false;
    }
    int[] before = fares.places().networksOfRoute().row(a.route());
    int[] after = fares.places().networksOfRoute().row(b.route());
    if (b.seated() && areOneLeg(before, after)) {
      return true;
    }
    for (int rule = 0; rule < fares.joinRules().count(); rule++) {
      if (joins(a, before, b, after, fares, stations, rule)) {
        return true;
      }
    }
    return false;
  }

  private static boolean joins(
      RiddenLeg a,
      int[] before,
      RiddenLeg b,
      int[] after,
      FeedFares fares,
      int[] stations,
      int rule) {
    int fromStop = fares.joinRules().fromStops()[rule];
    int toStop = fares.joinRules().toStops()[rule];
    boolean places =
        fromStop == LegRules.NONE && toStop == LegRules.NONE
            ? stations[a.alightStop()] == stations[b.boardStop()]
            : isAt(a.alightStop(), fromStop, stations) && isAt(b.boardStop(), toStop, stations);
    return places
        && holds(before, fares.joinRules().fromNetworks()[rule])
        && holds(after, fares.joinRules().toNetworks()[rule]);
  }

  private static boolean isAt(int stop, int wanted, int[] stations) {
    return wanted == LegRules.NONE || stop == wanted || stations[stop] == wanted;
  }

  private static boolean holds(int[] networks, int wanted) {
    if (wanted == LegRules.NONE) {
      return true;
    }
    for (int network : networks) {
      if (network == wanted) {
        return true;
      }
    }
    return false;
  }

  private static int[] common(int[] a, int[] b) {
    return Arrays.stream(a).filter(network -> holds(b, network)).toArray();
  }
}
