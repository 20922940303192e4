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
      long difference = measure.amount(alternative) - measure.amount(other);
      boolean known = measure.isKnown(alternative);
      boolean otherKnown = measure.isKnown(other);
      String amount = measure.print().apply(Math.abs(difference));
      if (known && otherKnown) {
        if (tells(measure, difference)) {
          (difference > 0 ? more : less).add(amount);
        }
      } else if (!known && otherKnown && difference > 0) {
        more.add(words.of("cost.atLeast", amount));
      } else if (known && !otherKnown && difference < 0) {
        less.add(words.of("cost.atLeast", amount));
      } else {
        unknown.add(words.of("cost." + measure.kind()).toLowerCase(words.locale()));
      }
    }
    add(parts, "versus.more", more);
    add(parts, "versus.less", less);
    add(parts, "versus.unknown", unknown);
    return String.join("; ", parts);
  }

  private static boolean tells(Measure measure, long difference) {
    return Math.abs(difference) >= (measure.kind().equals("time") ? MINUTE_SECONDS / 2 : 1);
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
