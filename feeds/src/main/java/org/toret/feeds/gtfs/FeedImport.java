package org.toret.feeds.gtfs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.base.progress.Progress;
import org.toret.feeds.gtfs.check.BlockChecks;
import org.toret.feeds.gtfs.check.CalendarChecks;
import org.toret.feeds.gtfs.check.CalendarChecks.Span;
import org.toret.feeds.gtfs.check.PathwayChecks;
import org.toret.feeds.gtfs.check.PlaceChecks;
import org.toret.feeds.gtfs.check.RouteChecks;
import org.toret.feeds.gtfs.check.RunChecks;
import org.toret.feeds.gtfs.check.ShapeChecks;
import org.toret.feeds.gtfs.flex.FlexReader;
import org.toret.feeds.gtfs.read.PathwayReader;
import org.toret.feeds.gtfs.read.PathwayReader.Ways;
import org.toret.feeds.gtfs.read.RunWriter;
import org.toret.feeds.gtfs.read.TimeMender;
import org.toret.feeds.gtfs.read.TransferReader;
import org.toret.feeds.gtfs.read.TranslationReader;
import org.toret.feeds.gtfs.read.TripCalls;
import org.toret.feeds.gtfs.read.TripTable.Trip;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.network.flex.OnDemandBuilder;
import org.toret.network.timetable.build.TimetableBuilder;

/// One import: reads every file, whether or not the feed can be used in the end, so that all its
/// faults are told at once.
final class FeedImport {

  private static final List<String> REQUIRED =
      List.of("agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt");
  private static final List<String> CALENDARS = List.of("calendar.txt", "calendar_dates.txt");

  private final GtfsSource source;
  private final String feed;
  private final GtfsOptions options;
  private final Notices notices;
  private final Progress progress;

  /// What was taken from the files that refer to finished trips, and from the trips themselves.
  private record Counts(
      int trips,
      long interpolated,
      int runs,
      int shapes,
      int transfers,
      int pathways,
      int translations) {}

  FeedImport(GtfsSource source, GtfsOptions options, Notices notices, Progress progress) {
    this.source = source;
    feed = source.feed();
    this.options = options;
    this.notices = notices;
    this.progress = progress;
  }

  Outcome<GtfsSummary> run(TimetableBuilder wanted, OnDemandBuilder wantedOnDemand) {
    source.reportUnknownFiles(notices);
    List<String> missing = reportMissingFiles();
    FeedTables tables = FeedTables.read(source, notices, progress);
    String zone = zone(tables);
    checkLanguages(tables);
    TimetableBuilder builder = zone.isEmpty() ? new TimetableBuilder() : wanted;
    FeedCommit commit = new FeedCommit(feed, zone, tables, builder);
    RunWriter runs = new RunWriter(feed, builder, commit::add, tables.frequencies());
    RunChecks checks = new RunChecks(tables.stops(), tables.routes(), feed, notices);
    int before = builder.tripCount();
    TimeMender mender =
        new TimeMender(tables.stops(), new FileNotices(feed, "stop_times.txt", notices));
    int trips = writeRuns(tables, runs, checks, mender);
    OnDemandBuilder onDemand = zone.isEmpty() ? new OnDemandBuilder() : wantedOnDemand;
    FlexReader.read(
        source,
        new FlexReader.Tables(
            tables.stops(), tables.services(), tables.trips(), tables.calls(), tables.windows()),
        runs,
        builder,
        onDemand,
        checks,
        notices);
    boolean usable = runs.hasRuns() && !zone.isEmpty();
    Counts counts =
        readRest(
            tables,
            usable ? runs : discarded(tables),
            usable ? builder : new TimetableBuilder(),
            new Counts(trips, mender.interpolated(), builder.tripCount() - before, 0, 0, 0, 0));
    tellChecks(tables, checks);
    if (usable) {
      return Outcome.done(summary(tables, commit, zone, checks, counts));
    }
    if (!missing.isEmpty()) {
      return Outcome.refused("files_missing", feed, String.join(", ", missing));
    }
    return Outcome.refused(runs.hasRuns() ? "no_time_zone" : "no_usable_trips", feed);
  }

  private List<String> reportMissingFiles() {
    List<String> missing = new ArrayList<>();
    for (String file : REQUIRED) {
      if (!source.has(file)) {
        missing.add(file);
      }
    }
    if (CALENDARS.stream().noneMatch(source::has)) {
      missing.add(String.join(" / ", CALENDARS));
    }
    for (String file : missing) {
      notices.add(Notice.of("missing_file", Severity.ERROR, Place.ofFile(feed, file), file));
    }
    return missing;
  }

  private String zone(FeedTables tables) {
    String zone = tables.agencies().zone();
    if (zone.isEmpty() && !options.assumedZone().isEmpty()) {
      notices.add(
          Notice.of(
              "assumed_time_zone",
              Severity.WARNING,
              Place.ofFile(feed, "agency.txt"),
              options.assumedZone()));
      return options.assumedZone();
    }
    return zone;
  }

  private void checkLanguages(FeedTables tables) {
    String own = tables.info().language();
    String agency = tables.agencies().language();
    if (!own.isEmpty() && !agency.isEmpty() && !own.equalsIgnoreCase(agency)) {
      new FileNotices(feed, "feed_info.txt", notices)
          .info(0, "feed_lang", "language_mismatch", own, agency);
    }
  }

  private int writeRuns(FeedTables tables, RunWriter runs, RunChecks checks, TimeMender mender) {
    FileNotices found = new FileNotices(feed, "trips.txt", notices);
    TripCalls calls =
        new TripCalls(tables.calls(), new FileNotices(feed, "stop_times.txt", notices));
    ShapeChecks shapes = new ShapeChecks(tables.stops(), tables.shapes(), feed, notices);
    BlockChecks blocks = new BlockChecks();
    int used = 0;
    for (int number = 0; number < tables.trips().count(); number++) {
      Trip trip = tables.trips().trip(number);
      calls.load(number);
      mender.mend(calls);
      boolean repeats = !tables.frequencies().windows(number).isEmpty();
      if (calls.count() < 2 && tables.windows().has(number)) {
        runs.skip();
      } else if (calls.count() < 2) {
        String code = calls.count() == 0 ? "trip_without_stops" : "trip_with_one_stop";
        found.error(trip.line(), "trip_id", code, trip.id());
        runs.skip();
      } else if (tables.services().isEmpty(trip.service())) {
        found.warn(trip.line(), "service_id", "trip_without_days", trip.id());
        runs.skip();
      } else {
        checks.look(trip, calls, repeats);
        shapes.look(trip, calls);
        if (!repeats) {
          blocks.look(trip, calls);
        }
        runs.add(number, trip, calls);
        used++;
      }
    }
    shapes.tellUnused(feed, notices);
    blocks.tell(tables.services(), feed, notices);
    if (mender.interpolated() > 0) {
      new FileNotices(feed, "stop_times.txt", notices)
          .info(0, "arrival_time", "times_interpolated", mender.interpolated());
    }
    return used;
  }

  /// A writer that knows the trips but keeps nothing, to read the rest of a refused feed with.
  private RunWriter discarded(FeedTables tables) {
    TimetableBuilder nowhere = new TimetableBuilder();
    FeedCommit commit = new FeedCommit(feed, "", tables, nowhere);
    RunWriter runs = new RunWriter(feed, nowhere, commit::add, tables.frequencies());
    for (int trip = 0; trip < tables.trips().count(); trip++) {
      runs.skip();
    }
    return runs;
  }

  private Counts readRest(
      FeedTables tables, RunWriter runs, TimetableBuilder builder, Counts counts) {
    TransferReader.References references =
        new TransferReader.References(tables.stops(), tables.routes(), tables.trips(), runs);
    int transfers = TransferReader.read(source, references, builder, notices);
    int[] stops = runs.numbers().stops();
    Ways ways = PathwayReader.read(source, tables.stops(), stops, builder, notices);
    PathwayChecks.run(tables.stops(), ways, feed, notices);
    int translations = TranslationReader.read(source, builder, notices);
    int shapes = 0;
    for (int shape : runs.numbers().shapes()) {
      shapes += shape >= 0 ? 1 : 0;
    }
    return new Counts(
        counts.trips(),
        counts.interpolated(),
        counts.runs(),
        shapes,
        transfers,
        ways.count(),
        translations);
  }

  private void tellChecks(FeedTables tables, RunChecks checks) {
    PlaceChecks.run(tables.stops(), checks.called(), feed, notices);
    RouteChecks.run(tables.routes(), checks.runningRoutes(), feed, notices);
    CalendarChecks.run(
        tables.services(), checks.runningServices(), tables.info(), options.today(), feed, notices);
  }

  private GtfsSummary summary(
      FeedTables tables, FeedCommit commit, String zone, RunChecks checks, Counts counts) {
    Span span = CalendarChecks.span(tables.services(), checks.runningServices());
    return new GtfsSummary(
        feed,
        commit.publisher(),
        commit.version(),
        zone,
        tables.agencies().agencies().size(),
        tables.stops().count(),
        tables.routes().routes().size(),
        tables.services().count(),
        counts.trips(),
        tables.calls().count(),
        counts.interpolated(),
        counts.runs(),
        counts.shapes(),
        counts.transfers(),
        counts.pathways(),
        counts.translations(),
        LocalDate.ofEpochDay(span.firstDay()),
        LocalDate.ofEpochDay(span.lastDay()));
  }
}
