package org.toret.router.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.toret.base.columns.Csr;
import org.toret.network.timetable.Nodes;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;

/// Journeys of somebody who sits in a vehicle: rides on to any later call, changes there or walks
/// to the destination, and may stay seated where the vehicle goes on as another trip.
///
/// Every call ahead, with the change from it, says when one could board at each node; from there
/// one search finds what arrives first for each number of vehicles. Nodes stand for stops in that
/// search, so that rules between lines hold for the vehicle one sits in. Exact in arrival and
/// vehicles boarded, which are all that differ: everybody starts now.
public final class AboardSearch {

  /// A vehicle stands where it begins, and people sit in it, no longer than this.
  private static final int STANDING_SECONDS = 900;

  private final RangeRaptor raptor;
  private final TimetableView view;
  private final RangeQuery query;
  private final Timetable timetable;
  private final Patterns patterns;
  private final Transfers transfers;

  /// The vehicle, and where it is.
  ///
  /// @param day index of the service date in the view
  /// @param trip index into [org.toret.network.timetable.Trips]
  /// @param call the call it left last, or stands at when it has not begun
  public record Seat(int day, int trip, int call) {}

  /// A call at which one may get off, and the rides until there.
  private record Exit(List<Ride> rides, int node, int seconds) {}

  /// @param query leaving at `atSeconds`; its access does not count, `maxRides` are vehicles
  ///   boarded after this one
  public AboardSearch(RangeRaptor raptor, TimetableView view, RangeQuery query) {
    this.raptor = raptor;
    this.view = view;
    this.query = query;
    timetable = view.timetable();
    patterns = timetable.patterns();
    transfers = query.stepFree() ? view.stepFreeTransfers() : view.transfers();
  }

  /// The seat in a run at a moment; empty where it has ended, does not begin soon, or does not run
  /// that day.
  public Optional<Seat> seat(int day, int trip) {
    if (view.days().get(day).findActive(trip) < 0) {
      return Optional.empty();
    }
    int last = length(trip) - 1;
    boolean begins = time(day, trip, 0, false) <= query.atSeconds() + STANDING_SECONDS;
    if (!begins || time(day, trip, last, true) < query.atSeconds()) {
      return Optional.empty();
    }
    int call = 0;
    while (call < last - 1 && time(day, trip, call + 1, false) <= query.atSeconds()) {
      call++;
    }
    return Optional.of(new Seat(day, trip, call));
  }

  /// The journeys that are best in arrival and vehicles boarded, the first to arrive first. Their
  /// first ride is seated: it was boarded before.
  public List<RaptorJourney> search(Seat seat) {
    List<Exit> exits = exits(seat);
    List<RaptorJourney> all = new ArrayList<>(onlyRiding(exits));
    for (RaptorJourney onward : onward(exits)) {
      joined(exits, onward).ifPresent(all::add);
    }
    return best(all);
  }

  /// The journeys without another vehicle.
  public List<RaptorJourney> onlyRiding(Seat seat) {
    return best(onlyRiding(exits(seat)));
  }

  private List<RaptorJourney> onlyRiding(List<Exit> exits) {
    Map<Integer, Integer> egress = seconds(query.egress());
    List<RaptorJourney> direct = new ArrayList<>();
    for (Exit exit : exits) {
      Integer walk = egress.get(timetable.nodes().stops()[exit.node()]);
      if (walk != null) {
        direct.add(new RaptorJourney(query.atSeconds(), exit.seconds() + walk, exit.rides()));
      }
    }
    return direct;
  }

  private List<RaptorJourney> onward(List<Exit> exits) {
    Map<Integer, Integer> ready = new HashMap<>();
    for (Exit exit : exits) {
      offer(exit, (node, seconds) -> ready.merge(node, seconds, Math::min));
    }
    Map<Integer, Integer> egress = new HashMap<>();
    Csr byStop = timetable.nodes().byStop();
    for (int i = 0; i < query.egress().count(); i++) {
      for (int node : byStop.row(query.egress().stops()[i])) {
        egress.put(node, query.egress().seconds()[i]);
      }
    }
    ready.replaceAll((node, seconds) -> seconds - query.atSeconds());
    TimetableView byNode =
        new TimetableView(
            nodesAsStops(),
            view.transfers(),
            view.stepFreeTransfers(),
            view.zone(),
            view.baseDate(),
            view.days());
    RangeQuery asked =
        query.onward(
            query.atSeconds() - 1,
            foothold(ready),
            foothold(egress),
            query.maxRides(),
            query.maxSeconds());
    return raptor.searchAhead(byNode, asked).beyond();
  }

  /// The journey that rides to where the next begins: gets off where it is most comfortable.
  private Optional<RaptorJourney> joined(List<Exit> exits, RaptorJourney onward) {
    Ride next = onward.rides().getFirst();
    int board = node(next.trip(), next.boardCall());
    Exit[] found = new Exit[1];
    int[] least = {next.departureSeconds() + 1};
    for (Exit exit : exits) {
      offer(
          exit,
          (node, seconds) -> {
            if (node == board && seconds < least[0]) {
              least[0] = seconds;
              found[0] = exit;
            }
          });
    }
    if (found[0] == null) {
      return Optional.empty();
    }
    List<Ride> rides = new ArrayList<>(found[0].rides());
    rides.addAll(onward.rides());
    return Optional.of(
        chosen(new RaptorJourney(query.atSeconds(), onward.arrivalSeconds(), rides)));
  }

  /// The same with calls chosen anew, but for the seat one sits in.
  private RaptorJourney chosen(RaptorJourney journey) {
    Ride seat = journey.rides().getFirst();
    int stop = timetable.nodes().stops()[node(seat.trip(), seat.boardCall())];
    RangeQuery from =
        query.onward(
            seat.departureSeconds(),
            new Foothold(new int[] {stop}, new int[] {0}),
            query.egress(),
            journey.rides().size(),
            RangeQuery.NEVER);
    RaptorJourney chosen = new CallChooser(view, from).choose(journey);
    Ride first = chosen.rides().getFirst();
    return first.boardCall() == seat.boardCall()
        ? new RaptorJourney(query.atSeconds(), chosen.arrivalSeconds(), chosen.rides())
        : journey;
  }

  /// Every call ahead at which one may get off, in the trips one stays seated in.
  private List<Exit> exits(Seat seat) {
    List<Exit> exits = new ArrayList<>();
    List<Ride> before = List.of();
    int trip = seat.trip();
    int from = seat.call();
    while (trip >= 0 && view.days().get(seat.day()).findActive(trip) >= 0) {
      for (int call = from + 1; call < length(trip); call++) {
        Ride ride = ride(seat.day(), trip, from, call, !before.isEmpty());
        if (isExit(trip, call) && ride.arrivalSeconds() >= query.atSeconds()) {
          List<Ride> rides = new ArrayList<>(before);
          rides.add(ride);
          exits.add(new Exit(rides, node(trip, call), ride.arrivalSeconds()));
        }
      }
      List<Ride> whole = new ArrayList<>(before);
      whole.add(ride(seat.day(), trip, from, length(trip) - 1, !before.isEmpty()));
      before = whole;
      int next = timetable.trips().next()[trip];
      boolean there =
          next >= 0
              && isUsable(next)
              && time(seat.day(), next, 0, false) >= whole.getLast().arrivalSeconds();
      trip = there ? next : -1;
      from = 0;
    }
    return exits;
  }

  private interface Boarding {
    void at(int node, int readySeconds);
  }

  /// When one may board where, having got off.
  private void offer(Exit exit, Boarding boarding) {
    int own = query.changeSeconds(transfers.changeSeconds()[exit.node()], 0);
    if (own < RangeQuery.NEVER) {
      boarding.at(exit.node(), exit.seconds() + own);
    }
    for (int i = transfers.offsets()[exit.node()]; i < transfers.offsets()[exit.node() + 1]; i++) {
      int change = query.changeSeconds(transfers.ruleSeconds()[i], transfers.walkSeconds()[i]);
      if (change < RangeQuery.NEVER && transfers.walkMetres()[i] <= query.maxChangeMetres()) {
        boarding.at(transfers.targets()[i], exit.seconds() + change);
      }
    }
  }

  private static List<RaptorJourney> best(List<RaptorJourney> all) {
    List<RaptorJourney> kept = new ArrayList<>();
    all.sort(
        Comparator.comparingInt(RaptorJourney::arrivalSeconds)
            .thenComparingInt(RaptorJourney::boardings)
            .thenComparingInt(journey -> -journey.rides().getFirst().alightCall()));
    for (RaptorJourney journey : all) {
      RaptorJourney sat = seated(journey);
      if (kept.stream().noneMatch(other -> other.boardings() <= sat.boardings())) {
        kept.add(sat);
      }
    }
    return kept;
  }

  private static RaptorJourney seated(RaptorJourney journey) {
    List<Ride> rides = new ArrayList<>(journey.rides());
    Ride first = rides.getFirst();
    rides.set(
        0,
        new Ride(
            first.day(),
            first.trip(),
            first.boardCall(),
            first.alightCall(),
            true,
            first.departureSeconds(),
            first.arrivalSeconds()));
    return new RaptorJourney(journey.departureSeconds(), journey.arrivalSeconds(), rides);
  }

  /// The timetable in which every node is a stop of its own.
  private Timetable nodesAsStops() {
    int nodes = timetable.nodes().count();
    Stops stops = timetable.stops();
    if (nodes == stops.count()) {
      return timetable;
    }
    byte[] wheelchair = new byte[nodes];
    for (int node = 0; node < nodes; node++) {
      wheelchair[node] = stops.wheelchair()[timetable.nodes().stops()[node]];
    }
    int[] each = IntStream.range(0, nodes).toArray();
    return new Timetable(
        timetable.feeds(),
        timetable.agencies(),
        new Stops(
            stops.ids(),
            stops.names(),
            stops.codes(),
            stops.platforms(),
            stops.zones(),
            stops.levels(),
            stops.latsE7(),
            stops.lonsE7(),
            stops.parents(),
            stops.feeds(),
            stops.kinds(),
            wheelchair),
        timetable.routes(),
        new Nodes(each, Csr.index(nodes, each)),
        patterns,
        timetable.trips(),
        timetable.calendar(),
        timetable.transferRules(),
        timetable.shapes(),
        timetable.pathways(),
        timetable.translations());
  }

  /// Whether one may go on in a trip, as in any that is boarded.
  private boolean isUsable(int trip) {
    int pattern = pattern(trip);
    int mode = timetable.routes().mode(patterns.routes()[pattern]).ordinal();
    return (query.modes() & 1 << mode) != 0
        && (!query.stepFree() || patterns.wheelchair()[pattern] != 2)
        && (!query.bikes() || patterns.admitsBikes(pattern));
  }

  private boolean isExit(int trip, int call) {
    int at = patterns.stopOffsets()[pattern(trip)] + call;
    int stop = timetable.nodes().stops()[patterns.nodes()[at]];
    return patterns.dropOffs()[at] != 1 && timetable.stops().admits(stop, query.stepFree());
  }

  private Ride ride(int day, int trip, int from, int to, boolean seated) {
    return new Ride(
        day, trip, from, to, seated, time(day, trip, from, false), time(day, trip, to, true));
  }

  private int time(int day, int trip, int call, boolean arrival) {
    int at = patterns.timeOffset(pattern(trip), trip) + call;
    int seconds = arrival ? patterns.arrival(at) : patterns.departure(at);
    return seconds + view.shiftSeconds(day);
  }

  private int node(int trip, int call) {
    return patterns.nodes()[patterns.stopOffsets()[pattern(trip)] + call];
  }

  private int length(int trip) {
    return patterns.length(pattern(trip));
  }

  private int pattern(int trip) {
    return timetable.trips().patterns()[trip];
  }

  private static Map<Integer, Integer> seconds(Foothold foothold) {
    Map<Integer, Integer> seconds = new HashMap<>();
    for (int i = 0; i < foothold.count(); i++) {
      seconds.put(foothold.stops()[i], foothold.seconds()[i]);
    }
    return seconds;
  }

  private static Foothold foothold(Map<Integer, Integer> seconds) {
    int[] places = seconds.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    return new Foothold(
        places, Arrays.stream(places).map(place -> seconds.getOrDefault(place, 0)).toArray());
  }
}
