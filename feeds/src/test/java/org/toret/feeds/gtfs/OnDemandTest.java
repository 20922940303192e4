package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.base.progress.Progress;
import org.toret.network.flex.BookingRules;
import org.toret.network.flex.BookingType;
import org.toret.network.flex.OnDemand;
import org.toret.network.flex.OnDemandBuilder;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.TimetableBuilder;

/// Rides on demand beside the trips of the good feed: trip `d` from anywhere in the square `zone1`
/// (45.00 … 45.02 north, 7.59 … 7.61 east) to stops B and C, 8:00 to 12:00.
@Tag("OD-01")
final class OnDemandTest {

  private static final String HEADER =
      "trip_id,arrival_time,departure_time,stop_id,location_id,location_group_id,stop_sequence,"
          + "start_pickup_drop_off_window,end_pickup_drop_off_window,pickup_type,drop_off_type,"
          + "pickup_booking_rule_id,drop_off_booking_rule_id\n";
  private static final String TIMED =
      """
      t,8:00:00,8:00:00,A,,,1,,,,,,
      t,8:10:00,8:10:00,B,,,2,,,,,,
      t,8:30:00,8:30:00,C,,,3,,,,,,
      """;
  private static final String RIDE =
      """
      d,,,,,G,2,8:00:00,12:30:00,1,2,R1,R1
      d,,,,zone1,,1,8:00:00,12:00:00,2,1,R1,R2
      """;

  @TempDir private Path folder;

  private record Read(
      Outcome<GtfsSummary> outcome, Timetable timetable, OnDemand rides, TestImport told) {}

  @Test
  void areaGroupWindowsAndRulesAreRead() {
    Read read = read(feed(TIMED + RIDE));
    OnDemand rides = read.rides();
    assertThat(rides.trips().count()).isEqualTo(1);
    assertThat(rides.trips().ids().get(0)).isEqualTo("f:d");
    assertThat(read.timetable().routes().ids().get(rides.trips().routes()[0])).isEqualTo("f:L");
    int area = rides.calls().places()[0];
    int group = rides.calls().places()[1];
    assertThat(rides.places().names().get(area)).isEqualTo("Collina");
    assertThat(rides.places().contains(area, 450_100_000, 76_000_000)).isTrue();
    assertThat(rides.places().contains(area, 450_250_000, 76_000_000)).isFalse();
    assertThat(rides.places().isArea(group)).isFalse();
    assertThat(rides.places().contains(group, 450_100_000, 76_000_000)).isFalse();
    assertThat(rides.places().stops().row(group))
        .containsExactly(read.told().stop("B"), read.told().stop("C"));
    assertThat(rides.calls().startSeconds()).containsExactly(8 * 3600, 8 * 3600);
    assertThat(rides.calls().endSeconds()).containsExactly(12 * 3600, 12 * 3600 + 1800);
    assertThat(rides.calls().picksUp(0)).isTrue();
    assertThat(rides.calls().dropsOff(0)).isFalse();
    assertThat(rides.calls().dropsOff(1)).isTrue();
    BookingRules rules = rides.rules();
    int sameDay = rides.calls().pickupRules()[0];
    assertThat(rules.type(sameDay)).isEqualTo(BookingType.SAME_DAY);
    assertThat(rules.minMinutes(sameDay)).isEqualTo(90);
    assertThat(rules.maxMinutes(sameDay)).isEqualTo(BookingRules.NONE);
    assertThat(rules.phone(sameDay)).isEqualTo("011 123");
    int daysBefore = rides.calls().dropOffRules()[0];
    assertThat(rules.type(daysBefore)).isEqualTo(BookingType.PRIOR_DAYS);
    assertThat(rules.lastDay(daysBefore)).isEqualTo(1);
    assertThat(rules.lastSecond(daysBefore)).isEqualTo(17 * 3600);
    assertThat(rules.service(daysBefore)).isEqualTo(rides.trips().services()[0]);
    assertThat(read.told().codes()).isEmpty();
  }

  @Test
  void feedWithNothingButRidesOnDemandIsUsed() {
    Read read = read(feed(RIDE).file("trips.txt", "route_id,service_id,trip_id\nL,S,d\n"));
    assertThat(read.outcome()).isInstanceOf(Outcome.Done.class);
    assertThat(read.rides().trips().count()).isEqualTo(1);
    assertThat(read.timetable().trips().count()).isZero();
    assertThat(read.timetable().feeds().firstDays()).containsExactly(20_727);
    assertThat(read.told().summary().firstDay()).isEqualTo("2026-10-01");
  }

  @Test
  void driversPaceOfTheTripAndOfTheRowAreRead() {
    String trips = "route_id,service_id,trip_id,safe_duration_factor,safe_duration_offset\n";
    OnDemand ofTrip =
        read(feed(TIMED + RIDE).file("trips.txt", trips + "L,S,t,,\nL,S,d,1.5,120\n")).rides();
    assertThat(ofTrip.calls().rideSeconds(0, 600)).isEqualTo(1020);
    String header = HEADER.strip() + ",mean_duration_factor,mean_duration_offset\n";
    String rows = (TIMED + RIDE).replace("\n", ",2,5\n");
    OnDemand ofRow = read(feed("").file("stop_times.txt", header + rows)).rides();
    assertThat(ofRow.calls().rideSeconds(0, 600)).isEqualTo(1500);
  }

  @Test
  void whatIsMissingIsTold() {
    String rows =
        """
        d,,,,zone9,,1,8:00:00,12:00:00,2,1,,
        d,,,,zone1,,2,8:00:00,12:00:00,2,1,R9,
        d,,,,zone1,,3,,12:00:00,2,1,,
        d,,,,zone1,,4,8:00:00,12:00:00,1,2,,
        """;
    Read read = read(feed(TIMED + rows));
    assertThat(read.rides().isEmpty()).isTrue();
    assertThat(read.told().codes())
        .contains("undefined_location", "undefined_booking_rule", "flexible_stop_without_window")
        .contains("flexible_stop_not_used");
  }

  @Test
  void stopWithTimesBesideAnAreaIsTold() {
    Read read = read(feed(TIMED + RIDE + "d,8:00:00,8:00:00,A,,,3,,,,,,\n"));
    assertThat(read.rides().trips().count()).isEqualTo(1);
    assertThat(read.told().codes()).containsExactly("flexible_rides_partly_used");
  }

  /// Any stop of one group to any other, by one real-time rule; the days are those of 2023.
  @Test
  void auburnIsRead() {
    Read read = read(PublishedFeedsTest.data("formats/flex/auburn-transit-flex.zip"));
    assertThat(read.rides().trips().count()).isEqualTo(1);
    assertThat(read.rides().places().stops().row(0)).hasSize(30);
    assertThat(read.rides().rules().type(0)).isEqualTo(BookingType.REAL_TIME);
    assertThat(read.rides().calls().rideSeconds(0, 600)).isEqualTo(900);
  }

  /// Without its calendar, as it is published, nothing of it ever runs.
  @Test
  void brownCountyWithoutCalendarNeverRuns() {
    Read read = read(PublishedFeedsTest.data("formats/flex/brown-county-flex.zip"));
    assertThat(read.rides().isEmpty()).isTrue();
    assertThat(read.told().refusal()).isEqualTo("files_missing");
  }

  /// With days of its own: four trips from anywhere to anywhere in the county, to be booked until
  /// three in the afternoon of the day before; drop-offs beside a line with times are not used.
  @Test
  void brownCountyWithACalendarIsRead() throws IOException {
    Path zip = PublishedFeedsTest.data("formats/flex/brown-county-flex.zip");
    try (ZipFile files = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(files.entries())) {
        Files.copy(files.getInputStream(entry), folder.resolve(entry.getName()));
      }
    }
    Files.writeString(
        folder.resolve("calendar_dates.txt"),
        """
        service_id,date,exception_type
        c_67295_b_77497_d_31,20231004,1
        c_67295_b_77497_d_64,20231007,1
        c_67295_b_77497_d_32,20231008,1
        """);
    Read read = read(folder);
    OnDemand rides = read.rides();
    assertThat(rides.trips().count()).isEqualTo(4);
    assertThat(read.timetable().trips().count()).isEqualTo(13);
    int newUlm = 0;
    while (!rides.places().ids().get(newUlm).equals("f:area_708")) {
      newUlm++;
    }
    assertThat(rides.places().contains(newUlm, 443_124_000, -944_602_000)).isTrue();
    assertThat(rides.places().contains(newUlm, 450_000_000, -944_602_000)).isFalse();
    assertThat(rides.rules().type(0)).isEqualTo(BookingType.PRIOR_DAYS);
    assertThat(rides.rules().lastSecond(0)).isEqualTo(15 * 3600);
    assertThat(read.told().codes()).contains("flexible_stop_not_used");
  }

  private TestFeed feed(String stopTimes) {
    return TestFeed.good()
        .file("trips.txt", "route_id,service_id,trip_id\nL,S,t\nL,S,d\n")
        .file("stop_times.txt", HEADER + stopTimes)
        .file(
            "locations.geojson",
            """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "zone1",
             "properties": {"stop_name": "Collina"}, "geometry": {"type": "Polygon", "coordinates":
             [[[7.59,45.00],[7.61,45.00],[7.61,45.02],[7.59,45.02],[7.59,45.00]]]}}]}
            """)
        .file("location_groups.txt", "location_group_id,location_group_name\nG,Centro\n")
        .file("location_group_stops.txt", "location_group_id,stop_id\nG,B\nG,C\n")
        .file(
            "booking_rules.txt",
            """
            booking_rule_id,booking_type,prior_notice_duration_min,prior_notice_last_day,\
            prior_notice_last_time,prior_notice_service_id,phone_number
            R1,1,90,,,,011 123
            R2,2,,1,17:00:00,S,
            """);
  }

  private Read read(TestFeed feed) {
    return read(feed.write(folder));
  }

  private static Read read(Path path) {
    assertThat(Files.exists(path)).isTrue();
    Notices notices = new Notices();
    TimetableBuilder timetable = new TimetableBuilder();
    OnDemandBuilder rides = new OnDemandBuilder();
    Outcome<GtfsSummary> outcome =
        GtfsImport.read(
            "f",
            path,
            new GtfsOptions(TestFeed.TODAY, ""),
            timetable,
            rides,
            notices,
            Progress.silent());
    Timetable built = timetable.build();
    return new Read(outcome, built, rides.build(), new TestImport(outcome, built, notices));
  }
}
