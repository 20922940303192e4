package org.toret.feeds;

import java.nio.file.Path;
import java.time.LocalDate;
import org.toret.base.notice.Notices;
import org.toret.base.progress.Progress;
import org.toret.feeds.gtfs.GtfsImport;
import org.toret.feeds.gtfs.GtfsOptions;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.TimetableBuilder;

/// The timetable of a published feed.
public final class TestTimetable {

  private TestTimetable() {}

  public static Timetable read(String feed, Path path) {
    TimetableBuilder builder = new TimetableBuilder();
    GtfsImport.read(
        feed,
        path,
        new GtfsOptions(LocalDate.of(2026, 9, 15), ""),
        builder,
        new Notices(),
        Progress.silent());
    return builder.build();
  }
}
