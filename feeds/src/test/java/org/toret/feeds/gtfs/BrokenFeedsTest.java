package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The feeds of google/transitfeed with one known fault each, under `broken-feeds` in the folder
/// that the environment variable `TORET_DATA` names.
@Tag("TT-08")
final class BrokenFeedsTest {

  private static final String FOLDER = "broken-feeds";

  /// What the good feeds of the collection are told all the same: their age, and what they hold
  /// beyond the specification and beyond what is used.
  private static final Set<String> OLD =
      Set.of("feed_expired", "missing_feed_info", "stop_headsigns_not_used", "unknown_column");

  /// The feed, the notice its fault must give, the file and line where it lies, and the trips that
  /// can be used all the same.
  @ParameterizedTest
  @CsvSource({
    "bad_date_format, invalid_date, calendar.txt:2, 4",
    "bad_eol.zip, mixed_line_endings, routes.txt:5, 11",
    "bad_utf8, invalid_utf8, agency.txt:1, 11",
    "contains_null, contains_null, stops.txt:9, 11",
    "duplicate_schedule_id, duplicate_id, calendar.txt:4, 11",
    "duplicate_stop, stops_too_close, stops.txt:5, 11",
    "duplicate_stop_sequence, duplicate_stop_sequence, stop_times.txt:4, 1",
    "extra_row_cells, extra_cells, routes.txt:4, 11",
    "invalid_agency_ids, missing_agency_id, agency.txt:3, 11",
    "invalid_route_agency, undefined_agency, routes.txt:4, 11",
    "missing_column, missing_expected_column, agency.txt:1, 11",
    "missing_departure_time, missing_half_of_time, stop_times.txt:3, 1",
    "missing_endpoint_times, missing_endpoint_time, stop_times.txt:16, 9",
    "missing_row_cells, missing_cells, routes.txt:4, 11",
    "missing_weekday_column, missing_expected_column, calendar.txt:1, 11",
    "negative_stop_sequence, negative_stop_sequence, stop_times.txt:9, 11",
    "repeated_route_name, repeated_route_name, routes.txt:5, 11",
    "same_short_long_name, same_route_names, routes.txt:5, 11",
    "undefined_stop, undefined_stop, stop_times.txt:11, 11",
    "unknown_file, unknown_file, frecuencias.txt:0, 11",
    "unrecognized_columns, unknown_column, agency.txt:1, 11",
    "unused_stop, unused_stop, stops.txt:6, 11",
    "utf16, utf16_file, agency.txt:1, 11",
    "filter_unusual_trips, duplicate_trip, trips.txt:9, 21",
    "flatten_feed, trip_with_one_stop, trips.txt:9, 8"
  })
  void faultIsToldAndTheRestIsUsed(String feed, String code, String place, int trips) {
    TestImport read = read(feed);
    assertThat(read.codes()).contains(code);
    assertThat(read.places(code)).contains(place);
    assertThat(read.summary().trips()).isEqualTo(trips);
  }

  @ParameterizedTest
  @CsvSource({
    "empty_file, empty_file, no_time_zone",
    "missing_agency, missing_file, files_missing",
    "missing_calendar, missing_file, files_missing",
    "missing_routes, missing_file, files_missing",
    "missing_stop_times, missing_file, files_missing",
    "missing_stops, missing_file, files_missing",
    "missing_trips, missing_file, files_missing",
    "au-sydney-entrances, missing_file, files_missing",
    "upgrade_translations/old-feed, old_translations, files_missing",
    "upgrade_translations/new-feed, missing_file, files_missing"
  })
  void feedWithNothingUsableIsRefused(String feed, String code, String reason) {
    TestImport read = read(feed);
    assertThat(read.codes()).contains(code);
    assertThat(read.refusal()).isEqualTo(reason);
    assertThat(read.timetable().stops().count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "good_feed",
    "good_feed.zip",
    "googletransit/good_feed",
    "only_calendar_dates",
    "utf8bom"
  })
  void goodFeedsHaveNoFaultButTheirAge(String feed) {
    TestImport read = read(feed);
    Set<String> codes = new TreeSet<>(read.codes());
    codes.removeAll(OLD);
    assertThat(codes).isEmpty();
    assertThat(read.summary().trips()).isEqualTo(11);
  }

  @ParameterizedTest
  @CsvSource({"unknown_format.zip", "one_line.kml", "one_stop.kml"})
  void otherFilesAreRefused(String file) {
    Path path = PublishedFeedsTest.data(FOLDER + "/" + file);
    assertThat(GtfsImport.recognises(path)).isFalse();
    assertThat(TestFeed.read(path, "").refusal()).isEqualTo("not_an_archive");
  }

  @Test
  void nothingInTheCollectionIsThrown() throws IOException {
    Path folder = PublishedFeedsTest.data(FOLDER);
    try (Stream<Path> all = Files.walk(folder, 2)) {
      Set<Path> paths = all.collect(Collectors.toSet());
      for (Path path : paths) {
        assertThat(TestFeed.read(path, "Europe/Rome").outcome()).isNotNull();
      }
      assertThat(paths).hasSizeGreaterThan(40);
    }
  }

  private static TestImport read(String feed) {
    Path path = PublishedFeedsTest.data(FOLDER + "/" + feed);
    assertThat(GtfsImport.recognises(path)).isTrue();
    return TestFeed.read(path, "");
  }
}
