package org.toret.app.pages.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.Leg;

/// Puts alternatives that are the same way at another time together: the same rides between the
/// same stops at the same price, energy and emissions, about as long. Ten departures of one metro
/// are one choice with ten times.
final class Ways {

  private static final int ABOUT_SECONDS = 120;

  private Ways() {}

  /// What makes two alternatives the same way.
  private record Way(String group, List<String> rides, List<Object> costs) {

    static Way of(Alternative alternative) {
      Costs costs = alternative.costs();
      return new Way(
          alternative.group(),
          alternative.legs().stream().map(Way::ride).toList(),
          List.of(
              String.valueOf(costs.fare().cents()),
              costs.fare().atLeastCents(),
              String.valueOf(costs.energy().wattHours()),
              costs.energy().atLeastWattHours(),
              String.valueOf(costs.emissions().gramsCO2e()),
              costs.emissions().atLeastGramsCO2e()));
    }

    private static String ride(Leg leg) {
      Leg.Transit ride = leg.transit();
      String what = ride == null ? leg.mode().id() : ride.route().id();
      return what + " " + leg.from().name() + " " + leg.to().name();
    }
  }

  /// The ways of an answer, each with its alternatives, all in the order given.
  static List<List<Alternative>> of(List<Alternative> alternatives) {
    Map<Way, List<List<Alternative>>> known = new LinkedHashMap<>();
    List<List<Alternative>> ways = new ArrayList<>();
    for (Alternative alternative : alternatives) {
      var like = known.computeIfAbsent(Way.of(alternative), way -> new ArrayList<>());
      like.stream()
          .filter(way -> isAsLong(way.getFirst(), alternative) && hasRide(alternative))
          .findFirst()
          .orElseGet(() -> {
            List<Alternative> way = new ArrayList<>();
            like.add(way);
            ways.add(way);
            return way;
          })
          .add(alternative);
    }
    return ways;
  }

  private static boolean isAsLong(Alternative one, Alternative other) {
    return Math.abs(one.costs().time().seconds() - other.costs().time().seconds()) <= ABOUT_SECONDS;
  }

  private static boolean hasRide(Alternative alternative) {
    return alternative.legs().stream().anyMatch(leg -> leg.transit() != null);
  }
}
