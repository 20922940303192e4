package org.toret.router.raptor;

import org.jspecify.annotations.Nullable;
import org.toret.network.timetable.Timetable;
import org.toret.router.fare.FareLeg;
import org.toret.router.fare.TicketStates;

/// The fares of a [WeighedRun]: the state of the tickets after each ride. Without an automaton
/// every state is 0 and nothing is asked.
final class WeighedFares {

  private final @Nullable TicketStates tickets;
  private final int[] stops;
  private final int[] routes;

  WeighedFares(Timetable timetable, @Nullable TicketStates tickets) {
    this.tickets = tickets;
    stops = timetable.nodes().stops();
    routes = timetable.patterns().routes();
  }

  /// Of a search that minds no fares.
  static WeighedFares none(Timetable timetable) {
    return new WeighedFares(timetable, null);
  }

  int start() {
    return tickets == null ? 0 : tickets.start();
  }

  int finished(int state) {
    return tickets == null ? 0 : tickets.finished(state);
  }

  /// The state of who has paid as little as who goes on may have paid in the end.
  int leastFinished(int state) {
    return tickets == null ? 0 : tickets.leastFinished(state);
  }

  /// Whether it may pay to let a vehicle go and board a later one of the same line.
  ///
  /// @param rides to come, the one on it among them
  boolean mayPayToWait(Lines lines, int line, int rides) {
    return tickets != null
        && tickets.mayPayToWait(routes[lines.day().patterns()[line]], rides == 1);
  }

  /// Whether legs that begin at two times are paid alike.
  boolean isAlike(int seconds, int otherSeconds) {
    return tickets == null || tickets.isSameStep(seconds, otherSeconds);
  }

  /// A leg that has begun: one ride, or several if one stays seated and it counts as one.
  final class Leg {

    private final int state;
    private final @Nullable FareLeg seated;
    private final int route;
    private final int boardStop;
    private final int departureSeconds;
    private int lastStop = -1;
    private int lastState;

    private Leg(
        int state, @Nullable FareLeg seated, int route, int boardStop, int departureSeconds) {
      this.state = state;
      this.seated = seated;
      this.route = route;
      this.boardStop = boardStop;
      this.departureSeconds = departureSeconds;
    }

    /// The state of who has not begun the leg.
    int before() {
      return state;
    }

    /// The state after alighting at a node.
    int alight(int node, int at) {
      if (tickets == null) {
        return 0;
      }
      int stop = stops[node];
      if (lastStop < 0 || !tickets.alightAlike(route, stop, lastStop)) {
        lastState = tickets.ride(state, seated, route, boardStop, stop, departureSeconds, at);
        lastStop = stop;
      }
      return lastState;
    }

    /// Whether who is on this leg never pays more in all than who is on another of the same line,
    /// wherever both alight.
    boolean covers(Leg other) {
      return tickets == null
          || tickets.staysAlike(route, seated, other.seated)
              && tickets.boardAlike(route, boardStop, other.boardStop)
              && tickets.mayBegin(route, state, departureSeconds, other.departureSeconds)
              && tickets.covers(state, other.state);
    }
  }

  /// Boards a trip at a call.
  Leg board(int state, Lines lines, int line, int trip, int call, int shift) {
    int at = lines.timeOffsets()[line] + trip * lines.length(line) + call;
    int node = lines.callNodes()[lines.callOffsets()[line] + call];
    int route = routes[lines.day().patterns()[line]];
    return new Leg(state, null, route, stops[node], lines.departures()[at] + shift);
  }

  /// Stays seated from the end of one trip into another.
  Leg stay(Leg leg, Lines lines, int line, int trip, int nextLine, int nextTrip, int shift) {
    if (tickets == null) {
      return leg;
    }
    int last = lines.length(line) - 1;
    int node = lines.callNodes()[lines.callOffsets()[line] + last];
    int next = routes[lines.day().patterns()[nextLine]];
    FareLeg seated = tickets.stay(leg.seated, leg.route, leg.boardStop, stops[node], next);
    if (seated != null) {
      int first = lines.callNodes()[lines.callOffsets()[nextLine]];
      return new Leg(leg.state, seated, next, stops[first], leg.departureSeconds);
    }
    int at = lines.timeOffsets()[line] + trip * lines.length(line) + last;
    int state = leg.alight(node, lines.arrivals()[at] + shift);
    return board(state, lines, nextLine, nextTrip, 0, shift);
  }
}
