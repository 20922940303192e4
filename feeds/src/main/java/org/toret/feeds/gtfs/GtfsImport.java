package org.toret.feeds.gtfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.base.progress.Progress;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.network.flex.OnDemandBuilder;
import org.toret.network.timetable.build.TimetableBuilder;

/// Reads a GTFS Schedule feed into a [TimetableBuilder]: every fault becomes a notice, what is good
/// is used, and a feed with nothing usable is refused and leaves the builder as it was.
///
/// Files are streamed; memory grows with trips, stop times and shapes, not with the text. Times
/// stay what they are in GTFS, seconds since noon minus 12 h in the feed's own zone.
///
/// Source: GTFS Schedule reference, revision of 2025.
public final class GtfsImport {

  private static final List<String> LANGUAGES = List.of("it", "en");

  private GtfsImport() {}

  /// Whether a zip archive or folder holds GTFS, by its content.
  public static boolean recognises(Path path) {
    return GtfsSource.recognises(path);
  }

  /// The texts of all notices and refusals of this package.
  public static Messages messages() {
    return new Messages().load(GtfsImport.class, "notices", LANGUAGES.toArray(String[]::new));
  }

  /// Reads the timetable of a feed under an id, without its rides on demand; refused when no trip
  /// of it can be used.
  public static Outcome<GtfsSummary> read(
      String feed,
      Path path,
      GtfsOptions options,
      TimetableBuilder builder,
      Notices notices,
      Progress progress) {
    return read(feed, path, options, builder, new OnDemandBuilder(), notices, progress);
  }

  /// Reads a feed under an id; refused when no trip of it can be used.
  public static Outcome<GtfsSummary> read(
      String feed,
      Path path,
      GtfsOptions options,
      TimetableBuilder builder,
      OnDemandBuilder onDemand,
      Notices notices,
      Progress progress) {
    return GtfsSource.open(feed, path, notices)
        .then(source -> {
          try (source) {
            return new FeedImport(source, options, notices, progress).run(builder, onDemand);
          } catch (IOException e) {
            return Outcome.refused("not_an_archive", path.getFileName());
          }
        });
  }
}
