package org.toret.router.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;

/// Areas of random ground, with islands, holes and corners that touch.
final class AreasTest {

  private static final BoundingBox BOX = new BoundingBox(45.0, 7.6, 45.02, 7.63);

  private static TimeGrid random(long seed) {
    Random random = new Random(seed);
    TimeGrid grid = new TimeGrid(new ReachFrame(BOX, 50));
    for (int i = 0; i < 250; i++) {
      grid.sample(random.nextInt(2300), random.nextInt(2200), random.nextInt(900), 1.3);
    }
    grid.spread(1.3, 40 + random.nextInt(120));
    return grid;
  }

  @Test
  @Tag("SR-17")
  void ringsCloseTurnTheRightWayAndNeverCross() {
    int holes = 0;
    int islands = 0;
    for (long seed = 1; seed <= 30; seed++) {
      TimeGrid grid = random(seed);
      for (int seconds : new int[] {200, 500, 900}) {
        ReachArea area = ReachAreas.within(grid, seconds);
        assertThat(Rings.faults(area)).as("seed %d, %d s", seed, seconds).isEmpty();
        islands += area.polygons().size();
        holes += area.polygons().stream().mapToInt(rings -> rings.size() - 1).sum();
      }
    }
    assertThat(islands).isGreaterThan(300);
    assertThat(holes).isGreaterThan(30);
  }

  @Test
  @Tag("SR-17")
  void whatIsInTimeIsInsideAndWhatIsNotIsOutside() {
    for (long seed = 1; seed <= 30; seed++) {
      TimeGrid grid = random(seed);
      ReachArea area = ReachAreas.within(grid, 500);
      ReachArea longer = ReachAreas.within(grid, 700);
      for (int row = 1; row < grid.rows() - 1; row++) {
        for (int column = 1; column < grid.columns() - 1; column++) {
          GeoPoint point = grid.point(column * 50.0, row * 50.0);
          boolean inside = Rings.contains(area, point);
          if (grid.seconds(row, column) <= 500) {
            assertThat(inside).as("seed %d, %d/%d", seed, row, column).isTrue();
          }
          if (inside) {
            assertThat(Rings.contains(longer, point)).as("nested, seed %d", seed).isTrue();
          }
        }
      }
    }
  }

  @Test
  @Tag("SR-17")
  void aCircleHasTheAreaOfACircle() {
    TimeGrid grid = new TimeGrid(new ReachFrame(BOX, 50));
    grid.cone(1100, 1100, 60, 1, 5000);
    ReachArea area = ReachAreas.within(grid, 860);
    assertThat(area.squareMetres() / (Math.PI * 800 * 800)).isBetween(0.98, 1.02);
    assertThat(area.polygons()).hasSize(1);
  }

  @Test
  @Tag("SR-17")
  void whatIsBesideIsReachedByTheStraightLine() {
    TimeGrid grid = new TimeGrid(new ReachFrame(BOX, 50));
    grid.sample(1010, 990, 100, 1.5);
    grid.spread(1.5, 400);
    for (int row = 14; row <= 26; row++) {
      for (int column = 14; column <= 26; column++) {
        double metres = Math.hypot(column * 50 - 1010, row * 50 - 990);
        if (metres <= 400) {
          assertThat(grid.seconds(row, column))
              .isBetween((float) (99.9 + metres / 1.5), (float) (100.1 + metres / 1.5));
        }
      }
    }
  }
}
