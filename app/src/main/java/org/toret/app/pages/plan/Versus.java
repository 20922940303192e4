package org.toret.app.pages.plan;

import java.util.ArrayList;
import java.util.List;
import org.toret.app.pages.frame.Words;
import org.toret.mobility.plan.Alternative;

/// Says in one sentence what an alternative costs more and less than another: "8 min more; €1.90
/// and 640 g CO₂e less". Where a cost is not known, only what is certain is said.
final class Versus {

  private static final int MINUTE_SECONDS = 60;

  private final Words words;
  private final List<Measure> measures;

  Versus(Words words, List<Measure> measures) {
    this.words = words;
    this.measures = measures;
  }

  /// The sentence without its end; empty when nothing differs.
  String tell(Alternative alternative, Alternative other) {
    List<String> more = new ArrayList<>();
    List<String> less = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Measure measure : measures) {
      long difference = told(measure, alternative) - told(measure, other);
      boolean known = measure.isKnown(alternative);
      boolean otherKnown = measure.isKnown(other);
      String amount = measure.print().apply(Math.abs(difference));
      if (known && otherKnown) {
        if (difference != 0) {
          (difference > 0 ? more : less).add(amount);
        }
      } else if (!known && otherKnown && difference > 0) {
        more.add(words.of("cost.atLeast", amount));
      } else if (known && !otherKnown && difference < 0) {
        less.add(words.of("cost.atLeast", amount));
      } else {
        unknown.add(inSentence(words.of("cost." + measure.kind())));
      }
    }
    add(parts, "versus.more", more);
    add(parts, "versus.less", less);
    add(parts, "versus.unknown", unknown);
    return String.join("; ", parts);
  }

  /// The amount as it is told: durations in whole minutes, or the difference would contradict them.
  private static long told(Measure measure, Alternative alternative) {
    long amount = measure.amount(alternative);
    return measure.kind().equals("time")
        ? MINUTE_SECONDS * Math.round((double) amount / MINUTE_SECONDS)
        : amount;
  }

  /// A name within a sentence: in small letters, but for formulas.
  private String inSentence(String name) {
    boolean formula = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return formula ? name : name.toLowerCase(words.locale());
  }

  private void add(List<String> parts, String code, List<String> amounts) {
    if (!amounts.isEmpty()) {
      parts.add(words.of(code, joined(amounts)));
    }
  }

  private String joined(List<String> amounts) {
    int last = amounts.size() - 1;
    return last == 0
        ? amounts.getFirst()
        : words.of("versus.and", String.join(", ", amounts.subList(0, last)), amounts.get(last));
  }
}
