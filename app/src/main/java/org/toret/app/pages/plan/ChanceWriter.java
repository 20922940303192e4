package org.toret.app.pages.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.mobility.plan.Leg;

/// Puts chances into words: how likely, and what to do if not.
final class ChanceWriter {

  private final Words words;
  private final Formats formats;

  ChanceWriter(Words words) {
    this.words = words;
    formats = new Formats(words.locale());
  }

  /// @param what `take`, `return` or `park`
  void add(List<String> facts, String what, Leg.@Nullable Chance chance) {
    if (chance == null) {
      return;
    }
    // nothing is certain
    long percent = Math.max(1, Math.min(99, Math.round(100 * chance.probability())));
    facts.add(words.of("leg.chance." + what, formats.number(percent)));
    Leg.Elsewhere other = chance.otherwise();
    if (other != null) {
      facts.add(
          words.of(
              "leg.chance.else." + what,
              other.name().isEmpty() ? words.of("leg.chance.unnamed") : other.name(),
              formats.distance(other.metres()),
              counts(what, other),
              formats.duration(other.extraSeconds())));
    }
  }

  private String counts(String what, Leg.Elsewhere other) {
    if (other.free() == null) {
      return "";
    }
    String free = formats.number(other.free());
    return ", "
        + (other.capacity() == null
            ? words.of("leg.chance.count." + what, free)
            : words.of("leg.chance.of." + what, free, formats.number(other.capacity())));
  }
}
