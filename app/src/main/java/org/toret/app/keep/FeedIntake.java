package org.toret.app.keep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.toret.app.city.FeedShelf;
import org.toret.app.city.Inputs;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.base.progress.Progress;
import org.toret.feeds.gtfs.GtfsImport;
import org.toret.feeds.gtfs.GtfsOptions;
import org.toret.feeds.gtfs.GtfsSummary;
import org.toret.network.timetable.build.TimetableBuilder;

/// Takes a new version of a feed while the server answers: checks it, compiles a city with it
/// beside, and swaps. A version that is worse than the one in use is refused with the reason, and
/// the one in use stays.
public final class FeedIntake {

  private final CityKeeper keeper;
  private final Clock clock;

  public FeedIntake(CityKeeper keeper, Clock clock) {
    this.keeper = keeper;
    this.clock = clock;
  }

  /// Takes a version. Refused as `feed_not_gtfs`, `feed_none_usable`, `feed_over`,
  /// `feed_half_trips` or `feed_half_calls`, with what the importer refuses, or as the compiler
  /// refuses.
  ///
  /// @param id feed id, known or new
  /// @param file where it lies for the moment
  public Outcome<OpenCity> take(String id, Path file) {
    OpenCity current = keeper.holder().get();
    if (!GtfsImport.recognises(file)) {
      return Outcome.refused("feed_not_gtfs");
    }
    return checked(current, id, file).then(summary -> swapped(current, id, file));
  }

  private Outcome<OpenCity> swapped(OpenCity current, String id, Path file) {
    FeedShelf shelf = keeper.preparation().shelf();
    try {
      Inputs inputs = shelf.with(current.inputs(), id, file);
      Outcome<OpenCity> opened = keeper.open(inputs, CityKeeper.Ears.NONE);
      if (opened instanceof Outcome.Done<OpenCity>(OpenCity city)) {
        if (FeedReport.index(city.timetable().feeds(), id) < 0) {
          city.close();
          return Outcome.refused("feed_none_usable");
        }
        shelf.keep(inputs.folder(), id, file);
        keeper.holder().swap(city);
      }
      return opened;
    } catch (IOException e) {
      return Outcome.refused("state_unwritable", file, e);
    }
  }

  private Outcome<GtfsSummary> checked(OpenCity current, String id, Path file) {
    ZoneId zone = current.zone();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return GtfsImport.read(
            id,
            file,
            new GtfsOptions(today, zone.getId()),
            new TimetableBuilder(),
            new Notices(),
            Progress.silent())
        .then(summary -> compared(current, id, summary, today));
  }

  private static Outcome<GtfsSummary> compared(
      OpenCity current, String id, GtfsSummary summary, LocalDate today) {
    if (summary.runs() == 0) {
      return Outcome.refused("feed_none_usable");
    }
    if (summary.lastDay().isBefore(today)) {
      return Outcome.refused("feed_over", summary.lastDay());
    }
    int feed = FeedReport.index(current.timetable().feeds(), id);
    if (feed < 0) {
      return Outcome.done(summary);
    }
    FeedCounts before = FeedCounts.of(current.published().city().timetable(), feed);
    if (2L * summary.runs() < before.trips()) {
      return Outcome.refused("feed_half_trips", summary.runs(), before.trips());
    }
    if (2L * summary.stopTimes() < before.stopTimes() && summary.runs() == summary.trips()) {
      return Outcome.refused("feed_half_calls", summary.stopTimes(), before.stopTimes());
    }
    return Outcome.done(summary);
  }
}
