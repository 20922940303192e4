package org.toret.app.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleTable;
import org.toret.base.rules.RuleTableReader;
import org.toret.feeds.gtfs.GtfsImport;
import org.toret.feeds.gtfs.GtfsOptions;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.TimetableBuilder;

/// What a city says of bicycles on board, beside what its timetable says.
@Tag("BI-05")
final class BikeCarriageTest {

  private static final String HEAD =
      """
      # table: bike-carriage
      # version: %s
      # title: Which vehicles take bicycles
      # validFrom: 2020-01-01
      # source trial: Made up | none | 2026
      row,source,admits
      """;

  private Timetable timetable = new TimetableBuilder().build();
  private final Notices notices = new Notices();

  /// Two lines of which nothing is said, one that takes no bicycles and one that does.
  @BeforeEach
  void read(@TempDir Path feed) throws IOException {
    write(feed, "agency", "agency_name,agency_url,agency_timezone\nT,https://t,Europe/Rome\n");
    write(feed, "stops", "stop_id,stop_name,stop_lat,stop_lon\nA,A,45,7\nB,B,45.1,7\n");
    write(feed, "routes", "route_id,route_short_name,route_type\n1,1,2\n2,2,3\n3,3,2\n4,4,2\n");
    write(
        feed,
        "calendar",
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
            + "start_date,end_date\nd,1,1,1,1,1,1,1,20260101,20261231\n");
    write(
        feed,
        "trips",
        "route_id,service_id,trip_id,bikes_allowed\n1,d,1,\n2,d,2,0\n3,d,3,2\n4,d,4,1\n");
    StringBuilder times =
        new StringBuilder("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n");
    for (int trip = 1; trip <= 4; trip++) {
      times.append("%d,08:00:00,08:00:00,A,1\n%d,08:10:00,08:10:00,B,2\n".formatted(trip, trip));
    }
    write(feed, "stop_times", times.toString());
    TimetableBuilder builder = new TimetableBuilder();
    GtfsOptions options = new GtfsOptions(LocalDate.of(2026, 3, 2), "");
    assertThat(
            GtfsImport.read("f", feed, options, builder, new Notices(), (what, done, total) -> {}))
        .isInstanceOf(Outcome.Done.class);
    timetable = builder.build();
  }

  private static void write(Path folder, String name, String content) throws IOException {
    Files.writeString(folder.resolve(name + ".txt"), content);
  }

  private RuleTable table(String version, String rows) {
    return new RuleTableReader("bikes.csv", notices)
        .read(HEAD.formatted(version) + rows)
        .orElseThrow();
  }

  /// By line: what is said of bicycles, as GTFS writes it.
  private List<Integer> bikes() {
    Patterns patterns = timetable.patterns();
    return IntStream.range(0, timetable.routes().count())
        .map(route ->
            IntStream.range(0, patterns.count())
                .filter(pattern -> patterns.routes()[pattern] == route)
                .map(pattern -> patterns.bikes()[pattern])
                .findFirst()
                .orElseThrow())
        .boxed()
        .toList();
  }

  private List<String> codes() {
    return notices.listAll().stream().map(Notices.Tally::code).toList();
  }

  @Test
  void withoutRulesNothingIsAssumed() {
    BikeCarriage.complete(timetable, List.of(), notices);
    assertThat(bikes()).containsExactly(0, 0, 2, 1);
    assertThat(codes()).isEmpty();
  }

  @Test
  void rulesCountWhereTheTimetableIsSilent() {
    BikeCarriage.complete(timetable, List.of(table("2026-01-01", "f:rail,trial,yes\n")), notices);
    assertThat(bikes()).containsExactly(1, 0, 2, 1);
    assertThat(codes()).containsExactly("bike_rules_used");
  }

  @Test
  void theMostExactRowCounts() {
    String rows = "f,trial,yes\nf:1,trial,no\n";
    BikeCarriage.complete(timetable, List.of(table("2026-01-01", rows)), notices);
    assertThat(bikes()).containsExactly(2, 1, 2, 1);
  }

  @Test
  void theNewestVersionCountsAndWhatFitsNothingIsSaid() {
    RuleTable older = table("2025-01-01", "f:bus,trial,yes\n");
    RuleTable newer = table("2026-01-01", "f:bus,trial,no\nelsewhere,trial,yes\n");
    BikeCarriage.complete(timetable, List.of(newer, older), notices);
    assertThat(bikes()).containsExactly(0, 2, 2, 1);
    assertThat(codes()).containsExactlyInAnyOrder("bike_rules_used", "bike_rule_unused");
  }
}
