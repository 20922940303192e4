package org.toret.testkit.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.fare.FareEngine;
import org.toret.router.fare.FareLeg;
import org.toret.router.fare.FareOptions;
import org.toret.router.fare.FareResult;
import org.toret.router.fare.RiddenLeg;
import org.toret.router.fare.TicketStates;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;

/// Fares for the slow router: what journeys cost by the engine that prices whole ones; and, to
/// forget ways that lead nowhere, whether one way of having paid is never worse than another.
///
/// Rides without a price must not occur.
public final class RideFares {

  private final TimetableView view;
  private final Timetable timetable;
  private final FareEngine engine;
  private final TicketStates tickets;
  private final FareOptions options;

  /// @param tickets the automaton that compares ways of having paid, exact to the second
  /// @param options who pays
  public RideFares(
      TimetableView view, FareEngine engine, TicketStates tickets, FareOptions options) {
    this.options = options;
    this.view = view;
    this.timetable = view.timetable();
    this.engine = engine;
    this.tickets = tickets;
  }

  /// A leg that has begun, and what was paid before.
  record Leg(int state, @Nullable FareLeg seated, int route, int stop, int seconds) {}

  /// What was paid before anything is ridden.
  int start() {
    return tickets.start();
  }

  Leg stay(@Nullable Leg before, Run run, Run next) {
    if (before == null) {
      return board(after(before, run, run.lastCall()), next, 0);
    }
    int route = route(next.trip());
    FareLeg seated =
        tickets.stay(
            before.seated(), before.route(), before.stop(), stop(run, run.lastCall()), route);
    return seated == null
        ? board(after(before, run, run.lastCall()), next, 0)
        : new Leg(before.state(), seated, route, stop(next, 0), before.seconds());
  }

  boolean covers(@Nullable Leg a, @Nullable Leg b) {
    return a != null
        && b != null
        && tickets.staysAlike(a.route(), a.seated(), b.seated())
        && tickets.boardAlike(a.route(), a.stop(), b.stop())
        && a.seconds() == b.seconds()
        && tickets.covers(a.state(), b.state());
  }

  /// Begins a leg, having paid what `state` says.
  Leg board(int state, Run run, int call) {
    return new Leg(state, null, route(run.trip()), stop(run, call), run.departures()[call]);
  }

  /// What is paid once a leg has ended at a call.
  int after(@Nullable Leg leg, Run run, int call) {
    if (leg == null) {
      throw new IllegalArgumentException("a leg without fare in a search with fares");
    }
    return tickets.ride(
        leg.state(),
        leg.seated(),
        leg.route(),
        leg.stop(),
        stop(run, call),
        leg.seconds(),
        run.arrivals()[call]);
  }

  private int stop(Run run, int call) {
    return timetable.nodes().stops()[run.nodes()[call]];
  }

  private int route(int trip) {
    return timetable.patterns().routes()[timetable.trips().patterns()[trip]];
  }

  /// The price of a whole journey.
  public int cents(RaptorJourney journey) {
    List<RiddenLeg> legs = new ArrayList<>();
    for (Ride ride : journey.rides()) {
      legs.add(leg(legs.size(), ride));
    }
    FareResult result = engine.price(legs, options);
    if (!result.known()) {
      throw new IllegalStateException("%s has rides without price".formatted(journey));
    }
    return result.atLeastCents();
  }

  private RiddenLeg leg(int position, Ride ride) {
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[ride.trip()];
    int[] stops = new int[ride.alightCall() - ride.boardCall() + 1];
    for (int i = 0; i < stops.length; i++) {
      int at = patterns.stopOffsets()[pattern] + ride.boardCall() + i;
      stops[i] = timetable.nodes().stops()[patterns.nodes()[at]];
    }
    int route = patterns.routes()[pattern];
    return new RiddenLeg(
        position,
        timetable.routes().feeds()[route],
        route,
        stops,
        view.epochSecond(ride.departureSeconds()),
        view.epochSecond(ride.arrivalSeconds()),
        ride.seated());
  }
}
