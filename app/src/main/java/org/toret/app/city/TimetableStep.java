package org.toret.app.city;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.toret.app.data.SourceKind;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.base.progress.Progress;
import org.toret.feeds.gtfs.GtfsImport;
import org.toret.feeds.gtfs.GtfsOptions;
import org.toret.feeds.gtfs.GtfsSummary;
import org.toret.network.flex.OnDemandBuilder;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.TimetableBuilder;

/// Reads every timetable feed of a city into one timetable. A feed with nothing usable is left out,
/// with the reason as a notice.
final class TimetableStep {

  private final Inputs inputs;
  private final Clock clock;
  private final Notices notices;
  private final CityProgress progress;

  TimetableStep(Inputs inputs, Clock clock, Notices notices, CityProgress progress) {
    this.inputs = inputs;
    this.clock = clock;
    this.notices = notices;
    this.progress = progress;
  }

  /// Adds rides on demand to the builder given.
  Timetable run(OnDemandBuilder onDemand) {
    TimetableBuilder builder = new TimetableBuilder();
    List<Inputs.Input> feeds = inputs.list(SourceKind.GTFS);
    ZoneId zone = inputs.folder().config().zone().orElse(ZoneId.of("UTC"));
    String assumedZone = inputs.folder().config().zone().map(ZoneId::getId).orElse("");
    GtfsOptions options = new GtfsOptions(LocalDate.ofInstant(clock.instant(), zone), assumedZone);
    long all = Math.max(1, feeds.stream().mapToLong(Inputs.Input::bytes).sum());
    long before = 0;
    for (Inputs.Input feed : feeds) {
      String id = feed.source().id();
      Progress inside = inside((double) before / all, (double) feed.bytes() / all);
      Outcome<GtfsSummary> outcome =
          GtfsImport.read(id, feed.source().path(), options, builder, onDemand, notices, inside);
      if (outcome instanceof Outcome.Refused<GtfsSummary>(String code, List<String> args)) {
        Place place = Place.ofFeed(id);
        notices.add(new Notice(code, Severity.ERROR, place, args));
      }
      before += feed.bytes();
    }
    progress.at(CityProgress.Stage.TIMETABLE, 0.95, "");
    return builder.build();
  }

  private Progress inside(double from, double share) {
    return (what, done, total) -> {
      double part = total <= 0 ? 0 : (double) done / total;
      progress.at(CityProgress.Stage.TIMETABLE, 0.95 * (from + share * part), what);
    };
  }
}
