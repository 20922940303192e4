package org.toret.network.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.timetable.build.AgencyRow;
import org.toret.network.timetable.build.Calls;
import org.toret.network.timetable.build.FeedRow;
import org.toret.network.timetable.build.RouteRow;
import org.toret.network.timetable.build.StopRow;
import org.toret.network.timetable.build.TimetableBuilder;
import org.toret.network.timetable.build.TripRow;

/// Where on its shape a vehicle calls. Places are points of a grid with a step of about 100 m.
final class CallPointsTest {

  private static final int STEP_E7 = 9000;

  @Test
  @Tag("TT-15")
  void alongALine() {
    int[][] shape = {{0, 0}, {0, 1}, {0, 2}, {0, 3}, {0, 4}};
    assertThat(callPoints(shape, new int[][] {{0, 0}, {0, 2}, {0, 4}})).containsExactly(0, 2, 4);
  }

  @Test
  @Tag("TT-15")
  void aLoopThatPassesAStopTwice() {
    int[][] shape = {{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}, {-1, 0}};
    int[][] calls = {{0, 0}, {1, 1}, {0, 0}, {-1, 0}};
    assertThat(callPoints(shape, calls)).containsExactly(0, 2, 4, 5);
  }

  @Test
  @Tag("TT-15")
  void aLineThatComesBackOnItsOwnTracks() {
    int[][] shape = {{0, 0}, {0, 1}, {0, 2}, {0, 3}, {0, 2}, {0, 1}, {0, 0}};
    int[][] calls = {{0, 0}, {0, 3}, {0, 1}, {0, 0}};
    assertThat(callPoints(shape, calls)).containsExactly(0, 3, 5, 6);
  }

  @Test
  @Tag("TT-15")
  void aStopNearerToTheWayBackIsStillMetInOrder() {
    int[][] shape = {{0, 0}, {0, 5}, {1, 5}, {1, 0}};
    int[][] calls = {{0, 0}, {1, 4}, {1, 0}};
    assertThat(callPoints(shape, calls)).containsExactly(0, 2, 3);
  }

  @Test
  @Tag("TT-15")
  void withoutAShapeThereIsNoPoint() {
    assertThat(callPoints(new int[][] {{0, 0}}, new int[][] {{0, 0}, {0, 1}}))
        .containsExactly(-1, -1);
  }

  private static int[] callPoints(int[][] shape, int[][] calls) {
    TimetableBuilder rows = new TimetableBuilder();
    rows.addFeed(
        new FeedRow("t", "", "", "", "UTC", "it", Integer.MIN_VALUE, Integer.MAX_VALUE, ""));
    rows.addAgency(new AgencyRow(0, "t:a", "", ""));
    rows.addRoute(new RouteRow(0, "t:1", "1", "", 0, Mode.BUS, 3, -1, -1, 0));
    rows.addService(new int[] {0});
    int[] stops = new int[calls.length];
    int[] times = new int[calls.length];
    for (int i = 0; i < calls.length; i++) {
      times[i] = 60 * i;
      stops[i] = stop(rows, calls[i]);
    }
    rows.addShape(
        Arrays.stream(shape).mapToInt(point -> point[0] * STEP_E7).toArray(),
        Arrays.stream(shape).mapToInt(point -> point[1] * STEP_E7).toArray());
    rows.addTrip(
        new TripRow("t:1", 0, 0, "", "", (byte) -1, "", 0, (byte) 0, (byte) 0, 0),
        new Calls(stops, times, times, new byte[stops.length], new byte[stops.length]));
    return rows.build().shapes().callPoints();
  }

  private static int stop(TimetableBuilder rows, int[] place) {
    return rows.addStop(
        new StopRow(
            0,
            "t:" + place[0] + "/" + place[1],
            "",
            "",
            "",
            "",
            Stops.NO_LEVEL,
            place[0] * STEP_E7,
            place[1] * STEP_E7,
            -1,
            Stops.PLATFORM,
            (byte) 0));
  }
}
