package org.toret.router.fare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.LegRules;
import org.toret.network.fare.ZoneFares;

/// The least price of the legs of one feed under GTFS Fares v1: the cheapest way to cut the legs
/// into runs, each paid by one fare that holds for the whole run.
///
/// A fare holds for a run when it includes so many transfers, when the last boarding lies within
/// `transfer_duration` of the first, when its agency runs all legs, and when it has no conditions
/// or one of them fits: the origin and destination zones of the run, all its routes among those
/// named, and the zones passed exactly those that must be contained. Cost: legs² × fares ×
/// conditions.
final class ZoneFarePricer {

  private static final int NONE = -1;

  private final FareRules rules;
  private final FeedFares feed;
  private final ZoneFares fares;
  private final List<RiddenLeg> legs;

  private ZoneFarePricer(FareRules rules, FeedFares feed, List<RiddenLeg> legs) {
    this.rules = rules;
    this.feed = feed;
    this.fares = feed.zoneFares();
    this.legs = legs;
  }

  static FareResult price(FareRules rules, FeedFares feed, List<RiddenLeg> legs) {
    List<UnknownFare> unknown = new ArrayList<>();
    List<RiddenLeg> priced = new ArrayList<>(legs);
    for (RiddenLeg leg : new ZoneFarePricer(rules, feed, legs).uncovered()) {
      unknown.add(new UnknownFare(leg.leg(), "no_fare_rule"));
      priced.remove(leg);
    }
    FareResult result = new ZoneFarePricer(rules, feed, priced).cheapest();
    return new FareResult(result.atLeastCents(), result.currency(), unknown, result.items());
  }

  /// The fewest legs that no fare can pay for.
  private List<RiddenLeg> uncovered() {
    int[] fewest = new int[legs.size() + 1];
    int[] from = new int[legs.size() + 1];
    for (int end = 1; end <= legs.size(); end++) {
      fewest[end] = fewest[end - 1] + 1;
      from[end] = NONE;
      for (int start = 0; start < end; start++) {
        if (fewest[start] < fewest[end] && cheapestFare(start, end) != NONE) {
          fewest[end] = fewest[start];
          from[end] = start;
        }
      }
    }
    List<RiddenLeg> found = new ArrayList<>();
    for (int end = legs.size(); end > 0; end = from[end] == NONE ? end - 1 : from[end]) {
      if (from[end] == NONE) {
        found.add(legs.get(end - 1));
      }
    }
    return found;
  }

  private FareResult cheapest() {
    int count = legs.size();
    long[] least = new long[count + 1];
    int[] from = new int[count + 1];
    int[] by = new int[count + 1];
    Arrays.fill(least, 1, count + 1, Long.MAX_VALUE);
    for (int end = 1; end <= count; end++) {
      for (int start = 0; start < end; start++) {
        int fare = cheapestFare(start, end);
        if (fare != NONE
            && least[start] != Long.MAX_VALUE
            && least[start] + fares.cents()[fare] < least[end]) {
          least[end] = least[start] + fares.cents()[fare];
          from[end] = start;
          by[end] = fare;
        }
      }
    }
    List<FareItem> items = new ArrayList<>();
    for (int end = count; end > 0; end = from[end]) {
      items.add(item(by[end], from[end], end));
    }
    String currency = count == 0 ? "" : fares.currencies().get(by[count]);
    return new FareResult(Math.toIntExact(least[count]), currency, List.of(), items.reversed());
  }

  private FareItem item(int fare, int start, int end) {
    int limit = fares.durationSeconds()[fare];
    String id = fares.ids().get(fare);
    return new FareItem(
        "ticket",
        id,
        id,
        fares.cents()[fare],
        legs.subList(start, end).stream().map(RiddenLeg::leg).toList(),
        "",
        limit == LegRules.NONE ? FareItem.NO_END : legs.get(start).departureEpochSeconds() + limit,
        feed.id() + "@" + feed.version() + "#fare_attributes:" + fares.lines()[fare],
        feed.id() + " " + feed.version());
  }

  private int cheapestFare(int start, int end) {
    int best = NONE;
    for (int fare = 0; fare < fares.count(); fare++) {
      if ((best == NONE || fares.cents()[fare] < fares.cents()[best]) && holds(fare, start, end)) {
        best = fare;
      }
    }
    return best;
  }

  private boolean holds(int fare, int start, int end) {
    int boardings = 0;
    for (int i = start; i < end; i++) {
      boardings += legs.get(i).seated() && i > start ? 0 : 1;
      int agency = fares.agencies()[fare];
      if (agency != LegRules.NONE && rules.agencies()[legs.get(i).route()] != agency) {
        return false;
      }
    }
    int limit = fares.durationSeconds()[fare];
    long taken =
        legs.get(end - 1).departureEpochSeconds() - legs.get(start).departureEpochSeconds();
    if (boardings - 1 > fares.transfers()[fare] || limit != LegRules.NONE && taken > limit) {
      return false;
    }
    int[] conditions = fares.conditionsOfFare().row(fare);
    return conditions.length == 0
        || Arrays.stream(conditions).anyMatch(condition -> fits(condition, start, end));
  }

  private boolean fits(int condition, int start, int end) {
    int origin = fares.zoneOfStop()[legs.get(start).boardStop()];
    int destination = fares.zoneOfStop()[legs.get(end - 1).alightStop()];
    return isOrAny(fares.origins()[condition], origin)
        && isOrAny(fares.destinations()[condition], destination)
        && routesFit(fares.routes().row(condition), start, end)
        && zonesFit(fares.contains().row(condition), start, end);
  }

  private boolean routesFit(int[] allowed, int start, int end) {
    return allowed.length == 0
        || legs.subList(start, end).stream()
            .allMatch(leg -> Arrays.stream(allowed).anyMatch(route -> route == leg.route()));
  }

  private boolean zonesFit(int[] contained, int start, int end) {
    if (contained.length == 0) {
      return true;
    }
    int[] passed =
        legs.subList(start, end).stream()
            .flatMapToInt(leg -> Arrays.stream(leg.stops()))
            .map(stop -> fares.zoneOfStop()[stop])
            .filter(zone -> zone != LegRules.NONE)
            .distinct()
            .sorted()
            .toArray();
    return Arrays.equals(passed, Arrays.stream(contained).sorted().toArray());
  }

  private static boolean isOrAny(int wanted, int zone) {
    return wanted == LegRules.NONE || wanted == zone;
  }
}
