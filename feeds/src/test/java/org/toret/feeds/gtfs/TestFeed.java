package org.toret.feeds.gtfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.base.progress.Progress;
import org.toret.network.timetable.build.TimetableBuilder;

/// A small feed as text, to be changed file by file. As it starts it is without fault: stops A, B
/// and C on one meridian, B at a third of the way from A to C; bus line L; trip t on every day of
/// October 2026, A 8:00, B 8:10, C 8:30.
final class TestFeed {

  /// A day on which the feed as it starts is valid.
  static final LocalDate TODAY = LocalDate.of(2026, 10, 7);

  private final Map<String, String> files = new TreeMap<>();

  private TestFeed() {}

  static TestFeed good() {
    return new TestFeed()
        .file(
            "agency.txt",
            """
            agency_id,agency_name,agency_url,agency_timezone
            X,Xtra,https://x.example,Europe/Rome
            """)
        .file(
            "feed_info.txt",
            """
            feed_publisher_name,feed_publisher_url,feed_lang,feed_version
            Xtra,https://x.example,it,7
            """)
        .file(
            "stops.txt",
            """
            stop_id,stop_name,stop_lat,stop_lon
            A,Alfa,45.00,7.6
            B,Beta,45.01,7.6
            C,Gamma,45.03,7.6
            """)
        .file(
            "routes.txt",
            """
            route_id,agency_id,route_short_name,route_long_name,route_type
            L,X,1,Alfa - Gamma,3
            """)
        .file(
            "calendar.txt",
            """
            service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
            S,1,1,1,1,1,1,1,20261001,20261031
            """)
        .file(
            "trips.txt",
            """
            route_id,service_id,trip_id
            L,S,t
            """)
        .times(
            """
            t,8:00:00,8:00:00,A,1
            t,8:10:00,8:10:00,B,2
            t,8:30:00,8:30:00,C,3
            """);
  }

  /// Puts a whole file in, header and rows.
  TestFeed file(String name, String content) {
    files.put(name, content);
    return this;
  }

  /// Adds rows to a file.
  TestFeed rows(String name, String rows) {
    files.merge(name, rows, String::concat);
    return this;
  }

  /// Puts stop times in: trip, arrival, departure, stop, sequence.
  TestFeed times(String rows) {
    return file(
        "stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n" + rows);
  }

  TestFeed without(String name) {
    files.remove(name);
    return this;
  }

  /// Writes the feed into a folder, which is emptied of an earlier one.
  Path write(Path folder) {
    try {
      for (Path old :
          folder.toFile().exists() ? Files.list(folder).toList() : java.util.List.<Path>of()) {
        Files.delete(old);
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes and imports the feed under the id `f`.
  TestImport read(Path folder) {
    return read(write(folder), "");
  }

  /// Imports a published or written feed under the id `f`.
  static TestImport read(Path path, String assumedZone) {
    Notices notices = new Notices();
    TimetableBuilder builder = new TimetableBuilder();
    Outcome<GtfsSummary> outcome =
        GtfsImport.read(
            "f", path, new GtfsOptions(TODAY, assumedZone), builder, notices, Progress.silent());
    return new TestImport(outcome, builder.build(), notices);
  }
}
