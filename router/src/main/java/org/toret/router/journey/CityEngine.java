package org.toret.router.journey;

import java.util.BitSet;
import org.toret.base.rules.RuleBook;
import org.toret.network.City;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.timetable.Timetable;
import org.toret.router.drive.CarBans;
import org.toret.router.drive.DriveEngine;
import org.toret.router.fare.FareEngine;
import org.toret.router.flex.FlexEngine;
import org.toret.router.hire.HireEngine;
import org.toret.router.live.LiveSchedule;
import org.toret.router.path.StreetRouter;
import org.toret.router.raptor.OneToAll;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.Schedule;
import org.toret.router.transfer.LiveTransfers;
import org.toret.router.transfer.StopReaches;
import org.toret.router.transfer.TransferGraph;
import org.toret.router.walk.TimetableSites;
import org.toret.router.walk.WalkOptions;

/// A compiled city made ready for questions. Immutable and thread-safe; a new city is a new engine,
/// and searches under way finish on the one they began with.
///
/// @param live what stands for the timetable of `city`: the published one and what goes otherwise
/// @param imageHash content hash of the image, reported with every answer
public record CityEngine(
    City city,
    String imageHash,
    StreetRouter streets,
    Schedule schedule,
    RangeRaptor raptor,
    OneToAll oneToAll,
    FareEngine fares,
    HireEngine hire,
    FlexEngine flex,
    DriveEngine drive,
    LiveTimetable live) {

  /// Makes a city ready.
  public static CityEngine of(City city, String imageHash) {
    StreetRouter streets =
        StreetRouter.of(
            city.streets(),
            TimetableSites.of(city.timetable().stops(), city.timetable().pathways()));
    return new CityEngine(
        city,
        imageHash,
        streets,
        new Schedule(
            city.timetable(), city.transfers(), city.stepFreeTransfers(), city.info().zone()),
        new RangeRaptor(),
        new OneToAll(),
        new FareEngine(city.fares()),
        HireEngine.of(city.sharing(), city.streets(), city.zones(), streets),
        new FlexEngine(city.onDemand(), city.timetable(), streets),
        DriveEngine.of(city, streets),
        LiveTimetable.asPublished(city.timetable()));
  }

  /// The same engine for what is true now: everything but the timetable is shared.
  public CityEngine with(LiveSchedule now) {
    return new CityEngine(
        city.with(now.live().timetable()),
        imageHash,
        streets,
        now.current(),
        raptor,
        oneToAll,
        fares,
        hire,
        flex,
        drive,
        now.live());
  }

  /// The same engine for its city with more stops behind its own: only what depends on stops is
  /// made anew.
  public CityEngine with(City more) {
    StreetRouter linked =
        streets.with(TimetableSites.of(more.timetable().stops(), more.timetable().pathways()));
    return new CityEngine(
        more,
        imageHash,
        linked,
        new Schedule(
            more.timetable(), more.transfers(), more.stepFreeTransfers(), more.info().zone()),
        raptor,
        oneToAll,
        new FareEngine(more.fares()),
        hire,
        new FlexEngine(more.onDemand(), more.timetable(), linked),
        drive.with(more.timetable().stops()::point, linked),
        LiveTimetable.asPublished(more.timetable()));
  }

  /// A schedule of what is true now on top of this city, with the changes on foot that it needs.
  public LiveSchedule schedule(LiveTimetable now) {
    LiveTransfers changes =
        new LiveTransfers(city.timetable(), city.transfers(), city.stepFreeTransfers(), reaches());
    return new LiveSchedule(schedule, now, changes);
  }

  /// The same engine for people to whom more stops are closed, such as above a lift that is out of
  /// order.
  ///
  /// @param closed stops
  /// @param stepFree whether they need ways for wheelchairs: only their changes are those around
  ///   what is closed
  public CityEngine without(BitSet closed, boolean stepFree) {
    Timetable timetable = schedule.timetable().without(closed);
    LiveTransfers changes =
        new LiveTransfers(
            timetable, schedule.graph(false).forward(), schedule.graph(true).forward(), reaches());
    TransferGraph around = changes.around(closed, stepFree);
    return new CityEngine(
        city.with(timetable),
        imageHash,
        streets,
        schedule.with(
            timetable,
            date -> true,
            stepFree ? schedule.graph(false) : around,
            stepFree ? around : schedule.graph(true)),
        raptor,
        oneToAll,
        fares,
        hire,
        flex,
        drive,
        live);
  }

  private StopReaches reaches() {
    return (stop, stepFree, direction) ->
        streets.reachStopsFromStop(stop, walk(stepFree), direction);
  }

  private static WalkOptions walk(boolean stepFree) {
    return new WalkOptions(
        WalkOptions.REFERENCE_METRES_PER_SECOND, StopReaches.METRES, stepFree, false);
  }

  /// The same engine where cars drive otherwise, such as at the speeds of now.
  public CityEngine with(StreetRouter roads) {
    return roads == streets
        ? this
        : new CityEngine(
            city,
            imageHash,
            roads,
            schedule,
            raptor,
            oneToAll,
            fares,
            hire.with(roads),
            new FlexEngine(flex.onDemand(), flex.timetable(), roads),
            DriveEngine.of(city, roads).with(drive.bans()),
            live);
  }

  /// The same engine with shared vehicles under other zones.
  public CityEngine with(HireEngine other) {
    return new CityEngine(
        city, imageHash, streets, schedule, raptor, oneToAll, fares, other, flex, drive, live);
  }

  /// The same engine where some cars are banned.
  ///
  /// @param rules with table `car-ban`
  public CityEngine with(RuleBook rules) {
    DriveEngine other = drive.with(CarBans.of(city, rules));
    return new CityEngine(
        city, imageHash, streets, schedule, raptor, oneToAll, fares, hire, flex, other, live);
  }
}
