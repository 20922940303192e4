package org.toret.app.pages.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Places labels by the points of a drawing. The points stay where they are. A label stands upon
/// its own point, or where others would be hidden clear of it and at most [#FARTHEST] away, to be
/// joined to it by a line. Labels do not overlap: where there is no room within that distance for
/// all, some are left out.
///
/// Each label takes the best of the places around its point, given the others; three times over.
/// Then those that overlap most are taken away, and put back where there is room after all. Cost:
/// labels² × places × 3, some hundred places each.
public final class Labels {

  /// How far the middle of a label may be from its point.
  public static final int FARTHEST = 52;

  private static final int STEP = 4;
  private static final int ROUNDS = 3;

  /// How much room is kept between labels, and around points.
  private static final int GAP = 1;

  private static final int POINT = 4;

  private static final double OVERLAP = 60;
  private static final double HIDES_POINT = 35;
  private static final double CROSSES = 40;

  private final int halfWidth;
  private final int halfHeight;
  private final Box room;
  private final List<Spot> around;

  /// A place in the drawing; y grows downwards.
  public record Spot(int x, int y) {

    Spot plus(Spot way) {
      return new Spot(x + way.x, y + way.y);
    }

    double length() {
      return Math.hypot(x, y);
    }
  }

  /// Where the middle of a label may be.
  public record Box(int left, int top, int right, int bottom) {

    boolean holds(Spot spot) {
      return spot.x >= left && spot.x <= right && spot.y >= top && spot.y <= bottom;
    }
  }

  /// Labels of one size.
  public Labels(int width, int height, Box room) {
    halfWidth = width / 2;
    halfHeight = height / 2;
    this.room = room;
    List<Spot> ways = new ArrayList<>();
    for (int x = -FARTHEST; x <= FARTHEST; x += STEP) {
      for (int y = -FARTHEST; y <= FARTHEST; y += STEP) {
        Spot way = new Spot(x, y);
        boolean clear = Math.abs(x) >= halfWidth + POINT || Math.abs(y) >= halfHeight + POINT;
        if (clear && way.length() <= FARTHEST) {
          ways.add(way);
        }
      }
    }
    ways.sort(Comparator.comparingDouble(Spot::length));
    around = List.copyOf(ways);
  }

  /// The middle of the label of each point; empty where there is no room for it.
  ///
  /// @param points those whose labels matter most first
  public List<Optional<Spot>> place(List<Spot> points) {
    List<@Nullable Spot> labels = new ArrayList<>();
    points.forEach(point -> labels.add(null));
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < points.size(); i++) {
        labels.set(i, best(i, points, labels));
      }
    }
    for (int worst = worst(labels); worst >= 0; worst = worst(labels)) {
      labels.set(worst, null);
    }
    for (int i = 0; i < points.size(); i++) {
      Spot place = best(i, points, labels);
      if (overlaps(i, place, labels) == 0) {
        labels.set(i, place);
      }
    }
    List<Optional<Spot>> placed = new ArrayList<>();
    for (Spot label : labels) {
      placed.add(Optional.ofNullable(label));
    }
    return placed;
  }

  /// The label that overlaps most others, the last of those that are equal; -1 where none does.
  private int worst(List<@Nullable Spot> labels) {
    int worst = -1;
    int most = 1;
    for (int i = 0; i < labels.size(); i++) {
      Spot label = labels.get(i);
      int overlaps = label == null ? 0 : overlaps(i, label, labels);
      if (overlaps >= most) {
        most = overlaps;
        worst = i;
      }
    }
    return worst;
  }

  private int overlaps(int own, Spot place, List<@Nullable Spot> labels) {
    int overlaps = 0;
    for (int i = 0; i < labels.size(); i++) {
      Spot label = labels.get(i);
      overlaps += i != own && label != null && overlap(place, label) > 0 ? 1 : 0;
    }
    return overlaps;
  }

  private Spot best(int own, List<Spot> points, List<@Nullable Spot> labels) {
    Spot point = points.get(own);
    Spot best = point;
    double least = cost(own, point, points, labels);
    for (Spot way : around) {
      if (way.length() >= least) {
        break;
      }
      Spot place = point.plus(way);
      if (room.holds(place)) {
        double cost = way.length() + cost(own, place, points, labels);
        if (cost < least) {
          least = cost;
          best = place;
        }
      }
    }
    return best;
  }

  /// What a label hides at a place, by how bad that is.
  private double cost(int own, Spot place, List<Spot> points, List<@Nullable Spot> labels) {
    double cost = 0;
    Spot point = points.get(own);
    for (int i = 0; i < points.size(); i++) {
      Spot other = points.get(i);
      if (i != own && !other.equals(point) && covers(place, other, POINT)) {
        cost += HIDES_POINT;
      }
      Spot label = labels.get(i);
      if (i != own && label != null) {
        cost += overlap(place, label);
        boolean crossed =
            !label.equals(point) && isCrossed(label, point, place)
                || !place.equals(other) && isCrossed(place, other, label);
        cost += crossed ? CROSSES : 0;
      }
    }
    return cost;
  }

  private double overlap(Spot one, Spot other) {
    double across = 2 * halfWidth + GAP - Math.abs(one.x - other.x);
    double up = 2 * halfHeight + GAP - Math.abs(one.y - other.y);
    return across > 0 && up > 0 ? OVERLAP + across * up : 0;
  }

  private boolean covers(Spot label, Spot spot, int more) {
    return Math.abs(label.x - spot.x) < halfWidth + more
        && Math.abs(label.y - spot.y) < halfHeight + more;
  }

  /// Whether the line from a point to its label crosses another label.
  private boolean isCrossed(Spot label, Spot from, Spot to) {
    int steps = (int) (new Spot(to.x - from.x, to.y - from.y).length() / STEP);
    for (int step = 1; step < steps; step++) {
      Spot on =
          new Spot(
              from.x + (to.x - from.x) * step / steps, from.y + (to.y - from.y) * step / steps);
      if (covers(label, on, 0)) {
        return true;
      }
    }
    return false;
  }
}
