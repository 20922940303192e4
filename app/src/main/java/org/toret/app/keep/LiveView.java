package org.toret.app.keep;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notices;
import org.toret.mobility.live.AlertIndex;
import org.toret.mobility.live.VehicleNow;
import org.toret.mobility.plan.KnownNow;
import org.toret.router.live.LiveSchedule;

/// All that is known of now beside the compiled city, as one state. Immutable but for the schedule,
/// which stands still in a view: it is read once, when the view is shown.
///
/// @param schedule of what is true, null where nothing is told of runs
/// @param timetableAt epoch second of the newest word on runs, [KnownNow#NEVER] without any
/// @param notices what is wrong with the newest messages
/// @param stock shared vehicles and car parks
public record LiveView(
    @Nullable LiveSchedule schedule,
    long timetableAt,
    AlertIndex alerts,
    List<VehicleNow> vehicles,
    List<LiveSource> sources,
    List<Notices.Tally> notices,
    LiveStock stock) {

  /// Nothing is told.
  public static final LiveView NOTHING =
      new LiveView(
          null, KnownNow.NEVER, AlertIndex.NONE, List.of(), List.of(), List.of(), LiveStock.NONE);

  public LiveView {
    vehicles = List.copyOf(vehicles);
    sources = List.copyOf(sources);
    notices = List.copyOf(notices);
  }

  /// The same with what is known of its sources.
  public LiveView with(List<LiveSource> known, List<Notices.Tally> noticed) {
    return new LiveView(schedule, timetableAt, alerts, vehicles, known, noticed, stock);
  }

  /// The same with what is known of runs, vehicles and disruptions.
  public LiveView withRuns(
      @Nullable LiveSchedule running, long at, AlertIndex disruptions, List<VehicleNow> seen) {
    return new LiveView(running, at, disruptions, seen, sources, notices, stock);
  }

  /// The same with what is known of shared vehicles and car parks.
  public LiveView with(LiveStock known) {
    return new LiveView(schedule, timetableAt, alerts, vehicles, sources, notices, known);
  }
}
