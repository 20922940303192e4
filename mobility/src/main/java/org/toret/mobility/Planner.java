package org.toret.mobility;

import java.util.Optional;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.trip.TripPlanner;
import org.toret.network.sharing.FormFactor;
import org.toret.router.journey.CityEngine;
import org.toret.router.journey.TravelCosts;

/// Answers how to get from one place to another, with what each way costs in time, money, energy
/// and emissions. Bound to one compiled city; thread-safe.
public final class Planner {

  private final TripPlanner trips;
  private final KnownNow nothingKnown;

  /// @param rules the tables that costs come from, see [org.toret.router.fare.DriveCosts#tables]
  public Planner(CityEngine engine, Directory directory, RuleBook rules) {
    this(new TripPlanner(engine, directory, TravelCosts.of(engine, rules)), engine);
  }

  private Planner(TripPlanner trips, CityEngine engine) {
    this.trips = trips;
    nothingKnown = KnownNow.nothing(engine.city());
  }

  /// The same planner for what is true now: a timetable that has the rows of this one, or other
  /// roads. What was learnt of fares and costs is kept.
  public Planner with(CityEngine now, Directory directory) {
    return new Planner(trips.with(now, directory), now);
  }

  /// What a shared vehicle is told as; empty for what journeys do not use.
  public static Optional<TravelMode> shared(FormFactor form) {
    return TripPlanner.shared(form);
  }

  /// All worthwhile ways. Refused as `unknown_stop` or `outside_city`, with the place that is
  /// meant, or as `too_many_via` with how many places to pass are possible.
  public Outcome<PlanAnswer> plan(PlanRequest request) {
    return trips.plan(request, nothingKnown);
  }

  /// The same, with what is known now of shared vehicles and car parks.
  public Outcome<PlanAnswer> plan(PlanRequest request, KnownNow now) {
    return trips.plan(request, now);
  }

  /// An alternative timed and priced again from its identity. Refused as `alternative_unreadable`
  /// or, when it cannot be travelled any more, `alternative_gone`.
  public Outcome<Alternative> again(String id, String language) {
    return trips.again(id, language, nothingKnown);
  }

  /// The same; a ride on demand that it is too late to book is gone.
  public Outcome<Alternative> again(String id, String language, KnownNow now) {
    return trips.again(id, language, now);
  }

  /// Who travels an alternative, as far as its identity tells; empty for what is no identity.
  public static Optional<Traveller> traveller(String id) {
    return TripPlanner.traveller(id);
  }

  /// Whether vehicles come when they are called: taxis whose tariff is known, or rides on demand.
  public boolean hasCalled() {
    return trips.hasCalled();
  }
}
