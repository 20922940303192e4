package org.toret.router.journey;

import org.toret.network.City;
import org.toret.router.drive.DriveEngine;
import org.toret.router.fare.FareEngine;
import org.toret.router.flex.FlexEngine;
import org.toret.router.hire.HireEngine;
import org.toret.router.path.StreetRouter;
import org.toret.router.raptor.OneToAll;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.Schedule;
import org.toret.router.walk.TimetableSites;

/// A compiled city made ready for questions. Immutable and thread-safe; a new city is a new engine,
/// and searches under way finish on the one they began with.
///
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
    DriveEngine drive) {

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
        DriveEngine.of(city, streets));
  }
}
