package org.toret.router.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.toret.router.walk.WalkOptions;

/// On a perfect grid the answer is known: the sum of the two differences.
final class GridTest {

  private static final int SIDE = 12;
  private static final int BLOCK_METRES = 200;

  /// Streets every 200 m; places `a` and `b` are junctions' neighbours, see `at`.
  private static StreetMap grid() {
    StringBuilder art = new StringBuilder();
    for (int y = 0; y < 2 * SIDE - 1; y++) {
      for (int x = 0; x < 2 * SIDE - 1; x++) {
        boolean row = y % 2 == 0;
        boolean column = x % 2 == 0;
        art.append(row && column ? '+' : row ? '-' : column ? '|' : x == 1 && y == 1 ? 'a' : ' ');
      }
      art.append('\n');
    }
    return StreetMap.of(art.toString());
  }

  @Test
  void everyWayIsAsLongAsTheBlocksBetween() {
    StreetMap map = grid();
    StreetRouter router = map.router();
    PathOptions options = PathOptions.of(WalkOptions.upTo(10_000));
    for (int x = 0; x < SIDE; x += 3) {
      for (int y = 0; y < SIDE; y += 4) {
        // a lies 100 m east and south of the north-western junction
        Endpoint from = Endpoint.of(map.near('a', -100, 100));
        double east = x * BLOCK_METRES - 100;
        double north = 100 - y * BLOCK_METRES;
        Endpoint to = Endpoint.of(map.near('a', east, north));
        int expected = (x + y) * BLOCK_METRES;
        for (StreetMode mode : StreetMode.values()) {
          StreetPath path = router.path(from, to, mode, options).orElseThrow();
          assertThat(path.metres())
              .as("%s to %d,%d", mode, x, y)
              .isBetween(expected - 2, expected + 2);
        }
      }
    }
  }
}
