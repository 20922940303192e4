package org.toret.testkit.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;

/// A second engine of another family, to compare with: the profile connection scan.
///
/// All hops of all vehicles are scanned from the latest departure to the earliest. For each hop it
/// is known, from the hops scanned before, how early the destination can be reached by staying
/// seated, by alighting and walking out, or by alighting and changing; each with 0, 1, 2 … further
/// boardings. The best of the three becomes the seat's plan, and a new entry of the boarding node's
/// profile if it is earlier than what a later departure there offers.
///
/// Hops that leave at one moment may depend on one another (a vehicle or a change that takes no
/// time); such a group is scanned until nothing changes any more. Plans are kept for each call and
/// not for each trip, since in such a group the scan order inside a trip is not fixed.
///
/// Source: J. Dibbelt, T. Pajor, B. Strasser, D. Wagner, *Connection Scan Algorithm*, ACM JEA 23
/// (2018), sections 4 and 6; the number of boardings as an index instead of a criterion of the
/// profile.
public final class ConnectionScan implements JourneySearch {

  private static final Comparator<int[]> LATEST_FIRST =
      Comparator.<int[]>comparingInt(hop -> hop[2])
          .thenComparingInt(hop -> hop[1])
          .reversed()
          .thenComparingInt(hop -> hop[0]);

  /// What happens to somebody who sits in a run: where they leave it, and what then.
  ///
  /// @param arrivalSeconds when they reach the destination
  /// @param alightCall where they leave the run
  /// @param then where they go on, null when they walk out
  private record Plan(int arrivalSeconds, Run run, int alightCall, @Nullable Entry then) {}

  /// A boarding that leads to the destination.
  ///
  /// @param call where to board, 0 when seated
  private record Entry(int departureSeconds, int call, boolean seated, Plan plan) {}

  /// One search; thrown away afterwards.
  private static final class Search {

    private final RangeQuery query;
    private final List<Run> runs;
    private final List<List<Change>> changes;
    private final int[] accessSeconds;
    private final int[] egressSeconds;
    private final @Nullable Plan[][][] plans;
    private final List<List<List<Entry>>> profiles = new ArrayList<>();
    private final Front front = new Front();

    Search(TimetableView view, RangeQuery query) {
      this.query = query;
      this.runs = Runs.of(view, query);
      this.changes = Change.all(view, query);
      int[] stops = view.timetable().nodes().stops();
      this.accessSeconds = byNode(query.access(), stops);
      this.egressSeconds = byNode(query.egress(), stops);
      this.plans = new Plan[runs.size()][][];
      for (Run run : runs) {
        plans[run.index()] = new Plan[run.lastCall()][query.maxRides()];
      }
      for (int node = 0; node < stops.length; node++) {
        List<List<Entry>> profile = new ArrayList<>();
        for (int further = 0; further < query.maxRides(); further++) {
          profile.add(new ArrayList<>());
        }
        profiles.add(profile);
      }
    }

    List<RaptorJourney> journeys() {
      List<int[]> hops = hops();
      int from = 0;
      while (from < hops.size()) {
        int to = from;
        while (to < hops.size() && hops.get(to)[2] == hops.get(from)[2]) {
          to++;
        }
        scanUntilStill(hops.subList(from, to));
        from = to;
      }
      for (int[] hop : hops) {
        start(runs.get(hop[0]), hop[1]);
      }
      return front.sorted();
    }

    /// Every hop between the earliest possible start and the latest possible end of a journey.
    private List<int[]> hops() {
      int span = query.windowSeconds() + query.maxSeconds();
      int earliest = query.arriveBy() ? query.atSeconds() - span : query.atSeconds();
      List<int[]> hops = new ArrayList<>();
      for (Run run : runs) {
        for (int call = 0; call < run.lastCall(); call++) {
          int departure = run.departures()[call];
          if (departure >= earliest && run.arrivals()[call + 1] <= earliest + span) {
            hops.add(new int[] {run.index(), call, departure});
          }
        }
      }
      hops.sort(LATEST_FIRST);
      return hops;
    }

    private void scanUntilStill(List<int[]> group) {
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int[] hop : group) {
          changed |= scan(runs.get(hop[0]), hop[1]);
        }
      }
    }

    private boolean scan(Run run, int call) {
      boolean changed = false;
      for (int further = 0; further < query.maxRides(); further++) {
        Plan best = best(run, call, further);
        Plan known = plans[run.index()][call][further];
        if (best != null && (known == null || best.arrivalSeconds() < known.arrivalSeconds())) {
          plans[run.index()][call][further] = best;
          changed = true;
          if (run.boards()[call] && further + 1 < query.maxRides()) {
            Entry entry = new Entry(run.departures()[call], call, false, best);
            enter(profiles.get(run.nodes()[call]).get(further + 1), entry);
          }
        }
      }
      return changed;
    }

    /// The earliest plan for leaving a call in a run with exactly so many boardings still to come.
    private @Nullable Plan best(Run run, int call, int further) {
      Plan best = null;
      int alight = call + 1;
      if (alight < run.lastCall()) {
        best = plans[run.index()][alight][further];
      } else if (run.next() >= 0) {
        Plan seated = plans[run.next()][0][further];
        if (seated != null) {
          Entry stay = new Entry(seated.run().departures()[0], 0, true, seated);
          best = new Plan(seated.arrivalSeconds(), run, alight, stay);
        }
      }
      if (!run.alights()[alight]) {
        return best;
      }
      int egress = egressSeconds[run.nodes()[alight]];
      int arrival = run.arrivals()[alight] + egress;
      if (further == 0 && egress >= 0 && isWanted(arrival) && isEarlier(arrival, best)) {
        best = new Plan(arrival, run, alight, null);
      }
      for (Change change : further == 0 ? List.<Change>of() : changes.get(run.nodes()[alight])) {
        List<Entry> profile = profiles.get(change.node()).get(further);
        Entry entry = earliest(profile, run.arrivals()[alight] + change.seconds());
        if (entry != null && isEarlier(entry.plan().arrivalSeconds(), best)) {
          best = new Plan(entry.plan().arrivalSeconds(), run, alight, entry);
        }
      }
      return best;
    }

    private boolean isWanted(int arrival) {
      int at = query.atSeconds();
      return !query.arriveBy() || arrival <= at && arrival >= at - query.windowSeconds();
    }

    private static boolean isEarlier(int arrival, @Nullable Plan plan) {
      return plan == null || arrival < plan.arrivalSeconds();
    }

    /// Profiles are sorted: each entry leaves earlier than the one before it, and arrives earlier.
    private static void enter(List<Entry> profile, Entry entry) {
      while (!profile.isEmpty()
          && profile.getLast().departureSeconds() == entry.departureSeconds()
          && profile.getLast().plan().arrivalSeconds() > entry.plan().arrivalSeconds()) {
        profile.removeLast();
      }
      if (profile.isEmpty()
          || profile.getLast().plan().arrivalSeconds() > entry.plan().arrivalSeconds()) {
        profile.add(entry);
      }
    }

    private static @Nullable Entry earliest(List<Entry> profile, int readySeconds) {
      int low = 0;
      int high = profile.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (profile.get(middle).departureSeconds() >= readySeconds) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low == 0 ? null : profile.get(low - 1);
    }

    private void start(Run run, int call) {
      int access = accessSeconds[run.nodes()[call]];
      if (access < 0 || !run.boards()[call]) {
        return;
      }
      int departure = run.departures()[call] - access;
      for (int further = 0; further < query.maxRides(); further++) {
        Plan plan = plans[run.index()][call][further];
        if (plan != null
            && Front.answers(query, departure, plan.arrivalSeconds())
            && front.wants(departure, plan.arrivalSeconds(), further + 1)) {
          front.add(new RaptorJourney(departure, plan.arrivalSeconds(), rides(call, plan)));
        }
      }
    }

    private static List<Ride> rides(int boardCall, Plan first) {
      List<Ride> rides = new ArrayList<>();
      Entry entry = new Entry(0, boardCall, false, first);
      while (entry != null) {
        Plan plan = entry.plan();
        Run run = plan.run();
        rides.add(
            new Ride(
                run.day(),
                run.trip(),
                entry.call(),
                plan.alightCall(),
                entry.seated(),
                run.departures()[entry.call()],
                run.arrivals()[plan.alightCall()]));
        entry = plan.then();
      }
      return rides;
    }
  }

  @Override
  public List<RaptorJourney> search(TimetableView view, RangeQuery query) {
    return new Search(view, query).journeys();
  }

  private static int[] byNode(Foothold foothold, int[] stopOfNode) {
    int[] seconds = new int[stopOfNode.length];
    for (int node = 0; node < seconds.length; node++) {
      seconds[node] = -1;
      for (int i = 0; i < foothold.count(); i++) {
        if (foothold.stops()[i] == stopOfNode[node]) {
          seconds[node] = foothold.seconds()[i];
        }
      }
    }
    return seconds;
  }
}
