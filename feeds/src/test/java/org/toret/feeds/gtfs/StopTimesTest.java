package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("TT-02")
final class StopTimesTest {

  @TempDir private Path folder;

  @Test
  void goodFeedIsReadWithoutNotices() {
    TestImport read = TestFeed.good().read(folder);
    assertThat(read.codes()).isEmpty();
    assertThat(read.runs()).containsExactly("t: A 8:00 B 8:10 C 8:30");
    assertThat(read.summary().stopTimes()).isEqualTo(3);
  }

  @Test
  void blankTimesAreInterpolatedByStraightLine() {
    TestImport read = times("t,8:00:00,8:01:00,A,1", "t,,,B,2", "t,8:31:00,8:31:00,C,3");
    assertThat(read.runs()).containsExactly("t: A 8:00/8:01 B 8:11 C 8:31");
    assertThat(read.codes()).containsExactly("times_interpolated");
    assertThat(read.summary().interpolatedTimes()).isOne();
  }

  @Test
  void blankTimesAreInterpolatedByShapeDistanceWhereItIsGiven() {
    TestImport read =
        TestFeed.good()
            .file(
                "stop_times.txt",
                """
                trip_id,arrival_time,departure_time,stop_id,stop_sequence,shape_dist_traveled
                t,8:00:00,8:00:00,A,1,0
                t,,,B,2,0.5
                t,8:30:00,8:30:00,C,3,1
                """)
            .read(folder);
    assertThat(read.runs()).containsExactly("t: A 8:00 B 8:15 C 8:30");
  }

  @Test
  void rowsMayComeInAnyOrder() {
    TestImport read =
        TestFeed.good()
            .rows("trips.txt", "L,S,u\n")
            .times(
                """
                u,9:30:00,9:30:00,C,30
                t,8:10:00,8:10:00,B,2
                u,9:00:00,9:00:00,A,10
                t,8:30:00,8:30:00,C,3
                t,8:00:00,8:00:00,A,1
                """)
            .read(folder);
    assertThat(read.runs()).containsExactly("t: A 8:00 B 8:10 C 8:30", "u: A 9:00 C 9:30");
    assertThat(read.codes()).isEmpty();
  }

  @Test
  @Tag("TT-06")
  void hoursBeyondMidnightStayOnTheServiceDay() {
    TestImport read = times("t,23:50:00,23:50:00,A,1", "t,25:10:00,25:10:00,C,2");
    assertThat(read.runs()).containsExactly("t: A 23:50 C 25:10");
    assertThat(read.codes()).containsExactly("unused_stop");
  }

  @Test
  void clockThatStartsAgainAtMidnightGoesOn() {
    TestImport read =
        times("t,23:50:00,23:50:00,A,1", "t,23:59:00,0:01:00,B,2", "t,0:30:00,0:30:00,C,3");
    assertThat(read.runs()).containsExactly("t: A 23:50 B 23:59/24:01 C 24:30");
    assertThat(read.places("time_past_midnight")).contains("stop_times.txt:3");
  }

  @Test
  void timeThatContradictsTheOthersIsInterpolated() {
    TestImport read =
        times(
            "t,8:00:00,8:00:00,A,1",
            "t,9:50:00,9:50:00,B,2",
            "t,8:30:00,8:30:00,C,3",
            "t,8:50:00,8:50:00,B,4");
    assertThat(read.runs()).containsExactly("t: A 8:00 B 8:10 C 8:30 B 8:50");
    assertThat(read.places("decreasing_time")).containsExactly("stop_times.txt:3");
  }

  @Test
  void oneTimeStandsForBoth() {
    TestImport read = times("t,,8:00:00,A,1", "t,8:10:00,,B,2", "t,8:30:00,,C,3");
    assertThat(read.runs()).containsExactly("t: A 8:00 B 8:10 C 8:30");
    assertThat(read.places("missing_half_of_time")).containsExactly("stop_times.txt:3");
  }

  @Test
  void departureBeforeArrivalIsMended() {
    TestImport read = times("t,8:00:00,8:00:00,A,1", "t,8:10:00,8:09:00,B,2", "t,8:30:00,,C,3");
    assertThat(read.runs()).containsExactly("t: A 8:00 B 8:10 C 8:30");
    assertThat(read.places("departure_before_arrival")).containsExactly("stop_times.txt:3");
  }

  @Test
  void callsBeyondTheFirstAndLastTimeAreLeftOut() {
    TestImport read = times("t,,,C,1", "t,8:00:00,8:00:00,A,2", "t,8:10:00,8:10:00,B,3", "t,,,C,4");
    assertThat(read.runs()).containsExactly("t: A 8:00 B 8:10");
    assertThat(read.places("missing_endpoint_time"))
        .containsExactly("stop_times.txt:2", "stop_times.txt:5");
  }

  @Test
  void sameSequenceTwiceKeepsTheOrderOfTheFile() {
    TestImport read =
        times(
            "t,8:00:00,8:00:00,A,1",
            "t,8:10:00,8:10:00,B,1",
            "t,8:10:00,8:10:00,B,1",
            "t,8:30:00,8:30:00,C,3");
    assertThat(read.runs()).containsExactly("t: A 8:00 B 8:10 C 8:30");
    assertThat(read.places("duplicate_stop_sequence")).containsExactly("stop_times.txt:3");
    assertThat(read.places("repeated_stop_time")).containsExactly("stop_times.txt:4");
  }

  @Test
  void rowsThatReferToNothingAreLeftOut() {
    TestImport read =
        times(
            "t,8:00:00,8:00:00,A,-1",
            "t,8:05:00,8:05:00,Z,2",
            "t,8:06:00,8:06:00,,3",
            "t,8:10:00,8:10:00,B,x",
            "t,8:30:00,8:30:00,C,5",
            "v,8:30:00,8:30:00,C,1");
    assertThat(read.runs()).containsExactly("t: A 8:00 C 8:30");
    assertThat(read.places("negative_stop_sequence")).containsExactly("stop_times.txt:2");
    assertThat(read.places("undefined_stop")).containsExactly("stop_times.txt:3");
    assertThat(read.places("missing_stop")).containsExactly("stop_times.txt:4");
    assertThat(read.places("missing_sequence")).containsExactly("stop_times.txt:5");
    assertThat(read.places("undefined_trip")).containsExactly("stop_times.txt:7");
  }

  @Test
  void tripsWithoutTwoCallsAreLeftOut() {
    TestImport read =
        TestFeed.good()
            .rows("trips.txt", "L,S,none\nL,S,one\n")
            .rows("stop_times.txt", "one,9:00:00,9:00:00,A,1\n")
            .read(folder);
    assertThat(read.runs()).hasSize(1);
    assertThat(read.places("trip_without_stops")).containsExactly("trips.txt:3");
    assertThat(read.places("trip_with_one_stop")).containsExactly("trips.txt:4");
  }

  @Test
  void boardingRulesAreKept() {
    TestImport read =
        TestFeed.good()
            .file(
                "stop_times.txt",
                """
                trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type
                t,8:00:00,8:00:00,A,1,0,1
                t,8:10:00,8:10:00,B,2,3,2
                t,8:30:00,8:30:00,C,3,1,
                """)
            .read(folder);
    assertThat(read.timetable().patterns().pickups()).containsExactly(0, 3, 1);
    assertThat(read.timetable().patterns().dropOffs()).containsExactly(1, 2, 0);
  }

  @Test
  void stopsOnDemandInAreasAreNotedAndSkipped() {
    TestImport read =
        TestFeed.good()
            .file(
                "stop_times.txt",
                """
                trip_id,arrival_time,departure_time,stop_id,location_id,stop_sequence,\
                start_pickup_drop_off_window,end_pickup_drop_off_window
                t,8:00:00,8:00:00,A,,1,,
                t,,,,zone1,2,8:00:00,9:00:00
                t,8:30:00,8:30:00,C,,3,,
                """)
            .read(folder);
    assertThat(read.runs()).containsExactly("t: A 8:00 C 8:30");
    assertThat(read.places("undefined_location")).containsExactly("stop_times.txt:3");
  }

  @Test
  @Tag("TT-14")
  void continuousStoppingAndHeadsignsOnTheWayAreNoted() {
    TestImport read =
        TestFeed.good()
            .file(
                "stop_times.txt",
                """
                trip_id,arrival_time,departure_time,stop_id,stop_sequence,continuous_pickup,\
                stop_headsign,timepoint
                t,8:00:00,8:00:00,A,1,0,Gamma,1
                t,,,B,2,0,,1
                t,8:30:00,8:30:00,C,3,,,
                """)
            .read(folder);
    assertThat(read.codes())
        .contains("continuous_stopping_not_used", "stop_headsigns_not_used")
        .contains("timepoint_without_time");
  }

  private TestImport times(String... rows) {
    return TestFeed.good().times(String.join("\n", rows) + "\n").read(folder);
  }
}
