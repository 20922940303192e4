package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("TT-04")
final class FrequenciesTest {

  @TempDir private Path folder;

  @Test
  void exactTimesBecomeScheduledRuns() {
    TestImport read = repeated("t,6:00:00,7:00:00,1800,1", "t,7:00:00,7:01:00,1200,1");
    assertThat(read.runs())
        .containsExactly(
            "t#060000: A 6:00 B 6:10 C 6:30",
            "t#063000: A 6:30 B 6:40 C 7:00",
            "t#070000: A 7:00 B 7:10 C 7:30");
    assertThat(read.timetable().trips().headwaySeconds()).containsOnly(0);
    assertThat(read.summary().trips()).isOne();
    assertThat(read.summary().runs()).isEqualTo(3);
  }

  @Test
  void headwaysBecomeRunsThatSaySo() {
    TestImport read = repeated("t,23:30:00,24:10:00,1200,0");
    assertThat(read.runs())
        .containsExactly("t#233000: A 23:30 B 23:40 C 24:00", "t#235000: A 23:50 B 24:00 C 24:20");
    assertThat(read.timetable().trips().headwaySeconds()).containsOnly(1200);
  }

  @Test
  void firstDepartureCountsNotFirstArrival() {
    TestImport read =
        TestFeed.good()
            .times("t,8:00:00,8:02:00,A,1\nt,8:10:00,8:10:00,B,2\nt,8:30:00,8:30:00,C,3\n")
            .file(
                "frequencies.txt",
                "trip_id,start_time,end_time,headway_secs\nt,6:00:00,6:10:00,600\n")
            .read(folder);
    assertThat(read.runs()).containsExactly("t#060000: A 5:58/6:00 B 6:08 C 6:28");
  }

  @Test
  void badRowsAreLeftOut() {
    TestImport read =
        repeated(
            "t,6:00:00,6:30:00,1800,1",
            "x,6:00:00,7:00:00,1800,1",
            "t,7:00:00,6:00:00,1800,1",
            "t,8:00:00,9:00:00,0,1",
            "t,6:15:00,6:20:00,600,1");
    assertThat(read.runs()).hasSize(2);
    assertThat(read.places("undefined_trip")).containsExactly("frequencies.txt:3");
    assertThat(read.places("bad_frequency_window")).containsExactly("frequencies.txt:4");
    assertThat(read.places("bad_headway")).containsExactly("frequencies.txt:5");
    assertThat(read.places("overlapping_frequency")).containsExactly("frequencies.txt:6");
  }

  private TestImport repeated(String... rows) {
    return TestFeed.good()
        .file(
            "frequencies.txt",
            "trip_id,start_time,end_time,headway_secs,exact_times\n" + String.join("\n", rows))
        .read(folder);
  }
}
