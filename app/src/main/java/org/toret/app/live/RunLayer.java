package org.toret.app.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.LiveChanges;
import org.toret.network.City;
import org.toret.network.overlay.ExtraStops;
import org.toret.network.overlay.ExtraStops.ExtraStop;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.overlay.Sightings;
import org.toret.network.overlay.Sightings.Sighting;
import org.toret.network.overlay.TripChange;
import org.toret.router.journey.CityEngine;
import org.toret.router.live.LiveSchedule;

/// What is said of runs, laid over one image and the stops that messages bring along. Another
/// image, or other such stops, are another layer.
final class RunLayer {

  /// Behind the name of a source, for what was seen of its vehicles.
  private static final String SEEN = " (vehicles)";

  private final OpenCity city;
  private final List<ExtraStop> stops;
  private final CityEngine engine;
  private final LiveOverlay overlay;
  private final LiveSchedule schedule;
  private final Map<String, Laid> laid = new HashMap<>();
  private final Map<String, Seen> seen = new HashMap<>();
  private final Map<String, Sightings> sightings = new HashMap<>();

  private record Seen(FeedMessage message, Set<String> told, Notices notices) {}

  /// What was laid of a source, and what could not be.
  private record Laid(FeedMessage message, boolean runs, boolean detours, Notices notices) {}

  private RunLayer(OpenCity city, List<ExtraStop> stops, CityEngine engine) {
    this.city = city;
    this.stops = stops;
    this.engine = engine;
    this.overlay = new LiveOverlay(engine.city().timetable());
    this.schedule = engine.schedule(overlay.current());
  }

  /// The layer before where it is of the same image and stops, else an empty one.
  static RunLayer of(@Nullable RunLayer before, OpenCity city, List<ExtraStop> stops) {
    if (before != null && before.city.isSameImage(city) && before.stops.equals(stops)) {
      return before;
    }
    City more = ExtraStops.with(city.published().city(), stops);
    boolean same = more == city.published().city();
    CityEngine engine = same ? city.published() : city.published().with(more);
    return new RunLayer(city, stops, engine);
  }

  /// Lays what a source says, or forgets it; what was laid already costs nothing.
  void lay(
      String source,
      RunIntake.Said said,
      boolean runs,
      boolean detours,
      Notices notices,
      LiveDesk.Ear ear) {
    Laid before = laid.get(source);
    if (before != null
        && before.message() == said.message()
        && before.runs() == runs
        && before.detours() == detours) {
      notices.addAll(before.notices());
      return;
    }
    Notices own = new Notices();
    laid.put(source, new Laid(said.message(), runs, detours, own));
    if (!runs && !detours) {
      overlay.forget(source);
      return;
    }
    FeedChanges all = LiveChanges.of(source, said.feed(), said.message(), said.at());
    FeedChanges used =
        new FeedChanges(
            source,
            all.feed(),
            all.atEpochSeconds(),
            runs ? all.changes() : List.of(),
            detours ? all.detours() : List.of());
    overlay.update(used, own);
    notices.addAll(own);
    ear.hear(city, overlay, used);
  }

  /// Lays how late the vehicles of a source seem to be whose runs nobody tells of.
  ///
  /// @param told `feed:trip_id` of runs that somebody tells of
  void see(String source, RunIntake.Said said, Set<String> told, Notices notices) {
    String name = source + SEEN;
    Seen before = seen.get(source);
    if (before != null && before.message() == said.message() && before.told().equals(told)) {
      notices.addAll(before.notices());
      return;
    }
    Notices own = new Notices();
    seen.put(source, new Seen(said.message(), told, own));
    RunNames names = new RunNames(city.publishedDirectory(), said.feed());
    List<Sighting> vehicles =
        LiveChanges.sightings(said.message(), said.at()).stream()
            .filter(one -> !told.contains(names.run(one.tripId(), one.startSeconds())))
            .filter(one -> said.at() - one.atEpochSeconds() <= RunIntake.AGE_SECONDS)
            .toList();
    List<TripChange> delays =
        sightings
            .computeIfAbsent(source, fresh -> new Sightings(engine.city().timetable()))
            .delays(said.feed(), said.at(), vehicles);
    overlay.update(new FeedChanges(name, said.feed(), said.at(), delays), own);
    notices.addAll(own);
  }

  /// Forgets the vehicles of a source.
  void lose(String source) {
    if (seen.remove(source) != null) {
      overlay.forget(source + SEEN);
      sightings.remove(source);
    }
  }

  /// The same, with everything that was laid shown to searches.
  RunLayer shown() {
    schedule.show(overlay.current());
    return this;
  }

  /// The engine with the stops of messages, null where there are none.
  @Nullable CityEngine base() {
    return engine == city.published() ? null : engine;
  }

  LiveSchedule schedule() {
    return schedule;
  }
}
