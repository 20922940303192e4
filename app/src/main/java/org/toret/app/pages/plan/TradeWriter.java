package org.toret.app.pages.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.toret.app.pages.draw.Labels;
import org.toret.app.pages.frame.Words;
import org.toret.mobility.plan.Alternative;

/// Draws alternatives in the plane of two costs. An unknown cost stands at what it is at least,
/// with an arrow; where nothing of it is known the point stands beyond the axis. Each point stands
/// at its value; its label stands upon it, or beside it at the end of a line ([Labels]).
final class TradeWriter {

  private static final int TICKS = 4;

  private static final Labels LABELS =
      new Labels(
          Trade.LABEL_WIDTH,
          Trade.LABEL_HEIGHT,
          new Labels.Box(
              Trade.FRAME_LEFT + Trade.LABEL_WIDTH / 2,
              Trade.LABEL_HEIGHT / 2,
              Trade.WIDTH - Trade.LABEL_WIDTH / 2,
              Trade.FRAME_BOTTOM - Trade.LABEL_HEIGHT / 2));

  private final Words words;
  private final List<Measure> measures;
  private final List<Alternative> alternatives;
  private final List<AlternativeView> views;
  private final double[][] places;

  /// @param alternatives and their views, in the same order
  TradeWriter(
      Words words,
      List<Measure> measures,
      List<Alternative> alternatives,
      List<AlternativeView> views) {
    this.words = words;
    this.measures = measures;
    this.alternatives = alternatives;
    this.views = views;
    this.places = new double[measures.size()][];
  }

  /// The picture that begins with two costs.
  Trade write(String across, String up) {
    List<Trade.Axis> axes = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      axes.add(axis(i));
    }
    return new Trade(axes, across, up, points(), fronts(), words.of("trade.caption"), hasDoubts());
  }

  private Trade.Axis axis(int index) {
    Measure measure = measures.get(index);
    long[] amounts =
        alternatives.stream().filter(a -> !measure.isOpen(a)).mapToLong(measure::amount).toArray();
    long least = java.util.Arrays.stream(amounts).min().orElse(0);
    long most = java.util.Arrays.stream(amounts).max().orElse(0);
    Ruler ruler = Ruler.over(least, most, measure.kind(), TICKS);
    places[index] =
        alternatives.stream()
            .mapToDouble(a -> measure.isOpen(a) ? Trade.BEYOND : ruler.share(measure.amount(a)))
            .toArray();
    boolean open = amounts.length < alternatives.size();
    List<Trade.Tick> ticks = amounts.length == 0 ? List.of() : ruler.ticks(measure.mark());
    return new Trade.Axis(measure.kind(), name(measure), ticks, open);
  }

  private List<Trade.Point> points() {
    List<StringBuilder> styles = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      StringBuilder style = new StringBuilder();
      for (int k = 0; k < measures.size(); k++) {
        style.append(
            String.format(Locale.ROOT, "--%s:%.3f;", measures.get(k).kind(), places[k][i]));
      }
      styles.add(style);
    }
    for (int across = 0; across < measures.size(); across++) {
      for (int up = 0; up < measures.size(); up++) {
        if (across != up) {
          moveApart(across, up, styles);
        }
      }
    }
    List<Trade.Point> points = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      points.add(point(i, styles.get(i).toString()));
    }
    return points;
  }

  private Trade.Point point(int index, String style) {
    AlternativeView view = views.get(index);
    Alternative alternative = alternatives.get(index);
    List<String> doubts =
        measures.stream().filter(m -> !m.isKnown(alternative)).map(Measure::kind).toList();
    List<String> pairs = new ArrayList<>();
    for (Measure one : measures) {
      for (Measure other : measures) {
        if (one != other && isBest(alternative, one, other)) {
          pairs.add(one.kind() + "-" + other.kind());
        }
      }
    }
    return new Trade.Point(
        view.number(),
        view.id(),
        view.group().split("\\+")[0],
        view.icon(),
        view.spokenCosts(),
        style,
        String.join(" ", doubts),
        String.join(" ", pairs));
  }

  /// Notes where labels stand that would hide others upon their points, and which are left out
  /// where there is no room: first those of what is beaten.
  private void moveApart(int across, int up, List<StringBuilder> styles) {
    String pair = measures.get(across).kind() + "-" + measures.get(up).kind();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparing(
            i -> !isBest(alternatives.get(i), measures.get(across), measures.get(up))));
    List<Labels.Spot> spots =
        order.stream()
            .map(i -> new Labels.Spot(Trade.x(places[across][i]), Trade.y(places[up][i])))
            .toList();
    List<Optional<Labels.Spot>> labels = LABELS.place(spots);
    for (int i = 0; i < spots.size(); i++) {
      Labels.Spot spot = spots.get(i);
      StringBuilder style = styles.get(order.get(i));
      if (labels.get(i).isEmpty()) {
        style.append("--%s-h:1;".formatted(pair));
      } else if (!labels.get(i).get().equals(spot)) {
        int x = labels.get(i).get().x() - spot.x();
        int y = labels.get(i).get().y() - spot.y();
        style.append("--%s-x:%d;--%s-y:%d;".formatted(pair, x, pair, y));
      }
    }
  }

  private List<Trade.Front> fronts() {
    List<Trade.Front> fronts = new ArrayList<>();
    for (int across = 0; across < measures.size(); across++) {
      for (int up = 0; up < measures.size(); up++) {
        if (across != up) {
          String pair = measures.get(across).kind() + "-" + measures.get(up).kind();
          fronts.add(new Trade.Front(pair, path(across, up)));
        }
      }
    }
    return fronts;
  }

  /// Steps along the best: what lies above and right of them is beaten by one of them.
  private String path(int across, int up) {
    List<Integer> best =
        java.util.stream.IntStream.range(0, alternatives.size())
            .boxed()
            .filter(i -> isBest(alternatives.get(i), measures.get(across), measures.get(up)))
            .sorted(
                Comparator.<Integer>comparingDouble(i -> places[across][i])
                    .thenComparing(i -> -places[up][i]))
            .toList();
    StringBuilder path = new StringBuilder();
    for (int i : best) {
      int x = Trade.x(places[across][i]);
      int y = Trade.y(places[up][i]);
      path.append(path.isEmpty() ? "M" + x + " " + Trade.TOP : "H" + x).append("V").append(y);
    }
    return path.isEmpty() ? "" : path + "H" + Trade.RIGHT;
  }

  /// Whether both costs are known and no other is at least as good in both and better in one.
  private boolean isBest(Alternative alternative, Measure one, Measure other) {
    if (!one.isKnown(alternative) || !other.isKnown(alternative)) {
      return false;
    }
    long first = one.amount(alternative);
    long second = other.amount(alternative);
    return alternatives.stream()
        .filter(rival -> one.isKnown(rival) && other.isKnown(rival))
        .noneMatch(rival ->
            one.amount(rival) <= first
                && other.amount(rival) <= second
                && (one.amount(rival) < first || other.amount(rival) < second));
  }

  private boolean hasDoubts() {
    return alternatives.stream().anyMatch(a -> measures.stream().anyMatch(m -> !m.isKnown(a)));
  }

  private String name(Measure measure) {
    return words.of("cost." + measure.kind());
  }
}
