package org.toret.router.raptor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toret.router.fare.TicketStates;
import org.toret.router.impact.Weighing;

/// Finds all journeys by timetable that are best in departure, arrival and number of vehicles,
/// within a window: range RAPTOR over flat columns.
///
/// **How.** RAPTOR [1] works in rounds: round *r* finds the earliest arrival everywhere with *r*
/// rides. The range version asks for every departure in the window, the latest first, and keeps all
/// labels: what a later departure reached can only be improved by arriving earlier. Here the
/// departures are not minutes but *events*: the boarding of one trip at one call that can be walked
/// to from the origin. And no line is scanned: the trip that is boarded is followed along its calls
/// up to where it or an earlier one of its line was ridden before, as in trip-based routing [3].
///
/// Searching for the latest departure runs the same code on a mirrored day (see [Lines]).
///
/// Rules between lines and trips are plain transfers here (see
/// [org.toret.network.timetable.Nodes]); staying seated at the end of a trip continues the scan in
/// the next trip within the same round. Transfers of a node are sorted, and left at the first that
/// cannot help any more [2].
///
/// **Cost.** Proportional to the part of the network that can be reached before the best arrival.
/// No allocation in the round loop but for the growth of the label store.
///
/// Thread-safe: each search takes a working memory from a pool.
///
/// 1. Delling, Pajor, Werneck: Round-Based Public Transit Routing. Transportation Science 49
///    (2015).
/// 2. Early pruning of transfers sorted by duration, see `docs/decisions`.
/// 3. Witt: Trip-Based Public Transit Routing. ESA 2015.
public final class RangeRaptor {

  /// How many more rides than the fastest journeys one that is found by its costs may have.
  public static final int MORE_RIDES = WeighedScope.MORE_RIDES;

  private final ConcurrentLinkedQueue<RaptorState> pool = new ConcurrentLinkedQueue<>();

  /// What a search that looks ahead found.
  ///
  /// @param journeys the best within the window, latest departure first, none of which is matched
  ///   by a journey that leaves after the window (arrives before it, when one must arrive by a
  ///   time)
  /// @param beyond the first to arrive of those that leave after the window, by number of rides; of
  ///   use when nothing leaves in it
  public record Ahead(List<RaptorJourney> journeys, List<RaptorJourney> beyond) {

    static final Ahead NOTHING = new Ahead(List.of(), List.of());

    public Ahead {
      journeys = List.copyOf(journeys);
      beyond = List.copyOf(beyond);
    }

    /// Those within the window and those beyond it.
    public Stream<RaptorJourney> all() {
      return Stream.concat(journeys.stream(), beyond.stream());
    }
  }

  /// A journey that is there anyhow: what leaves no later, arrives no earlier and takes no fewer
  /// rides is not looked for.
  ///
  /// @param departureSeconds on the axis of the view
  /// @param arrivalSeconds on the same axis
  /// @param rides vehicles boarded
  public record Rival(int departureSeconds, int arrivalSeconds, int rides) {

    /// One that only what leaves so much later or arrives so much earlier is better than, whatever
    /// the number of rides.
    public Rival gaining(int seconds) {
      return new Rival(departureSeconds + seconds, arrivalSeconds - seconds, 1);
    }

    /// The same with time running backwards.
    Rival mirrored() {
      return new Rival(-arrivalSeconds, -departureSeconds, rides);
    }
  }

  /// What a search found that minds more than time.
  ///
  /// @param ahead what is best in times alone
  /// @param journeys what is best in times and costs near those, latest departure first
  public record Weighed(Ahead ahead, List<RaptorJourney> journeys) {

    public Weighed {
      journeys = List.copyOf(journeys);
    }

    /// Until when somebody arrives at the latest beside whom one of these waits in vain; empty
    /// where nobody waits so long.
    OptionalInt idleUntil() {
      return Stream.concat(ahead.journeys().stream(), journeys.stream())
          .filter(RaptorJourney::idles)
          .mapToInt(RaptorJourney::idleUntil)
          .max();
    }

    /// Without those in which somebody waits half the night for what another way reaches as well:
    /// left out of what is best in times, and of what is best in costs.
    ///
    /// @param others further ways; where nothing else is left they are what lies beyond the window
    Weighed withoutIdling(List<RaptorJourney> others) {
      List<RaptorJourney> all = Stream.concat(ahead.all(), others.stream()).toList();
      Predicate<RaptorJourney> awake = one -> all.stream().noneMatch(one::idlesBeside);
      List<RaptorJourney> best = ahead.journeys().stream().filter(awake).toList();
      boolean onlyOthers = best.isEmpty() && !others.isEmpty();
      return new Weighed(
          new Ahead(best, onlyOthers ? others : ahead.beyond()),
          journeys.stream().filter(awake).toList());
    }
  }

  /// All journeys with at least one ride that are best among those in the window, latest departure
  /// first. Empty when none exists.
  public List<RaptorJourney> search(TimetableView view, RangeQuery query) {
    return searching(view, query, run -> new Ahead(run.run(), List.of())).journeys();
  }

  /// The same, with an eye on what leaves after the window: without it, journeys that idle or ride
  /// to and fro pass for good at the end of the window.
  public Ahead searchAhead(TimetableView view, RangeQuery query) {
    return searchAhead(view, query, List.of());
  }

  /// The same for what is better than other journeys in departure, arrival or number of rides.
  public Ahead searchAhead(TimetableView view, RangeQuery query, List<Rival> rivals) {
    return searching(view, query, run -> run.against(rivals).runAhead());
  }

  /// Of all that leaves after the window what arrives soonest, of those what takes the fewest
  /// rides; empty where nothing does. Forward in time.
  public Optional<RaptorJourney> findSoonest(TimetableView view, RangeQuery query) {
    return searching(view, query, run -> new Ahead(List.of(), run.runSoonest())).beyond().stream()
        .min(
            Comparator.comparingInt(RaptorJourney::arrivalSeconds)
                .thenComparingInt(RaptorJourney::boardings));
  }

  /// Searches times first, then all journeys near those found that are best in departure, arrival,
  /// number of rides, energy, emissions and fare: a restricted Pareto set, see [WeighedScope].
  ///
  /// @param tickets the ticket automaton of this question, on the axis of the view, when fares are
  ///   a criterion too
  public Weighed searchWeighed(
      TimetableView view, RangeQuery query, Weighing weighing, @Nullable TicketStates tickets) {
    List<RaptorJourney> weighed = new ArrayList<>();
    Ahead ahead =
        searching(
            view,
            query,
            run -> {
              Ahead found = run.runAhead();
              WeighedScope scope =
                  new WeighedScope(query, found.journeys(), weighing.slackSeconds());
              if (!scope.isEmpty()) {
                Weighing fit = fit(weighing, view, found);
                weighed.addAll(
                    new WeighedRun(view, scope.query(), scope, fit, tickets, run.state).run());
              }
              return found;
            });
    return new Weighed(ahead, weighed);
  }

  /// Without journeys in which somebody waits for hours, if others that leave later arrive about as
  /// soon: whoever waits knows only the first to arrive beyond the window. One search more where
  /// anybody waits so long.
  public Weighed withoutIdling(TimetableView view, RangeQuery query, Weighed found) {
    Weighed left = found.withoutIdling(List.of());
    OptionalInt until = query.arriveBy() ? OptionalInt.empty() : left.idleUntil();
    if (until.isEmpty()) {
      return left;
    }
    int end = query.atSeconds() + query.windowSeconds();
    int seconds = Math.max(0, until.getAsInt() - end);
    return left.withoutIdling(
        search(view, query.arrivingBefore(until.getAsInt(), seconds)).stream()
            .filter(other -> other.departureSeconds() > end)
            .toList());
  }

  /// Steps by what the most sparing of the fastest journeys costs, those beyond the window among
  /// them: what is no better than one of these is given up.
  private static Weighing fit(Weighing weighing, TimetableView view, Ahead fastest) {
    int energy = Integer.MAX_VALUE;
    int emissions = Integer.MAX_VALUE;
    for (RaptorJourney journey : fastest.all().toList()) {
      int used = 0;
      int emitted = 0;
      for (Ride ride : journey.rides()) {
        int pattern = view.timetable().trips().patterns()[ride.trip()];
        used += weighing.costs().milliwattHours(pattern, ride.boardCall(), ride.alightCall());
        emitted += weighing.costs().milligramsCO2e(pattern, ride.boardCall(), ride.alightCall());
      }
      energy = Math.min(energy, used);
      emissions = Math.min(emissions, emitted);
    }
    return weighing.fitTo(energy, emissions);
  }

  private Ahead searching(TimetableView view, RangeQuery query, Function<RaptorRun, Ahead> search) {
    if (view.days().isEmpty() || query.access().count() == 0 || query.egress().count() == 0) {
      return Ahead.NOTHING;
    }
    RaptorState taken = pool.poll();
    RaptorState state = taken == null ? new RaptorState() : taken;
    try {
      Ahead found = search.apply(new RaptorRun(view, query, state));
      List<RaptorJourney> sorted = new ArrayList<>(found.journeys());
      sorted.sort(
          Comparator.comparingInt(RaptorJourney::departureSeconds)
              .reversed()
              .thenComparingInt(RaptorJourney::arrivalSeconds));
      return new Ahead(sorted, found.beyond());
    } finally {
      pool.add(state);
    }
  }
}
