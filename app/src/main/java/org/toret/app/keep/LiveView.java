package org.toret.app.keep;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notices;
import org.toret.mobility.live.AlertIndex;
import org.toret.mobility.live.OccupancyIndex;
import org.toret.mobility.live.VehicleNow;
import org.toret.mobility.plan.KnownNow;
import org.toret.router.journey.CityEngine;
import org.toret.router.live.LiveSchedule;
import org.toret.router.traffic.RoadTraffic;

/// All that is known of now beside the compiled city, as one state. Immutable but for the schedule,
/// which stands still in a view: it is read once, when the view is shown.
///
/// @param base the engine with the stops that only messages know, null where they know none
/// @param schedule of what is true, null where nothing is told of runs
/// @param timetableAt epoch second of the newest word on runs, [KnownNow#NEVER] without any
/// @param occupancy how full vehicles are
/// @param roads what is told of the roads, null where nothing is
/// @param roadsAt epoch second of the newest word on them, [KnownNow#NEVER] without any
/// @param notices what is wrong with the newest messages
/// @param stock shared vehicles and car parks
public record LiveView(
    @Nullable CityEngine base,
    @Nullable LiveSchedule schedule,
    long timetableAt,
    AlertIndex alerts,
    List<VehicleNow> vehicles,
    OccupancyIndex occupancy,
    @Nullable RoadTraffic roads,
    long roadsAt,
    List<LiveSource> sources,
    List<Notices.Tally> notices,
    LiveStock stock) {

  /// Nothing is told.
  public static final LiveView NOTHING =
      new LiveView(
          null,
          null,
          KnownNow.NEVER,
          AlertIndex.NONE,
          List.of(),
          OccupancyIndex.NONE,
          null,
          KnownNow.NEVER,
          List.of(),
          List.of(),
          LiveStock.NONE);

  public LiveView {
    vehicles = List.copyOf(vehicles);
    sources = List.copyOf(sources);
    notices = List.copyOf(notices);
  }

  /// The same with what is known of its sources.
  public LiveView with(List<LiveSource> known, List<Notices.Tally> noticed) {
    return new LiveView(
        base,
        schedule,
        timetableAt,
        alerts,
        vehicles,
        occupancy,
        roads,
        roadsAt,
        known,
        noticed,
        stock);
  }

  /// The same with what is known of the roads.
  public LiveView with(RoadTraffic traffic, long at) {
    return new LiveView(
        base,
        schedule,
        timetableAt,
        alerts,
        vehicles,
        occupancy,
        traffic,
        at,
        sources,
        notices,
        stock);
  }

  /// The same with what is known of shared vehicles and car parks.
  public LiveView with(LiveStock known) {
    return new LiveView(
        base,
        schedule,
        timetableAt,
        alerts,
        vehicles,
        occupancy,
        roads,
        roadsAt,
        sources,
        notices,
        known);
  }
}
