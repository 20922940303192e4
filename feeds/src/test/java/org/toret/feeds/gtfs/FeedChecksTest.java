package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedChecksTest {

  private static final String SHAPE_HEADER =
      "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\n";

  @TempDir private Path folder;

  @Test
  @Tag("TT-05")
  void shapesAreStreamedSortedAndFollowed() {
    TestImport read = shaped("s,45.03,7.6,30\ns,45.00,7.6,10\ns,45.01,7.601,20\n").read(folder);
    assertThat(read.codes()).isEmpty();
    assertThat(read.timetable().shapes().latsE7()).containsExactly(450000000, 450100000, 450300000);
    assertThat(read.timetable().shapes().callPoints()).containsExactly(0, 1, 2);
    assertThat(read.summary().shapes()).isOne();
  }

  @Test
  void faultyShapesAreNotFollowed() {
    TestImport read =
        shaped(
                """
                s,45.00,7.6,1
                s,95.00,7.6,2
                s,45.03,,3
                s,45.03,7.6,
                u,45.00,7.6,1
                u,45.01,7.6,1
                """)
            .rows("trips.txt", "L,S,v,gone\n")
            .read(folder);
    assertThat(read.timetable().patterns().shapes()).containsOnly(-1);
    assertThat(read.places("shape_point_without_place"))
        .containsExactly("shapes.txt:3", "shapes.txt:4");
    assertThat(read.places("missing_sequence")).containsExactly("shapes.txt:5");
    assertThat(read.places("shape_too_short")).containsExactly("shapes.txt:2");
    assertThat(read.places("duplicate_shape_sequence")).containsExactly("shapes.txt:6");
    assertThat(read.places("unused_shape")).contains("shapes.txt:6");
    assertThat(read.places("undefined_shape")).containsExactly("trips.txt:3");
  }

  @Test
  void stopsFarFromTheirShapeAreTold() {
    TestImport read = shaped("s,45.00,7.61,1\ns,45.03,7.61,2\n").read(folder);
    assertThat(read.places("stop_far_from_shape")).hasSize(3).contains("stop_times.txt:2");
  }

  @Test
  void impossibleSpeedsAreToldOncePerPairOfStops() {
    TestImport read =
        TestFeed.good()
            .rows("trips.txt", "L,S,u\n")
            .times(
                """
                t,8:00:00,8:00:00,A,1
                t,8:00:10,8:00:10,B,2
                t,8:30:00,8:30:00,C,3
                u,9:00:00,9:00:00,A,1
                u,9:00:10,9:00:10,B,2
                """)
            .read(folder);
    assertThat(read.places("fast_travel")).containsExactly("stop_times.txt:3");
    assertThat(read.runs()).hasSize(2);
  }

  @Test
  void thingsOutOfUseAreTold() {
    TestImport read =
        TestFeed.good()
            .rows("stops.txt", "D,Delta,45.02,7.6\nE,Epsilon,45.02,7.6\nF,Far,12.5,41.9\n")
            .rows("calendar.txt", "U,1,1,1,1,1,1,1,20261001,20261031\n")
            .rows("routes.txt", "U,X,9,Unused,3\n")
            .rows("trips.txt", "L,S,twin\n")
            .rows(
                "stop_times.txt",
                "twin,8:00:00,8:00:00,A,1\ntwin,8:10:00,8:10:00,B,2\ntwin,8:30:00,8:30:00,C,3\n")
            .read(folder);
    assertThat(read.places("unused_stop"))
        .containsExactly("stops.txt:5", "stops.txt:6", "stops.txt:7");
    assertThat(read.places("stops_too_close")).containsExactly("stops.txt:6");
    assertThat(read.places("stop_far_from_others")).containsExactly("stops.txt:7");
    assertThat(read.places("unused_service")).containsExactly("calendar.txt:3");
    assertThat(read.places("route_without_trips")).containsExactly("routes.txt:3");
    assertThat(read.places("duplicate_trip")).containsExactly("trips.txt:3");
  }

  @Test
  void oneVehicleCannotBeInTwoTrips() {
    TestImport read =
        TestFeed.good()
            .file("trips.txt", "route_id,service_id,trip_id,block_id\nL,S,t,b\nL,S,u,b\n")
            .rows("stop_times.txt", "u,8:20:00,8:20:00,C,1\nu,8:50:00,8:50:00,A,2\n")
            .read(folder);
    assertThat(read.places("block_trips_overlap")).containsExactly("trips.txt:3");
  }

  @Test
  void filesThatAreMissingOrUnknownAreTold() {
    TestImport read =
        TestFeed.good().without("feed_info.txt").file("notes.txt", "hello\n").read(folder);
    assertThat(read.codes()).containsExactly("missing_feed_info", "unknown_file");
    TestImport refused = TestFeed.good().without("stop_times.txt").read(folder);
    assertThat(refused.refusal()).isEqualTo("files_missing");
    assertThat(refused.timetable().stops().count()).isZero();
    TestImport empty = TestFeed.good().times("").read(folder);
    assertThat(empty.refusal()).isEqualTo("no_usable_trips");
    assertThat(empty.timetable().feeds().count()).isZero();
  }

  private static TestFeed shaped(String points) {
    return TestFeed.good()
        .file("trips.txt", "route_id,service_id,trip_id,shape_id\nL,S,t,s\n")
        .file("shapes.txt", SHAPE_HEADER + points);
  }
}
