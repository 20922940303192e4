package org.toret.app.pages.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Costs;

/// What each alternative is best at, computed from the answer: codes of texts.
///
/// Best means strictly ahead of at least one other and shared by at most two. Where a cost of some
/// alternative is unknown, the best known one is praised only if it is at most what each unknown
/// one costs at least. What is fastest is not told as well that it arrives first.
final class Praise {

  private static final int SHARED_BY_AT_MOST = 2;
  private static final int WORDS_AT_MOST = 3;

  private final List<Alternative> alternatives;
  private final List<List<String>> words = new ArrayList<>();

  private Praise(List<Alternative> alternatives) {
    this.alternatives = alternatives;
    alternatives.forEach(ignored -> words.add(new ArrayList<>()));
  }

  /// For each alternative, in their order, what it is best at.
  static List<List<String>> of(List<Alternative> alternatives) {
    var praise = new Praise(alternatives);
    praise.least("praise.fastest", a -> a.costs().time().seconds());
    praise.least("praise.earliest", a -> a.arrival().toEpochSecond());
    praise.leastKnown(
        "praise.cheapest", a -> fare(a.costs().fare()), a -> a.costs().fare().atLeastCents());
    praise.leastKnown(
        "praise.cleanest",
        a -> grams(a.costs().emissions()),
        a -> a.costs().emissions().atLeastGramsCO2e());
    praise.leastKnown(
        "praise.thriftiest",
        a -> wattHours(a.costs().energy()),
        a -> a.costs().energy().atLeastWattHours());
    praise.least("praise.leastWalk", a -> a.costs().time().walkSeconds());
    praise.words.stream()
        .filter(all -> all.contains("praise.fastest"))
        .forEach(all -> all.remove("praise.earliest"));
    return praise.words.stream()
        .map(all -> List.copyOf(all.subList(0, Math.min(all.size(), WORDS_AT_MOST))))
        .toList();
  }

  private void least(String code, ToLongFunction<Alternative> key) {
    leastKnown(code, a -> OptionalLong.of(key.applyAsLong(a)), key);
  }

  private void leastKnown(
      String code, Function<Alternative, OptionalLong> known, ToLongFunction<Alternative> atLeast) {
    OptionalLong best =
        alternatives.stream()
            .map(known)
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .min();
    if (best.isEmpty()) {
      return;
    }
    long least = best.getAsLong();
    boolean doubted =
        alternatives.stream()
            .anyMatch(a -> known.apply(a).isEmpty() && atLeast.applyAsLong(a) < least);
    List<Integer> winners = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      if (known.apply(alternatives.get(i)).equals(best)) {
        winners.add(i);
      }
    }
    if (!doubted && winners.size() <= SHARED_BY_AT_MOST && winners.size() < alternatives.size()) {
      winners.forEach(i -> words.get(i).add(code));
    }
  }

  private static OptionalLong fare(Costs.Fare fare) {
    return optional(fare.cents());
  }

  private static OptionalLong grams(Costs.Emissions emissions) {
    return optional(emissions.gramsCO2e());
  }

  private static OptionalLong wattHours(Costs.Energy energy) {
    return optional(energy.wattHours());
  }

  private static OptionalLong optional(@org.jspecify.annotations.Nullable Integer value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
