package org.toret.app.pages.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.toret.app.pages.frame.Words;
import org.toret.mobility.plan.Alternative;

/// Draws alternatives in the plane of two costs. An unknown cost stands at what it is at least,
/// with an arrow; where nothing of it is known the point stands beyond the axis.
final class TradeWriter {

  private static final int TICKS = 4;

  /// How far apart two points can be told, in units of the picture: they may overlap a little.
  private static final int ROOM_ACROSS = 32;

  private static final int ROOM_UP = 18;

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
    long most = java.util.Arrays.stream(amounts).max().orElse(1);
    Ruler ruler = Ruler.over(least, most, measure.kind(), TICKS);
    places[index] =
        alternatives.stream()
            .mapToDouble(a -> measure.isOpen(a) ? Trade.BEYOND : ruler.share(measure.amount(a)))
            .toArray();
    boolean open = amounts.length < alternatives.size();
    return new Trade.Axis(measure.kind(), name(measure), ruler.ticks(measure.mark()), open);
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

  /// Notes by how much points must be moved so that each can be seen: two may cost the same.
  private void moveApart(int across, int up, List<StringBuilder> styles) {
    List<int[]> taken = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      int x = Trade.x(places[across][i]);
      int y = Trade.y(places[up][i]);
      int[] free = free(x, y, taken);
      taken.add(free);
      String pair = measures.get(across).kind() + "-" + measures.get(up).kind();
      if (free[0] != x) {
        styles.get(i).append("--" + pair + "-x:" + (free[0] - x) + ";");
      }
      if (free[1] != y) {
        styles.get(i).append("--" + pair + "-y:" + (free[1] - y) + ";");
      }
    }
  }

  /// The nearest place that is free: the wanted one, or one that just clears a taken one, to the
  /// right or above: never where it would look better than it is.
  private static int[] free(int x, int y, List<int[]> taken) {
    int[] best = {x, y};
    double nearest = isFree(best, taken) ? 0 : Double.POSITIVE_INFINITY;
    for (int[] other : nearest == 0 ? List.<int[]>of() : taken) {
      int[][] beside = {{other[0] + ROOM_ACROSS, y}, {x, other[1] - ROOM_UP}};
      for (int[] place : beside) {
        double moved = place[0] - x + (y - place[1]);
        boolean worse = place[0] >= x && place[1] <= y;
        if (worse && moved < nearest && isInside(place) && isFree(place, taken)) {
          nearest = moved;
          best = place;
        }
      }
    }
    return best;
  }

  private static boolean isInside(int[] place) {
    return place[0] >= Trade.FRAME_LEFT
        && place[0] <= Trade.WIDTH
        && place[1] >= 0
        && place[1] <= Trade.FRAME_BOTTOM;
  }

  private static boolean isFree(int[] place, List<int[]> taken) {
    return taken.stream()
        .noneMatch(other ->
            Math.abs(other[0] - place[0]) < ROOM_ACROSS && Math.abs(other[1] - place[1]) < ROOM_UP);
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
