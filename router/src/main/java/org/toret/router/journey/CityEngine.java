package org.toret.router.journey;

import org.toret.network.City;
import org.toret.network.overlay.LiveTimetable;
import org.toret.router.drive.DriveEngine;
import org.toret.router.fare.FareEngine;
import org.toret.router.flex.FlexEngine;
import org.toret.router.hire.HireEngine;
import org.toret.router.live.LiveSchedule;
import org.toret.router.path.StreetRouter;
import org.toret.router.raptor.OneToAll;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.Schedule;
import org.toret.router.walk.TimetableSites;

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
        HireEngine.of(city.sharing(), city.streets(), streets),
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

  /// The same engine with shared vehicles under other zones.
  public CityEngine with(HireEngine other) {
    return new CityEngine(
        city, imageHash, streets, schedule, raptor, oneToAll, fares, other, flex, drive, live);
  }
}
