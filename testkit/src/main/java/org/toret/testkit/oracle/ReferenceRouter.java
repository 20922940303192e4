package org.toret.testkit.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.network.timetable.Timetable;
import org.toret.router.impact.RideCosts;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;

/// The slow router that is obviously right: it follows every vehicle from every boarding, through
/// the network of all departures, and forgets a way only when another one to the same seat in the
/// same vehicle at the same call left the origin no earlier with no more boardings.
///
/// A state is "sitting in run `r` as it leaves call `c`"; its time is fixed by the timetable, so
/// the labels of a state are compared in origin departure and boardings alone, and nothing is cut
/// off by windows, rounds or bounds other than those of the question. Labels are worked off in the
/// order of their making, in whatever order of time (label correcting), so no order of events is
/// relied on: vehicles that take no time and changes that take none are no special case.
///
/// Cost: states × labels × departures within reach of a change. Meant for cities of some hundred
/// trips.
public final class ReferenceRouter implements JourneySearch {

  /// A way to sit in a run as it leaves a call.
  ///
  /// @param boardCall where this run was boarded, 0 when seated
  /// @param before the ride before, null in the first one
  /// @param seated whether the rider stayed seated from the ride before
  /// @param alightCall where the ride before was left
  /// @param energy used up to the call, in milliwatt-hours; `emission` in milligrams
  /// @param fare what was paid before this run and where it was boarded; null without fares
  private record Label(
      Run run,
      int boardCall,
      int call,
      int departureSeconds,
      int boardings,
      @Nullable Label before,
      boolean seated,
      int alightCall,
      int energy,
      int emission,
      RideFares.@Nullable Leg fare) {}

  /// One search; thrown away afterwards.
  private static final class Search {

    private final RangeQuery query;
    private final List<Run> runs;
    private final List<List<Change>> changes;
    private final int[] stopOfNode;
    private final int[] egressSeconds;
    private final List<List<List<Label>>> labels = new ArrayList<>();
    private final List<List<int[]>> boardingsAt = new ArrayList<>();
    private final Deque<Label> queue = new ArrayDeque<>();
    private final Front front = new Front();
    private final @Nullable RideCosts costs;
    private final @Nullable RideFares fares;
    private final Timetable timetable;

    Search(
        TimetableView view,
        RangeQuery query,
        @Nullable RideCosts costs,
        @Nullable RideFares fares) {
      this.costs = costs;
      this.fares = fares;
      this.timetable = view.timetable();
      this.query = query;
      this.runs = Runs.of(view, query);
      this.changes = Change.all(view, query);
      this.stopOfNode = timetable.nodes().stops();
      this.egressSeconds = seconds(query.egress(), timetable.stops().count());
      for (int node = 0; node < stopOfNode.length; node++) {
        boardingsAt.add(new ArrayList<>());
      }
      for (Run run : runs) {
        List<List<Label>> ofRun = new ArrayList<>();
        for (int call = 0; call < run.lastCall(); call++) {
          ofRun.add(new ArrayList<>());
          if (run.boards()[call]) {
            boardingsAt.get(run.nodes()[call]).add(new int[] {run.index(), call});
          }
        }
        labels.add(ofRun);
      }
    }

    List<RaptorJourney> journeys(int[] accessSeconds) {
      for (int node = 0; node < stopOfNode.length; node++) {
        int access = accessSeconds[stopOfNode[node]];
        if (access >= 0) {
          start(node, access);
        }
      }
      while (!queue.isEmpty()) {
        ride(queue.remove());
      }
      return front.sorted();
    }

    private void start(int node, int accessSeconds) {
      for (int[] boarding : boardingsAt.get(node)) {
        Run run = runs.get(boarding[0]);
        int departure = run.departures()[boarding[1]] - accessSeconds;
        boolean inWindow =
            query.arriveBy()
                || departure >= query.atSeconds()
                    && departure <= query.atSeconds() + query.windowSeconds();
        if (inWindow) {
          offer(
              new Label(
                  run,
                  boarding[1],
                  boarding[1],
                  departure,
                  1,
                  null,
                  false,
                  -1,
                  0,
                  0,
                  fares == null ? null : fares.board(fares.start(), run, boarding[1])));
        }
      }
    }

    private void offer(Label label) {
      int now = label.run().departures()[label.call()];
      if (label.boardings() > query.maxRides()
          || now - label.departureSeconds() > query.maxSeconds()) {
        return;
      }
      List<Label> known = labels.get(label.run().index()).get(label.call());
      for (Label other : known) {
        if (other.departureSeconds() >= label.departureSeconds()
            && other.boardings() <= label.boardings()
            && other.energy() <= label.energy()
            && other.emission() <= label.emission()
            && (fares == null || fares.covers(other.fare(), label.fare()))) {
          return;
        }
      }
      known.add(label);
      queue.add(label);
    }

    private void ride(Label label) {
      Run run = label.run();
      int call = label.call() + 1;
      int energy = label.energy() + energy(run, call);
      int emission = label.emission() + emission(run, call);
      if (run.alights()[call]) {
        finish(label, call, energy, emission);
        change(label, call, energy, emission);
      }
      if (call < run.lastCall()) {
        offer(
            new Label(
                run,
                label.boardCall(),
                call,
                label.departureSeconds(),
                label.boardings(),
                label.before(),
                label.seated(),
                label.alightCall(),
                energy,
                emission,
                label.fare()));
      } else if (run.next() >= 0) {
        Run next = runs.get(run.next());
        int leaves = label.departureSeconds();
        offer(
            new Label(
                next,
                0,
                0,
                leaves,
                label.boardings(),
                label,
                true,
                call,
                energy,
                emission,
                fares == null ? null : fares.stay(label.fare(), run, next)));
      }
    }

    /// From the call before to this one.
    private int energy(Run run, int call) {
      int pattern = timetable.trips().patterns()[run.trip()];
      return costs == null ? 0 : costs.milliwattHours(pattern, call - 1, call);
    }

    private int emission(Run run, int call) {
      int pattern = timetable.trips().patterns()[run.trip()];
      return costs == null ? 0 : costs.milligramsCO2e(pattern, call - 1, call);
    }

    private void finish(Label label, int call, int energy, int emission) {
      Run run = label.run();
      int egress = egressSeconds[stopOfNode[run.nodes()[call]]];
      int arrival = run.arrivals()[call] + egress;
      if (egress >= 0 && Front.answers(query, label.departureSeconds(), arrival)) {
        RaptorJourney journey =
            new RaptorJourney(label.departureSeconds(), arrival, rides(label, call));
        front.offer(journey, energy, emission, fares == null ? 0 : fares.cents(journey));
      }
    }

    private void change(Label label, int call, int energy, int emission) {
      Run run = label.run();
      int paid = fares == null ? 0 : fares.after(label.fare(), run, call);
      for (Change change : changes.get(run.nodes()[call])) {
        int ready = run.arrivals()[call] + change.seconds();
        for (int[] boarding : boardingsAt.get(change.node())) {
          Run other = runs.get(boarding[0]);
          if (other.departures()[boarding[1]] >= ready) {
            offer(
                new Label(
                    other,
                    boarding[1],
                    boarding[1],
                    label.departureSeconds(),
                    label.boardings() + 1,
                    label,
                    false,
                    call,
                    energy,
                    emission,
                    fares == null ? null : fares.board(paid, other, boarding[1])));
          }
        }
      }
    }

    private static List<Ride> rides(Label last, int lastAlightCall) {
      List<Ride> rides = new ArrayList<>();
      int alightCall = lastAlightCall;
      for (Label at = last; at != null; at = at.before()) {
        Run run = at.run();
        rides.addFirst(
            new Ride(
                run.day(),
                run.trip(),
                at.boardCall(),
                alightCall,
                at.seated(),
                run.departures()[at.boardCall()],
                run.arrivals()[alightCall]));
        alightCall = at.alightCall();
      }
      return rides;
    }
  }

  private final @Nullable RideCosts costs;
  private final @Nullable RideFares fares;

  /// Compares departure, arrival and boardings.
  public ReferenceRouter() {
    this.costs = null;
    this.fares = null;
  }

  /// Compares energy and emissions too.
  public ReferenceRouter(RideCosts costs) {
    this.costs = costs;
    this.fares = null;
  }

  /// Compares energy, emissions and fares too.
  public ReferenceRouter(RideCosts costs, RideFares fares) {
    this.costs = costs;
    this.fares = fares;
  }

  @Override
  public List<RaptorJourney> search(TimetableView view, RangeQuery query) {
    int[] access = seconds(query.access(), view.timetable().stops().count());
    return new Search(view, query, costs, fares).journeys(access);
  }

  private static int[] seconds(Foothold foothold, int stops) {
    int[] seconds = new int[stops];
    Arrays.fill(seconds, -1);
    for (int i = 0; i < foothold.count(); i++) {
      seconds[foothold.stops()[i]] = foothold.seconds()[i];
    }
    return seconds;
  }
}
