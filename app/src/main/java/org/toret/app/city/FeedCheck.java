package org.toret.app.city;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.app.data.DataFolder;
import org.toret.app.data.Source;
import org.toret.app.data.SourceKind;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.base.progress.Progress;
import org.toret.feeds.gbfs.GbfsImport;
import org.toret.feeds.gbfs.GbfsStatus;
import org.toret.feeds.gtfs.GtfsImport;
import org.toret.feeds.gtfs.GtfsOptions;
import org.toret.feeds.gtfs.GtfsSummary;
import org.toret.feeds.gtfs.fares.GtfsFares;
import org.toret.feeds.osm.OsmImport;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingBuilder;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.build.TimetableBuilder;
import org.toret.network.zone.AccessZonesBuilder;

/// Says what is wrong with published files, through the same code that imports them.
public final class FeedCheck {

  private final LocalDate today;

  /// @param today the day by which a feed is current or not
  public FeedCheck(LocalDate today) {
    this.today = today;
  }

  /// A feed that could be used, and how much of it.
  public record Checked(
      String id,
      String kind,
      int stops,
      int routes,
      int trips,
      int stopTimes,
      String firstDay,
      String lastDay) {}

  /// What was found.
  public record Result(List<Checked> feeds, Notices notices) {}

  /// Checks a file, or every file of a folder.
  public Result check(Path path) throws IOException {
    Notices notices = new Notices();
    List<Checked> feeds = new ArrayList<>();
    for (Source source : sources(path, notices)) {
      switch (source.kind()) {
        case GTFS -> timetable(source, notices, feeds);
        case OSM -> streets(source, notices);
        case GBFS -> sharing(source, notices);
        case FIVE_T, DATEX2, PARKING ->
            RoadStep.read(source, new CarParksBuilder(), new AccessZonesBuilder(), notices);
        case TRAFFIC ->
            TrafficReader.read(source.id(), TrafficReader.bytes(source.path()), notices);
        case ELEVATION, GTFS_RT, SIRI, NETEX, UNKNOWN -> {}
      }
    }
    return new Result(feeds, notices);
  }

  private static List<Source> sources(Path path, Notices notices) throws IOException {
    DataFolder folder = DataFolder.lookThrough(path);
    notices.addAll(folder.notices());
    boolean nothing =
        folder.list(SourceKind.GTFS).isEmpty()
            && folder.list(SourceKind.OSM).isEmpty()
            && folder.list(SourceKind.GBFS).isEmpty()
            && folder.list(SourceKind.FIVE_T).isEmpty()
            && folder.list(SourceKind.DATEX2).isEmpty()
            && folder.list(SourceKind.TRAFFIC).isEmpty()
            && folder.list(SourceKind.PARKING).isEmpty();
    if (nothing) {
      String name = String.valueOf(path.getFileName());
      notices.add(Notice.of("nothing_to_check", Severity.ERROR, Place.ofFile("", name), name));
    }
    return folder.sources();
  }

  private void timetable(Source source, Notices notices, List<Checked> feeds) {
    TimetableBuilder builder = new TimetableBuilder();
    Outcome<GtfsSummary> outcome =
        GtfsImport.read(
            source.id(),
            source.path(),
            new GtfsOptions(today, ""),
            builder,
            notices,
            Progress.silent());
    switch (outcome) {
      case Outcome.Done<GtfsSummary>(GtfsSummary summary) -> {
        Map<String, Path> paths = new HashMap<>();
        paths.put(source.id(), source.path());
        GtfsFares.read(builder.build(), paths, notices);
        feeds.add(
            new Checked(
                source.id(),
                source.kind().id(),
                summary.stops(),
                summary.routes(),
                summary.trips(),
                summary.stopTimes(),
                summary.firstDay().toString(),
                summary.lastDay().toString()));
      }
      case Outcome.Refused<GtfsSummary>(String code, List<String> args) ->
          notices.add(new Notice(code, Severity.ERROR, Place.ofFeed(source.id()), args));
    }
  }

  private static void sharing(Source source, Notices notices) {
    SharingBuilder builder = new SharingBuilder();
    Outcome<GbfsImport.Summary> outcome =
        GbfsImport.read(source.id(), source.path(), builder, notices);
    switch (outcome) {
      case Outcome.Done<GbfsImport.Summary> done -> {
        Sharing sharing = builder.build();
        GbfsStatus.read(source.path(), sharing, 0, new AvailabilityBuilder(sharing), notices);
      }
      case Outcome.Refused<GbfsImport.Summary>(String code, List<String> args) ->
          notices.add(new Notice(code, Severity.ERROR, Place.ofFeed(source.id()), args));
    }
  }

  private static void streets(Source source, Notices notices) {
    Outcome<StreetNetwork> outcome =
        OsmImport.read(source.path(), Heights.NONE, notices, (step, share) -> {});
    if (outcome instanceof Outcome.Refused<StreetNetwork>(String code, List<String> args)) {
      Place place = Place.ofFile("", source.name());
      notices.add(new Notice(code, Severity.ERROR, place, args));
    }
  }
}
