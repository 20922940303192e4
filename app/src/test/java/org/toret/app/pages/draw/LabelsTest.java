package org.toret.app.pages.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    assertThat(labels.place(points)).isEqualTo(points);
  }

  @Test
  void aLabelIsUponItsPointOrClearOfItAndNear() {
    for (int seed = 0; seed < 300; seed++) {
      List<Spot> points = crowd(new Random(seed), 12);
      List<Spot> placed = labels.place(points);
      for (int i = 0; i < points.size(); i++) {
        int x = Math.abs(placed.get(i).x() - points.get(i).x());
        int y = Math.abs(placed.get(i).y() - points.get(i).y());
        assertThat(Math.hypot(x, y)).as("seed %d", seed).isLessThanOrEqualTo(Labels.FARTHEST);
        boolean upon = x == 0 && y == 0;
        boolean clear = x > WIDTH / 2 + 3 || y > HEIGHT / 2 + 3;
        assertThat(upon || clear).as("seed %d label %d", seed, i).isTrue();
        assertThat(ROOM.holds(placed.get(i)) || upon).isTrue();
      }
    }
  }

  @Test
  void labelsOverlapSeldomAndOnlyWhereThereIsACrowd() {
    int overlaps = 0;
    int before = 0;
    for (int seed = 0; seed < 300; seed++) {
      List<Spot> points = crowd(new Random(seed), 12);
      before += overlaps(points);
      overlaps += overlaps(labels.place(points));
    }
    assertThat(before).isGreaterThan(1500);
    assertThat(overlaps).isLessThan(before / 20);
  }

  @Test
  void manyOfTheSameValueStandAroundIt() {
    Spot same = new Spot(200, 100);
    List<Spot> placed = labels.place(Collections.nCopies(7, same));
    assertThat(placed).contains(same);
    assertThat(overlaps(placed)).isZero();
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
