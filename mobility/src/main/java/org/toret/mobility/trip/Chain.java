package org.toret.mobility.trip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.trip.DraftLeg.DatedRide;

/// A part of a journey, or several joined at the places it must pass.
///
/// Without a ride it has no time of its own: its legs count from any second, and it is shifted to
/// what it is joined with.
///
/// @param hinge epoch second at which the part joined last begins (ends, when searched backwards)
record Chain(List<DraftLeg> legs, long hinge) {

  /// Standing at a place.
  static final Chain EMPTY = new Chain(List.of(), 0);

  private static final double MOST_RIDDEN = 3;

  /// The fewest seconds on foot first.
  static final Comparator<Chain> BY_WALK = Comparator.comparingInt(Chain::walkSeconds);

  Chain {
    legs = List.copyOf(legs);
  }

  static Chain of(List<DraftLeg> legs) {
    return new Chain(legs, 0);
  }

  /// Whether a timetable fixes it.
  boolean isTimed() {
    return boardings() > 0;
  }

  long departure() {
    return legs.isEmpty() ? 0 : legs.getFirst().departure();
  }

  long arrival() {
    return legs.isEmpty() ? 0 : legs.getLast().arrival();
  }

  long seconds() {
    return arrival() - departure();
  }

  /// The group of an alternative by its legs, of which there are some.
  String group() {
    boolean shared = legs.stream().anyMatch(leg -> leg.hire() != null);
    boolean called = legs.stream().anyMatch(leg -> leg.mode() == TravelMode.TAXI);
    if (boardings() > 0 || isAboard()) {
      String own = own();
      return (shared ? "shared+" : own.isEmpty() && called ? "taxi+" : own) + "public";
    }
    String own = called ? TravelMode.TAXI.id() : legs.getFirst().mode().id();
    return shared ? "shared" : own;
  }

  /// The vehicle of one's own that is joined to a timetable: left on the way, or taken along.
  private String own() {
    DraftLeg first = legs.getFirst();
    if (first.mode() == TravelMode.CAR) {
      return first.parked() == null ? "lift+" : "car+";
    }
    for (DraftLeg leg : List.of(first, legs.getLast())) {
      if (leg.mode().isOwnBicycle()) {
        return leg.mode().id() + "+";
      }
    }
    return "";
  }

  /// Whether a vehicle comes for it when it is called and booked.
  boolean isCalled() {
    return legs.stream().anyMatch(leg -> leg.called() != null);
  }

  /// Whether it begins in a vehicle that was boarded before.
  boolean isAboard() {
    DatedRide first = legs.isEmpty() ? null : legs.getFirst().ride();
    return first != null && first.seated();
  }

  /// Whether a bicycle that is taken along is ridden much farther than carried: nobody takes it
  /// aboard for one stop.
  boolean isHardlyCarried() {
    int ridden =
        legs.stream().filter(leg -> leg.mode().isOwnBicycle()).mapToInt(DraftLeg::metres).sum();
    return ridden > MOST_RIDDEN * carriedMetres(legs);
  }

  /// How far some legs lead in vehicles by timetable.
  static int carriedMetres(List<DraftLeg> legs) {
    return legs.stream().filter(leg -> leg.ride() != null).mapToInt(DraftLeg::metres).sum();
  }

  /// Changes between vehicles.
  int transfers() {
    return isAboard() ? boardings() : Math.max(0, boardings() - 1);
  }

  /// Vehicles boarded.
  int boardings() {
    int count = 0;
    for (DraftLeg leg : legs) {
      count += leg.boards() ? 1 : 0;
    }
    return count;
  }

  int walkSeconds() {
    int seconds = 0;
    for (DraftLeg leg : legs) {
      seconds += leg.mode() == TravelMode.WALK ? leg.seconds() : 0;
    }
    return seconds;
  }

  Chain shifted(long seconds) {
    return new Chain(legs.stream().map(leg -> leg.shifted(seconds)).toList(), hinge);
  }

  Chain hingedAt(long epochSecond) {
    return new Chain(legs, epochSecond);
  }

  /// This chain and then another, as they are.
  Chain then(Chain next) {
    return Chain.of(Stream.concat(legs.stream(), next.legs.stream()).toList());
  }

  /// Whether this is at least as good in departure, arrival and vehicles boarded.
  boolean covers(Chain other) {
    if (!isTimed()) {
      return seconds() <= other.seconds();
    }
    return other.isTimed()
        && departure() >= other.departure()
        && arrival() <= other.arrival()
        && boardings() <= other.boardings();
  }

  /// Those that no other covers; of equals the one with the least walking.
  static List<Chain> best(List<Chain> chains) {
    List<Chain> kept = new ArrayList<>();
    for (Chain chain : chains.stream().sorted(BY_WALK).toList()) {
      if (kept.stream().noneMatch(other -> other.covers(chain))) {
        kept.removeIf(chain::covers);
        kept.add(chain);
      }
    }
    return kept;
  }
}
