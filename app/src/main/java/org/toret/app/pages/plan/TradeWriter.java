package org.toret.app.pages.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.mobility.plan.Alternative;

/// Draws alternatives in planes of two costs each. An unknown cost stands at what it is at least,
/// with an arrow; one of which nothing is known is left out, and the caption says so.
final class TradeWriter {

  private static final int TICKS = 5;
  private static final int TOO_NEAR = 14;

  private final Words words;
  private final List<Alternative> alternatives;
  private final List<Axis> axes;

  /// A cost as an axis.
  private record Axis(
      String kind,
      ToLongFunction<Alternative> known,
      ToLongFunction<Alternative> atLeast,
      LongFunction<String> print) {

    boolean isKnown(Alternative alternative) {
      return known.applyAsLong(alternative) >= 0;
    }

    /// The amount, or the least it can be; 0 when nothing is known.
    long amount(Alternative alternative) {
      long amount = known.applyAsLong(alternative);
      return amount >= 0 ? amount : atLeast.applyAsLong(alternative);
    }

    boolean shows(Alternative alternative) {
      return isKnown(alternative) || atLeast.applyAsLong(alternative) > 0;
    }
  }

  TradeWriter(Words words, List<Alternative> alternatives) {
    this.words = words;
    this.alternatives = alternatives;
    Formats formats = new Formats(words.locale());
    String currency =
        alternatives.isEmpty() ? "EUR" : alternatives.getFirst().costs().fare().currency();
    this.axes =
        List.of(
            new Axis("time", a -> a.costs().time().seconds(), a -> 0, formats::briefDuration),
            new Axis(
                "fare",
                a -> orMinus(a.costs().fare().cents()),
                a -> a.costs().fare().atLeastCents(),
                cents -> formats.money(cents, currency)),
            new Axis(
                "energy",
                a -> orMinus(a.costs().energy().wattHours()),
                a -> a.costs().energy().atLeastWattHours(),
                formats::energy),
            new Axis(
                "emissions",
                a -> orMinus(a.costs().emissions().gramsCO2e()),
                a -> a.costs().emissions().atLeastGramsCO2e(),
                formats::mass));
  }

  /// Time against each other cost, and fare against emissions.
  List<Trade> write() {
    return List.of(
        plane(axes.get(0), axes.get(1)),
        plane(axes.get(0), axes.get(3)),
        plane(axes.get(0), axes.get(2)),
        plane(axes.get(1), axes.get(3)));
  }

  private Trade plane(Axis x, Axis y) {
    List<Alternative> shown = alternatives.stream().filter(a -> x.shows(a) && y.shows(a)).toList();
    Ruler across = Ruler.over(shown.stream().mapToLong(x::amount).max().orElse(1), x.kind(), TICKS);
    Ruler up = Ruler.over(shown.stream().mapToLong(y::amount).max().orElse(1), y.kind(), TICKS);
    List<Trade.Point> points = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      Alternative alternative = alternatives.get(i);
      if (shown.contains(alternative)) {
        points.add(
            apart(
                points,
                new Trade.Point(
                    i + 1,
                    alternative.id(),
                    alternative.group().split("\\+")[0],
                    across.at(x.amount(alternative), Trade.LEFT, Trade.RIGHT),
                    up.at(y.amount(alternative), Trade.BOTTOM, Trade.TOP),
                    !x.isKnown(alternative),
                    !y.isKnown(alternative))));
      }
    }
    return new Trade(
        words.of("trade.pair", name(x), name(y)),
        name(x),
        name(y),
        across.ticks(Trade.LEFT, Trade.RIGHT, x.print()),
        up.ticks(Trade.BOTTOM, Trade.TOP, y.print()),
        points,
        caption(x, y, shown));
  }

  /// The same point, moved aside until it covers no other: two alternatives may cost the same.
  private static Trade.Point apart(List<Trade.Point> others, Trade.Point point) {
    Trade.Point moved = point;
    while (others.stream().anyMatch(near(moved))) {
      moved =
          new Trade.Point(
              point.number(),
              point.id(),
              point.group(),
              moved.x() + TOO_NEAR,
              point.y(),
              point.atLeastX(),
              point.atLeastY());
    }
    return moved;
  }

  private static java.util.function.Predicate<Trade.Point> near(Trade.Point point) {
    return other ->
        Math.abs(other.x() - point.x()) < TOO_NEAR && Math.abs(other.y() - point.y()) < TOO_NEAR;
  }

  private String caption(Axis x, Axis y, List<Alternative> shown) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        words.of(
            "trade.caption",
            name(x).toLowerCase(words.locale()),
            name(y).toLowerCase(words.locale())));
    if (shown.stream().anyMatch(a -> !x.isKnown(a) || !y.isKnown(a))) {
      sentences.add(words.of("trade.atLeast"));
    }
    if (shown.size() < alternatives.size()) {
      sentences.add(words.count("trade.leftOut", alternatives.size() - shown.size()));
    }
    return String.join(" ", sentences);
  }

  private String name(Axis axis) {
    return words.of("cost." + axis.kind());
  }

  private static long orMinus(@Nullable Integer known) {
    return known == null ? -1 : known;
  }
}
