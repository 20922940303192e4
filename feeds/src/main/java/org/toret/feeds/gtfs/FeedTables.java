package org.toret.feeds.gtfs;

import java.util.function.Function;
import org.toret.base.notice.Notices;
import org.toret.base.progress.Progress;
import org.toret.feeds.gtfs.read.AgencyTable;
import org.toret.feeds.gtfs.read.Attributions;
import org.toret.feeds.gtfs.read.CallReader;
import org.toret.feeds.gtfs.read.CallTable;
import org.toret.feeds.gtfs.read.FeedInfo;
import org.toret.feeds.gtfs.read.FrequencyTable;
import org.toret.feeds.gtfs.read.RouteTable;
import org.toret.feeds.gtfs.read.ServiceTable;
import org.toret.feeds.gtfs.read.ShapeTable;
import org.toret.feeds.gtfs.read.StopReader;
import org.toret.feeds.gtfs.read.StopTable;
import org.toret.feeds.gtfs.read.TripTable;
import org.toret.feeds.gtfs.read.WindowTable;
import org.toret.feeds.gtfs.table.GtfsSource;

/// The files of a feed that trips are made of, once read.
///
/// @param windows the stop times on demand
/// @param attribution whom to name, empty where nobody asks for it
record FeedTables(
    AgencyTable agencies,
    FeedInfo info,
    String attribution,
    StopTable stops,
    RouteTable routes,
    ServiceTable services,
    ShapeTable shapes,
    TripTable trips,
    CallTable calls,
    WindowTable windows,
    FrequencyTable frequencies) {

  static FeedTables read(GtfsSource source, Notices notices, Progress progress) {
    Reading reading = new Reading(source, notices, progress);
    AgencyTable agencies = reading.of("agency.txt", file -> AgencyTable.read(source, notices));
    FeedInfo info = FeedInfo.read(source, notices);
    String attribution = Attributions.read(source, notices);
    StopTable stops = reading.of("stops.txt", file -> StopReader.read(source, notices));
    RouteTable routes =
        reading.of("routes.txt", file -> RouteTable.read(source, agencies, notices));
    ServiceTable services = reading.of("calendar.txt", file -> ServiceTable.read(source, notices));
    ShapeTable shapes = reading.of("shapes.txt", file -> ShapeTable.read(source, notices));
    TripTable.References references = new TripTable.References(routes, services, shapes);
    TripTable trips = reading.of("trips.txt", file -> TripTable.read(source, references, notices));
    CallReader.Content calls =
        reading.of("stop_times.txt", file -> CallReader.read(source, trips, stops, notices));
    FrequencyTable frequencies =
        reading.of("frequencies.txt", file -> FrequencyTable.read(source, trips, notices));
    return new FeedTables(
        agencies,
        info,
        attribution,
        stops,
        routes,
        services,
        shapes,
        trips,
        calls.calls(),
        calls.windows(),
        frequencies);
  }

  /// Tells the progress in bytes of text while files are read one after the other.
  private static final class Reading {

    private final GtfsSource source;
    private final Progress progress;
    private final long total;
    private long done;

    Reading(GtfsSource source, Notices notices, Progress progress) {
      this.source = source;
      this.progress = progress;
      total = source.files().stream().mapToLong(source::bytes).filter(size -> size > 0).sum();
    }

    <T> T of(String file, Function<String, T> reader) {
      progress.reached(source.feed() + "/" + file, done, total);
      T result = reader.apply(file);
      done += Math.max(0, source.bytes(file));
      return result;
    }
  }
}
