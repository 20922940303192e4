package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("TT-03")
final class CalendarTest {

  private static final String HEADER =
      "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n";

  @TempDir private Path folder;

  @Test
  void weekdaysWithinTheDatesAndExceptions() {
    TestImport read =
        TestFeed.good()
            .file("calendar.txt", HEADER + "S,1,0,0,0,0,0,1,20261004,20261019\n")
            .file(
                "calendar_dates.txt",
                """
                service_id,date,exception_type
                S,20261011,2
                S,20261101,1
                """)
            .read(folder);
    assertThat(read.days("t"))
        .containsExactly(
            LocalDate.of(2026, 10, 4),
            LocalDate.of(2026, 10, 5),
            LocalDate.of(2026, 10, 12),
            LocalDate.of(2026, 10, 18),
            LocalDate.of(2026, 10, 19),
            LocalDate.of(2026, 11, 1));
    assertThat(read.codes()).isEmpty();
  }

  @Test
  void exceptionsAloneAreACalendar() {
    TestImport read =
        TestFeed.good()
            .without("calendar.txt")
            .file("calendar_dates.txt", "service_id,date,exception_type\nS,20261225,1\n")
            .read(folder);
    assertThat(read.days("t")).containsExactly(LocalDate.of(2026, 12, 25));
    assertThat(read.codes()).containsExactly("feed_not_begun");
    assertThat(read.timetable().feeds().versions().get(0)).isEqualTo("7");
  }

  @Test
  void badRowsAreLeftOut() {
    TestImport read =
        TestFeed.good()
            .rows(
                "calendar.txt",
                """
                S,1,1,1,1,1,1,1,20270101,20271231
                R,1,1,1,1,1,1,1,20261031,20261001
                D,1,1,1,1,1,1,1,2026-10-01,20261031
                ,1,1,1,1,1,1,1,20261001,20261031
                """)
            .file(
                "calendar_dates.txt",
                """
                service_id,date,exception_type
                S,20261011,2
                S,20261011,1
                S,20261332,1
                S,20261012,3
                """)
            .read(folder);
    assertThat(read.days("t")).hasSize(30).doesNotContain(LocalDate.of(2026, 10, 11));
    assertThat(read.places("duplicate_id")).containsExactly("calendar.txt:3");
    assertThat(read.places("dates_reversed")).containsExactly("calendar.txt:4");
    assertThat(read.places("service_without_dates")).containsExactly("calendar.txt:5");
    assertThat(read.places("missing_id")).containsExactly("calendar.txt:6");
    assertThat(read.places("duplicate_exception")).containsExactly("calendar_dates.txt:3");
    assertThat(read.places("exception_without_date")).containsExactly("calendar_dates.txt:4");
    assertThat(read.places("unknown_exception_type")).containsExactly("calendar_dates.txt:5");
  }

  @Test
  void tripsThatNeverRunAreLeftOut() {
    TestImport read =
        TestFeed.good()
            .rows("calendar.txt", "N,0,0,0,0,0,0,0,20261001,20261031\n")
            .rows("trips.txt", "L,N,never\nL,Q,unknown\n")
            .rows("stop_times.txt", "never,9:00:00,9:00:00,A,1\nnever,9:30:00,9:30:00,C,2\n")
            .rows("stop_times.txt", "unknown,9:00:00,9:00:00,A,1\n")
            .read(folder);
    assertThat(read.runs()).hasSize(1);
    assertThat(read.places("service_without_days")).containsExactly("calendar.txt:3");
    assertThat(read.places("trip_without_days")).containsExactly("trips.txt:3");
    assertThat(read.places("undefined_service")).containsExactly("trips.txt:4");
    assertThat(read.codes()).doesNotContain("undefined_trip");
  }

  @Test
  void missingWeekdayColumnMeansNoServiceOnThatDay() {
    TestImport read =
        TestFeed.good()
            .file(
                "calendar.txt",
                """
                service_id,monday,tuesday,wednesday,thursday,friday,saturday,start_date,end_date
                S,1,1,1,1,1,1,20261003,20261005
                """)
            .read(folder);
    assertThat(read.days("t"))
        .containsExactly(LocalDate.of(2026, 10, 3), LocalDate.of(2026, 10, 5));
    assertThat(read.codes()).contains("missing_expected_column");
  }

  @Test
  void feedThatIsOverSaysSo() {
    TestImport read =
        TestFeed.good()
            .file("calendar.txt", HEADER + "S,1,1,1,1,1,1,1,20260901,20260930\n")
            .file(
                "feed_info.txt",
                """
                feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date
                Xtra,https://x.example,it,20260901,20260915
                """)
            .read(folder);
    assertThat(read.codes()).containsExactly("feed_expired", "services_beyond_feed_dates");
    assertThat(read.summary().lastDay()).isEqualTo("2026-09-30");
  }

  @Test
  void feedThatEndsSoonSaysSo() {
    TestImport read =
        TestFeed.good()
            .file("calendar.txt", HEADER + "S,1,1,1,1,1,1,1,20261001,20261010\n")
            .read(folder);
    assertThat(read.codes()).containsExactly("feed_expires_soon");
  }
}
