package org.toret.app.pages.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.toret.app.pages.frame.Formats;
import org.toret.mobility.plan.Alternative;

/// One of the four costs as something that can be compared: seconds, cents, watt-hours or grams.
///
/// @param known the amount, or [#UNKNOWN]
/// @param atLeast its known part
/// @param print an amount with its unit
/// @param mark an amount as briefly as an axis needs it
record Measure(
    String kind,
    ToLongFunction<Alternative> known,
    ToLongFunction<Alternative> atLeast,
    LongFunction<String> print,
    LongFunction<String> mark) {

  /// An amount nobody knows.
  static final long UNKNOWN = -1;

  /// The kinds of cost, in the order of [#all].
  static final List<String> KINDS = List.of("time", "fare", "energy", "emissions");

  /// Time, fare, energy, emissions.
  static List<Measure> all(Formats formats, String currency) {
    return List.of(
        new Measure(
            "time",
            a -> a.costs().time().seconds(),
            a -> 0,
            formats::duration,
            formats::briefDuration),
        new Measure(
            "fare",
            a -> orUnknown(a.costs().fare().cents()),
            a -> a.costs().fare().atLeastCents(),
            cents -> formats.money(cents, currency),
            cents -> formats.briefMoney(cents, currency)),
        new Measure(
            "energy",
            a -> orUnknown(a.costs().energy().wattHours()),
            a -> a.costs().energy().atLeastWattHours(),
            formats::energy,
            formats::energy),
        new Measure(
            "emissions",
            a -> orUnknown(a.costs().emissions().gramsCO2e()),
            a -> a.costs().emissions().atLeastGramsCO2e(),
            grams -> formats.mass(grams) + " CO₂e",
            formats::mass));
  }

  /// The currency of an answer's fares.
  static String currency(List<Alternative> alternatives) {
    Optional<Alternative> first = alternatives.stream().findFirst();
    return first.map(a -> a.costs().fare().currency()).orElse("EUR");
  }

  boolean isKnown(Alternative alternative) {
    return known.applyAsLong(alternative) != UNKNOWN;
  }

  /// The amount, or the least it can be; 0 when nothing is known.
  long amount(Alternative alternative) {
    long amount = known.applyAsLong(alternative);
    return amount == UNKNOWN ? atLeast.applyAsLong(alternative) : amount;
  }

  /// Whether nothing at all is known.
  boolean isOpen(Alternative alternative) {
    return !isKnown(alternative) && atLeast.applyAsLong(alternative) <= 0;
  }

  private static long orUnknown(@Nullable Integer amount) {
    return amount == null ? UNKNOWN : amount;
  }
}
