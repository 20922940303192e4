package org.toret.router.journey;

import org.toret.base.impact.ImpactCalculator;
import org.toret.base.rules.RuleBook;
import org.toret.network.City;
import org.toret.router.fare.FareCalendar;
import org.toret.router.impact.RideWeighing;

/// Where the costs of a city's journeys come from: its rule tables, and what was made of them for
/// every day asked about. Thread-safe.
///
/// @param rules the tables, see [org.toret.router.fare.DriveCosts#tables]
/// @param weighing energy and emissions as the search adds them up
/// @param fares the fare engine of each day
public record TravelCosts(RuleBook rules, RideWeighing weighing, FareCalendar fares) {

  public static TravelCosts of(CityEngine engine, RuleBook rules) {
    City city = engine.city();
    return new TravelCosts(
        rules,
        new RideWeighing(city.timetable(), new ImpactCalculator(rules), city.info().country()),
        FareCalendar.of(city, engine.fares(), rules));
  }

  /// The same for what is true now: a timetable that has the rows of this one. What was learnt is
  /// kept.
  public TravelCosts with(CityEngine now) {
    return new TravelCosts(
        rules, weighing.with(now.city().timetable()), fares.with(now.city(), now.fares()));
  }
}
