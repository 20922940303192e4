package org.toret.mobility.trip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.toret.mobility.board.Teller;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.trip.DraftLeg.DatedRide;
import org.toret.network.timetable.Nodes;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;
import org.toret.router.journey.CarriedBike;
import org.toret.router.path.StreetPath;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;

/// Turns what the searches found into legs, and joins parts of journeys.
final class DraftMaker {

  private final Timetable timetable;
  private final CarriedBike bicycles;
  private final Teller teller;

  DraftMaker(Timetable timetable, CarriedBike bicycles, Teller teller) {
    this.timetable = timetable;
    this.bicycles = bicycles;
    this.teller = teller;
  }

  /// A way of one's own from place to place.
  static DraftLeg direct(TravelMode mode, Site from, Site to, StreetPath path, long departure) {
    return new DraftLeg(
        mode, from, to, departure, departure + path.seconds(), path.metres(), null, path);
  }

  /// Everything found, each as its legs; without what takes a bicycle along to hardly ride it.
  List<List<DraftLeg>> journeys(TransitFinder.Found found, Site from, Site to) {
    return Stream.concat(found.journeys().stream(), found.sparing().stream())
        .map(journey -> transit(found, journey, from, to))
        .filter(legs -> found.carried() == null || !Chain.of(legs).isHardlyCarried())
        .toList();
  }

  /// The legs of a journey by timetable.
  List<DraftLeg> transit(TransitFinder.Found found, RaptorJourney journey, Site from, Site to) {
    List<DraftLeg> legs = new ArrayList<>();
    List<DraftLeg> rides =
        journey.rides().stream()
            .map(ride -> ride(found.view(), dated(found.view(), ride)))
            .toList();
    DraftLeg first = rides.getFirst();
    int walked = journey.rides().getFirst().departureSeconds() - journey.departureSeconds();
    if (walked > 0) {
      int metres = found.accessMetres().getOrDefault(first.from().stop(), 0);
      long leaves = first.departure() - walked;
      legs.add(end(found, walk(from, first.from(), leaves, walked, metres), true));
    }
    for (int i = 0; i < rides.size(); i++) {
      if (i > 0 && rides.get(i).boards()) {
        change(found, rides.get(i - 1), rides.get(i)).ifPresent(legs::add);
      }
      legs.add(rides.get(i));
    }
    DraftLeg last = rides.getLast();
    int egress = journey.arrivalSeconds() - journey.rides().getLast().arrivalSeconds();
    if (egress > 0) {
      int metres = found.egressMetres().getOrDefault(last.to().stop(), 0);
      legs.add(end(found, walk(last.to(), to, last.arrival(), egress, metres), false));
    }
    return legs;
  }

  /// The way at either end of a journey: ridden where a bicycle is taken along and that is faster.
  private DraftLeg end(TransitFinder.Found found, DraftLeg walk, boolean toStop) {
    TransitFinder.Carried bike = found.carried();
    if (bike == null) {
      return walk;
    }
    return bicycles
        .ride(walk.from().point(), walk.to().point(), bike.options(), walk.seconds())
        .map(path -> direct(bike.mode(), walk.from(), walk.to(), path, walk.departure()))
        .map(ride -> toStop ? ride : ride.shifted(walk.arrival() - ride.arrival()))
        .orElse(walk);
  }

  Site site(int stop) {
    return new Site(timetable.stops().point(stop), timetable.stops().names().get(stop), stop);
  }

  /// A ride at the times of its trip.
  DraftLeg ride(TimetableView view, DatedRide ride) {
    Patterns patterns = timetable.patterns();
    int pattern = pattern(ride);
    int route = patterns.routes()[pattern];
    int times = patterns.timeOffset(pattern, ride.trip());
    long origin = TimetableView.origin(ride.serviceDate(), view.zone());
    return new DraftLeg(
        TravelMode.of(timetable.routes().mode(route)),
        site(stop(ride, ride.boardCall())),
        site(stop(ride, ride.alightCall())),
        origin + patterns.departure(times + ride.boardCall()),
        origin + patterns.arrival(times + ride.alightCall()),
        teller.metres(pattern, ride.boardCall(), ride.alightCall()),
        ride,
        null);
  }

  /// The way on foot between two vehicles, where they do not use the same stop.
  Optional<DraftLeg> change(TransitFinder.Found found, DraftLeg before, DraftLeg after) {
    int row = transfer(found, before, after);
    if (row < 0 || before.to().stop() == after.from().stop()) {
      return Optional.empty();
    }
    int walk = found.query().walkSeconds(transfers(found).walkSeconds()[row]);
    int seconds = (int) Math.min(walk, after.departure() - before.arrival());
    int metres = transfers(found).walkMetres()[row];
    return Optional.of(walk(before.to(), after.from(), before.arrival(), seconds, metres));
  }

  /// The least time from alighting to boarding elsewhere, as the operator or the general rule has
  /// it; [RangeQuery#NEVER] where one may not change.
  int changeSeconds(TransitFinder.Found found, DraftLeg before, DraftLeg after) {
    Transfers transfers = transfers(found);
    int from = alightNode(before);
    if (from == boardNode(after)) {
      return found.query().changeSeconds(transfers.changeSeconds()[from], 0);
    }
    int row = transfer(found, before, after);
    return row < 0 || transfers.walkMetres()[row] > found.query().maxChangeMetres()
        ? RangeQuery.NEVER
        : found.query().changeSeconds(transfers.ruleSeconds()[row], transfers.walkSeconds()[row]);
  }

  /// Two rides in one vehicle as they are ridden without getting off: as one leg of the same run,
  /// or seated into the run that follows it. Empty where they are not.
  Optional<List<DraftLeg>> aboard(DraftLeg before, DraftLeg after) {
    DatedRide one = before.ride();
    DatedRide two = after.ride();
    if (one == null || two == null || !one.serviceDate().equals(two.serviceDate())) {
      return Optional.empty();
    }
    if (one.trip() == two.trip() && one.alightCall() == two.boardCall()) {
      DatedRide ride = one.until(two);
      return Optional.of(
          List.of(
              new DraftLeg(
                  before.mode(),
                  before.from(),
                  after.to(),
                  before.departure(),
                  after.arrival(),
                  teller.metres(pattern(ride), ride.boardCall(), ride.alightCall()),
                  ride,
                  null)));
    }
    boolean follows =
        timetable.trips().next()[one.trip()] == two.trip()
            && one.alightCall() == timetable.patterns().length(pattern(one)) - 1
            && two.boardCall() == 0
            && after.departure() >= before.arrival();
    return follows ? Optional.of(List.of(before, after.riding(two.seatedOn()))) : Optional.empty();
  }

  /// Two parts of a journey as one, neither of them later or earlier than it was if a timetable
  /// fixes it. Who stays in the vehicle stays; who changes vehicles needs the time for it, as
  /// anywhere else. Empty where the second cannot be had after the first.
  ///
  /// @param found of either part, for the rules of changing
  Optional<Chain> join(Chain first, Chain second, TransitFinder.Found found) {
    if (!second.isTimed()) {
      return Optional.of(first.then(second.shifted(first.arrival() - second.departure())));
    }
    if (!first.isTimed()) {
      return Optional.of(first.shifted(second.departure() - first.arrival()).then(second));
    }
    DraftLeg before = first.legs().getLast();
    DraftLeg after = second.legs().getFirst();
    if (before.ride() == null || after.ride() == null) {
      return second.departure() - first.arrival() < TransitFinder.SLACK_SECONDS
          ? Optional.empty()
          : Optional.of(first.then(second));
    }
    Optional<List<DraftLeg>> aboard = aboard(before, after);
    if (aboard.isPresent()) {
      return Optional.of(joined(first, aboard.get(), second));
    }
    int least = changeSeconds(found, before, after);
    if (least >= RangeQuery.NEVER || second.departure() - first.arrival() < least) {
      return Optional.empty();
    }
    List<DraftLeg> middle = new ArrayList<>();
    middle.add(before);
    change(found, before, after).ifPresent(middle::add);
    middle.add(after);
    return Optional.of(joined(first, middle, second));
  }

  private static Chain joined(Chain first, List<DraftLeg> middle, Chain second) {
    List<DraftLeg> legs = new ArrayList<>(first.legs().subList(0, first.legs().size() - 1));
    legs.addAll(middle);
    legs.addAll(second.legs().subList(1, second.legs().size()));
    return Chain.of(legs);
  }

  /// Whether legs touch stops in their order: begin, end or call there, or at a platform of the
  /// station meant.
  boolean passes(List<DraftLeg> legs, List<Site> stops) {
    int passed = 0;
    for (DraftLeg leg : legs) {
      for (int stop : stops(leg)) {
        while (passed < stops.size() && isAt(stop, stops.get(passed).stop())) {
          passed++;
        }
      }
    }
    return passed == stops.size();
  }

  private int[] stops(DraftLeg leg) {
    DatedRide ride = leg.ride();
    return ride == null
        ? new int[] {leg.from().stop(), leg.to().stop()}
        : IntStream.rangeClosed(ride.boardCall(), ride.alightCall())
            .map(call -> stop(ride, call))
            .toArray();
  }

  private boolean isAt(int stop, int place) {
    return stop >= 0 && (stop == place || timetable.stops().station(stop) == place);
  }

  private static DatedRide dated(TimetableView view, Ride ride) {
    return new DatedRide(
        ride.trip(),
        view.days().get(ride.day()).date(),
        ride.boardCall(),
        ride.alightCall(),
        ride.seated());
  }

  private static DraftLeg walk(Site from, Site to, long departure, int seconds, int metres) {
    return new DraftLeg(
        TravelMode.WALK, from, to, departure, departure + seconds, metres, null, null);
  }

  /// The row of a change between two nodes; -1 where there is none.
  private int transfer(TransitFinder.Found found, DraftLeg before, DraftLeg after) {
    Transfers transfers = transfers(found);
    int from = alightNode(before);
    int to = boardNode(after);
    for (int i = transfers.offsets()[from]; i < transfers.offsets()[from + 1]; i++) {
      if (transfers.targets()[i] == to) {
        return i;
      }
    }
    return -1;
  }

  private static Transfers transfers(TransitFinder.Found found) {
    return found.query().stepFree() ? found.view().stepFreeTransfers() : found.view().transfers();
  }

  private int alightNode(DraftLeg leg) {
    DatedRide ride = ride(leg);
    return node(ride, ride.alightCall());
  }

  private int boardNode(DraftLeg leg) {
    DatedRide ride = ride(leg);
    return node(ride, ride.boardCall());
  }

  private static DatedRide ride(DraftLeg leg) {
    DatedRide ride = leg.ride();
    if (ride == null) {
      throw new IllegalArgumentException("%s is no ride".formatted(leg.mode()));
    }
    return ride;
  }

  private int pattern(DatedRide ride) {
    return timetable.trips().patterns()[ride.trip()];
  }

  private int stop(DatedRide ride, int call) {
    Nodes nodes = timetable.nodes();
    return nodes.stops()[node(ride, call)];
  }

  private int node(DatedRide ride, int call) {
    Patterns patterns = timetable.patterns();
    return patterns.nodes()[patterns.stopOffsets()[pattern(ride)] + call];
  }
}
