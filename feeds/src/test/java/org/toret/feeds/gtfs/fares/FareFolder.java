package org.toret.feeds.gtfs.fares;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.base.progress.Progress;
import org.toret.feeds.gtfs.GtfsImport;
import org.toret.feeds.gtfs.GtfsOptions;
import org.toret.network.fare.FareRules;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.TimetableBuilder;

/// A small feed in a folder: stops A to D, of which a and b are platforms of A, routes bus and
/// metro; fare files are added by name.
final class FareFolder {

  private final Path folder;
  private final Notices notices = new Notices();

  FareFolder(Path folder) {
    this.folder = folder;
    file(
        "agency.txt",
        "agency_id,agency_name,agency_url,agency_timezone",
        "o,O,http://o.it,Europe/Rome");
    file(
        "stops.txt",
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,zone_id",
        "A,A,45.0,7.6,1,,",
        "a,A,45.0,7.6,0,A,z1",
        "b,A,45.0,7.6,0,A,z1",
        "C,C,45.1,7.6,,,z2",
        "D,D,45.2,7.6,,,");
    file(
        "routes.txt", "route_id,agency_id,route_short_name,route_type", "bus,o,1,3", "metro,o,M,1");
    file(
        "calendar.txt",
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
        "wk,1,1,1,1,1,0,0,20260101,20261231");
    file("trips.txt", "route_id,service_id,trip_id", "bus,wk,t1", "metro,wk,t2");
    file(
        "stop_times.txt",
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence",
        "t1,08:00:00,08:00:00,a,1",
        "t1,08:10:00,08:10:00,C,2",
        "t2,09:00:00,09:00:00,C,1",
        "t2,09:10:00,09:10:00,D,2");
    file(
        "feed_info.txt",
        "feed_publisher_name,feed_publisher_url,feed_lang,feed_version",
        "O,http://o.it,it,v7");
  }

  FareFolder file(String name, String... lines) {
    try {
      Files.write(folder.resolve(name), java.util.List.of(lines));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Notices about fares.
  Notices notices() {
    return notices;
  }

  FareRules rules() {
    return GtfsFares.read(timetable("t", folder), Map.of("t", folder), notices);
  }

  /// The timetable of a feed of any kind.
  static Timetable timetable(String feed, Path path) {
    TimetableBuilder builder = new TimetableBuilder();
    Outcome<?> outcome =
        GtfsImport.read(
            feed,
            path,
            new GtfsOptions(LocalDate.parse("2026-06-01"), ""),
            builder,
            new Notices(),
            Progress.silent());
    if (outcome instanceof Outcome.Refused<?>) {
      throw new IllegalStateException(String.valueOf(outcome));
    }
    return builder.build();
  }
}
