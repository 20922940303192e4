package org.toret.feeds.gtfs.fares;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.build.FeedFaresBuilder;
import org.toret.network.timetable.Feeds;
import org.toret.network.timetable.Timetable;

/// Reads the fares of GTFS feeds whose timetable is compiled: Fares v2 where a feed has leg rules,
/// else v1. Faulty rows are left out, each with a notice; a feed without fares has unknown prices.
///
/// Source: GTFS Schedule reference, revision of June 2026.
public final class GtfsFares {

  private GtfsFares() {}

  /// The texts of the notices of this package.
  public static Messages messages() {
    return new Messages().load(GtfsFares.class, "fares", "it", "en");
  }

  /// The fare rules of all feeds of a timetable.
  ///
  /// @param paths archive or folder of each feed, by feed id; a feed without has no fares
  public static FareRules read(Timetable timetable, Map<String, Path> paths, Notices notices) {
    List<FeedFares> feeds = new ArrayList<>();
    for (int feed = 0; feed < timetable.feeds().count(); feed++) {
      Path path = paths.get(timetable.feeds().ids().get(feed));
      feeds.add(path == null ? empty(timetable, feed) : read(timetable, feed, path, notices));
    }
    int[] stations = new int[timetable.stops().count()];
    for (int stop = 0; stop < stations.length; stop++) {
      stations[stop] = timetable.stops().station(stop);
    }
    return new FareRules(stations, timetable.routes().agencies(), feeds);
  }

  /// The fare rules of one feed.
  public static FeedFares read(Timetable timetable, int feed, Path path, Notices notices) {
    String id = timetable.feeds().ids().get(feed);
    Outcome<GtfsSource> opened = GtfsSource.open(id, path, new Notices());
    if (!(opened instanceof Outcome.Done<GtfsSource>(GtfsSource source))) {
      notices.add(Notice.of("fares_unreadable", Severity.ERROR, Place.ofFeed(id)));
      return empty(timetable, feed);
    }
    try (source) {
      return read(new FareSource(source, feed, timetable, notices));
    } catch (IOException e) {
      notices.add(Notice.of("fares_unreadable", Severity.ERROR, Place.ofFeed(id)));
      return empty(timetable, feed);
    }
  }

  private static FeedFares read(FareSource source) {
    FeedFaresBuilder builder = builder(source.timetable(), source.feed());
    boolean hasLegRules = new LegFareReader(source, builder).read();
    boolean hasZoneFares = new ZoneFareReader(source, builder).read();
    Place feed = Place.ofFeed(source.id());
    if (hasLegRules && hasZoneFares) {
      source.notices().add(Notice.of("fares_v1_not_used", Severity.INFO, feed));
    }
    if (!hasLegRules && !hasZoneFares) {
      source.notices().add(Notice.of("no_fares", Severity.INFO, feed));
    }
    FeedFares fares = build(source.timetable(), builder);
    if (fares.joinRules().count() > 0 || fares.model() == FeedFares.Model.ZONE_FARES) {
      source.notices().add(Notice.of("fares_priced_afterwards", Severity.INFO, feed));
    }
    return fares;
  }

  private static FeedFares empty(Timetable timetable, int feed) {
    return build(timetable, builder(timetable, feed));
  }

  private static FeedFares build(Timetable timetable, FeedFaresBuilder builder) {
    return builder.build(timetable.stops().parents(), timetable.routes().count());
  }

  private static FeedFaresBuilder builder(Timetable timetable, int feed) {
    Feeds feeds = timetable.feeds();
    String version = feeds.versions().get(feed);
    return new FeedFaresBuilder(
        feeds.ids().get(feed),
        version.isEmpty() ? LocalDate.ofEpochDay(feeds.firstDays()[feed]).toString() : version,
        feeds.zones().get(feed));
  }
}
