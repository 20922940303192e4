package org.toret.app.pages.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.app.pages.draw.Labels.Box;
import org.toret.app.pages.draw.Labels.Spot;

/// Where labels stand, in a drawing of 400 by 200.
@Tag("UI-21")
final class LabelsTest {

  private static final int WIDTH = 34;
  private static final int HEIGHT = 21;
  private static final Box ROOM = new Box(17, 11, 383, 189);

  private final Labels labels = new Labels(WIDTH, HEIGHT, ROOM);

  @Test
  void whatHidesNothingStandsUponItsPoint() {
    List<Spot> points = List.of(new Spot(50, 50), new Spot(100, 50), new Spot(50, 90));
    assertThat(placed(points)).isEqualTo(points);
  }

  @Test
  void aLabelIsUponItsPointOrClearOfItAndNear() {
    int left = 0;
    for (int seed = 0; seed < 300; seed++) {
      List<Spot> points = crowd(new Random(seed), 12);
      List<Optional<Spot>> placed = labels.place(points);
      for (int i = 0; i < points.size(); i++) {
        left += placed.get(i).isEmpty() ? 1 : 0;
        Spot label = placed.get(i).orElse(points.get(i));
        int x = Math.abs(label.x() - points.get(i).x());
        int y = Math.abs(label.y() - points.get(i).y());
        assertThat(Math.hypot(x, y)).as("seed %d", seed).isLessThanOrEqualTo(Labels.FARTHEST);
        boolean upon = x == 0 && y == 0;
        boolean clear = x > WIDTH / 2 + 3 || y > HEIGHT / 2 + 3;
        assertThat(upon || clear).as("seed %d label %d", seed, i).isTrue();
        assertThat(ROOM.holds(label) || upon).isTrue();
      }
    }
    assertThat(left).as("labels without room, of 3600").isLessThan(36);
  }

  @Test
  void labelsNeverOverlap() {
    int before = 0;
    for (int seed = 0; seed < 300; seed++) {
      List<Spot> points = crowd(new Random(seed), 4 + seed % 40);
      before += overlaps(points);
      assertThat(overlaps(placed(points))).as("seed %d", seed).isZero();
    }
    assertThat(before).isGreaterThan(10_000);
  }

  @Test
  void whereThereIsNoRoomTheFirstAreTold() {
    List<Spot> points = crowd(new Random(1), 60);
    List<Optional<Spot>> placed = labels.place(points);
    long first = placed.subList(0, 20).stream().filter(Optional::isPresent).count();
    long last = placed.subList(40, 60).stream().filter(Optional::isPresent).count();
    assertThat(first).isGreaterThan(last);
    assertThat(first + last).isBetween(10L, 39L);
  }

  @Test
  void manyOfTheSameValueStandAroundIt() {
    Spot same = new Spot(200, 100);
    List<Spot> placed = placed(Collections.nCopies(7, same));
    assertThat(placed).hasSize(7).contains(same);
  }

  /// A line under another label cannot be followed.
  @Test
  void linesSeldomRunUnderOtherLabels() {
    int under = 0;
    for (int seed = 0; seed < 300; seed++) {
      List<Spot> points = crowd(new Random(seed), 12);
      List<Optional<Spot>> placed = labels.place(points);
      for (int i = 0; i < points.size(); i++) {
        for (int k = 0; k < points.size(); k++) {
          if (i != k && placed.get(i).isPresent() && placed.get(k).isPresent()) {
            under += isUnder(points.get(i), placed.get(i).get(), placed.get(k).get()) ? 1 : 0;
          }
        }
      }
    }
    assertThat(under).as("of 3600 lines").isLessThan(180);
  }

  private static boolean isUnder(Spot point, Spot label, Spot other) {
    for (double part = 0.1; part < 0.95; part += 0.1) {
      double x = point.x() + part * (label.x() - point.x());
      double y = point.y() + part * (label.y() - point.y());
      if (Math.abs(x - other.x()) < WIDTH / 2.0 && Math.abs(y - other.y()) < HEIGHT / 2.0) {
        return true;
      }
    }
    return false;
  }

  private List<Spot> placed(List<Spot> points) {
    return labels.place(points).stream().flatMap(Optional::stream).toList();
  }

  /// Half anywhere, half on a line as tickets of one price are.
  private static List<Spot> crowd(Random random, int count) {
    List<Spot> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int y = i % 2 == 0 ? 100 : 20 + random.nextInt(160);
      points.add(new Spot(30 + random.nextInt(200), y));
    }
    return points;
  }

  private static int overlaps(List<Spot> placed) {
    int overlaps = 0;
    for (int i = 0; i < placed.size(); i++) {
      for (int k = 0; k < i; k++) {
        boolean across = Math.abs(placed.get(i).x() - placed.get(k).x()) < WIDTH;
        boolean up = Math.abs(placed.get(i).y() - placed.get(k).y()) < HEIGHT;
        overlaps += across && up ? 1 : 0;
      }
    }
    return overlaps;
  }
}
