package org.toret.router.fare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The least price of a whole journey for the whole party.
///
/// @param atLeastCents the least price of the legs that are known; the price itself when all are
/// @param currency ISO 4217, empty where nothing is to be paid
/// @param unknown the legs without a price, by position
/// @param items what is bought; their cents add up to `atLeastCents`
public record FareResult(
    int atLeastCents, String currency, List<UnknownFare> unknown, List<FareItem> items) {

  /// Nothing to pay.
  public static final FareResult FREE = new FareResult(0, "", List.of(), List.of());

  public FareResult {
    unknown = unknown.stream().sorted(Comparator.comparingInt(UnknownFare::leg)).toList();
    items = List.copyOf(items);
  }

  public boolean known() {
    return unknown.isEmpty();
  }

  /// The price; only where it is known.
  public int cents() {
    if (!known()) {
      throw new IllegalStateException("Unknown for legs " + unknown);
    }
    return atLeastCents;
  }

  /// Why the price is not known, after the first such leg; empty when it is.
  public String reason() {
    return unknown.isEmpty() ? "" : unknown.getFirst().reason();
  }

  /// The rules behind the items: `feed@version` or `table@version`, each once.
  public List<String> rules() {
    return items.stream()
        .flatMap(item -> Stream.of(item.rule().split(" \\+ ")))
        .map(rule -> rule.replaceFirst("#.*", ""))
        .distinct()
        .sorted()
        .toList();
  }

  /// Both together. What is in another currency counts as unknown.
  public FareResult plus(FareResult other) {
    if (!currency.isEmpty() && !other.currency.isEmpty() && !currency.equals(other.currency)) {
      return plus(other.foreign());
    }
    List<UnknownFare> allUnknown = new ArrayList<>(unknown);
    allUnknown.addAll(other.unknown);
    List<FareItem> allItems = new ArrayList<>(items);
    allItems.addAll(other.items);
    return new FareResult(
        Math.addExact(atLeastCents, other.atLeastCents),
        currency.isEmpty() ? other.currency : currency,
        allUnknown,
        allItems);
  }

  /// What several pay for the same journey: what they buy alike is told once, and so is a leg that
  /// has no price for one of them.
  static FareResult together(List<FareResult> shares) {
    FareResult sum = shares.stream().reduce(FREE, FareResult::plus);
    if (shares.size() == 1) {
      return sum;
    }
    Map<Integer, UnknownFare> legs = new TreeMap<>();
    sum.unknown().forEach(unknown -> legs.putIfAbsent(unknown.leg(), unknown));
    Map<FareItem, Integer> cents = new LinkedHashMap<>();
    sum.items().forEach(item -> cents.merge(item.times(0), item.cents(), Math::addExact));
    List<FareItem> items = new ArrayList<>();
    cents.forEach((item, paid) -> items.add(item.at(paid)));
    return new FareResult(sum.atLeastCents(), sum.currency(), List.copyOf(legs.values()), items);
  }

  FareResult times(int persons) {
    return new FareResult(
        Math.multiplyExact(atLeastCents, persons),
        currency,
        unknown,
        items.stream().map(item -> item.times(persons)).toList());
  }

  private FareResult foreign() {
    List<UnknownFare> legs = new ArrayList<>(unknown);
    items.stream()
        .flatMap(item -> item.legs().stream())
        .distinct()
        .forEach(leg -> legs.add(new UnknownFare(leg, "other_currency")));
    return new FareResult(0, "", legs, List.of());
  }
}
