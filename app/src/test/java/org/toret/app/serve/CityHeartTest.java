package org.toret.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.BoundingBox;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.build.FeedRow;
import org.toret.network.timetable.build.StopRow;
import org.toret.network.timetable.build.TimetableBuilder;

/// What the map shows at first.
@Tag("UI-13")
final class CityHeartTest {

  private static final BoundingBox ALL = new BoundingBox(44, 7, 46, 9);

  private final TimetableBuilder builder = new TimetableBuilder();

  CityHeartTest() {
    builder.addFeed(
        new FeedRow(
            "t", "", "", "", "Europe/Rome", "it", Integer.MIN_VALUE, Integer.MAX_VALUE, ""));
  }

  @Test
  void whatIsFarAndSeldomServedDoesNotMakeTheCitySmall() {
    int[] calls = new int[121];
    for (int i = 0; i <= 100; i++) {
      stop(i, 450_000_000 + 10_000 * i, 76_000_000 + 20_000 * i);
      calls[i] = 100;
    }
    for (int i = 101; i < calls.length; i++) {
      stop(i, i % 2 == 0 ? 441_000_000 : 459_000_000, 89_000_000);
      calls[i] = 1;
    }
    BoundingBox heart = CityHeart.of(builder.build().stops(), calls, ALL);
    assertThat(heart.south()).isBetween(45.0, 45.01);
    assertThat(heart.north()).isBetween(45.09, 45.1);
    assertThat(heart.west()).isBetween(7.6, 7.62);
    assertThat(heart.east()).isBetween(7.78, 7.8);
  }

  @Test
  void aFewStopsAreAllShown() {
    stop(0, 450_000_000, 76_000_000);
    stop(1, 451_000_000, 77_000_000);
    assertThat(CityHeart.of(builder.build().stops(), new int[] {5, 5}, ALL)).isEqualTo(ALL);
  }

  private void stop(int id, int latE7, int lonE7) {
    builder.addStop(
        new StopRow(
            0,
            "t:" + id,
            "",
            "",
            "",
            "",
            Stops.NO_LEVEL,
            latE7,
            lonE7,
            -1,
            Stops.PLATFORM,
            (byte) 0));
  }
}
