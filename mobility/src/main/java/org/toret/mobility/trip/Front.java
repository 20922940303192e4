package org.toret.mobility.trip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.When;

/// Which alternatives are worth showing: those that no other of their group is at least as good as
/// in departure, arrival, transfers, fare, energy and emissions, and better in one.
///
/// Owning a vehicle and pedalling are costs outside the six, so groups do not remove one another;
/// only walking, which everybody can do, may remove members of any group, and a way that joins two
/// (`bike+public`) must be better than either alone. What has no timetable is compared with its
/// departure shifted to the other's; on foot it may take two minutes longer. Published, rounded
/// numbers are compared.
final class Front {

  /// Nobody boards anything to be there so little earlier than on foot.
  private static final int NOT_WORTH_BOARDING_SECONDS = 120;

  private static final String WALK = "walk";

  private Front() {}

  /// The members that nothing dominates, in their order; of equals the first.
  static List<Draft> of(List<Draft> drafts) {
    List<Draft> front = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (!isDominated(drafts, i)) {
        front.add(drafts.get(i));
      }
    }
    return front;
  }

  /// Those that have not left yet where somebody asks to arrive by a time to come; all of them
  /// where the time has passed.
  static List<Draft> ahead(List<Draft> drafts, When when, Instant now) {
    boolean toCome = when.arriveBy() && !when.at().isBefore(now);
    return toCome
        ? drafts.stream().filter(draft -> draft.departure() >= now.getEpochSecond()).toList()
        : drafts;
  }

  private static boolean isDominated(List<Draft> drafts, int index) {
    Draft one = drafts.get(index);
    for (int i = 0; i < drafts.size(); i++) {
      Draft other = drafts.get(i);
      if (i != index
          && competes(other.group(), one.group())
          && covers(other, one)
          && (i < index || !covers(one, other))) {
        return true;
      }
    }
    return false;
  }

  private static boolean competes(String group, String joined) {
    // who is driven by somebody compares with driving
    String with = joined.replace("lift+", "car+");
    return group.equals(with)
        || group.equals(WALK)
        || with.startsWith(group + "+")
        || with.endsWith("+" + group);
  }

  /// Whether `a` is at least as good as `b` in all six.
  static boolean covers(Draft a, Draft b) {
    return coversTime(a, b)
        && a.transfers() <= b.transfers()
        && coversFare(a, b)
        && coversEnergy(a, b)
        && coversEmissions(a, b);
  }

  private static boolean coversTime(Draft a, Draft b) {
    if (a.fixed() && b.fixed()) {
      return a.departure() >= b.departure() && a.arrival() <= b.arrival();
    }
    long durationA = a.arrival() - a.departure();
    long durationB = b.arrival() - b.departure();
    boolean walks = a.group().equals(WALK) && !b.group().equals(WALK);
    return !a.fixed() && durationA <= durationB + (walks ? NOT_WORTH_BOARDING_SECONDS : 0);
  }

  private static boolean coversFare(Draft a, Draft b) {
    Costs.Fare x = a.costs().fare();
    Costs.Fare y = b.costs().fare();
    return covers(
        x.known(),
        x.atLeastCents(),
        unpriced(a, x.unknownLegs()),
        y.known(),
        y.atLeastCents(),
        unpriced(b, y.unknownLegs()));
  }

  private static boolean coversEnergy(Draft a, Draft b) {
    Costs.Energy x = a.costs().energy();
    Costs.Energy y = b.costs().energy();
    return covers(
        x.known(),
        x.atLeastWattHours(),
        legs(a, x.unknownLegs()),
        y.known(),
        y.atLeastWattHours(),
        legs(b, y.unknownLegs()));
  }

  private static boolean coversEmissions(Draft a, Draft b) {
    Costs.Emissions x = a.costs().emissions();
    Costs.Emissions y = b.costs().emissions();
    return covers(
        x.known(),
        x.atLeastGramsCO2e(),
        legs(a, x.unknownLegs()),
        y.known(),
        y.atLeastGramsCO2e(),
        legs(b, y.unknownLegs()));
  }

  /// A known cost covers another when it is at most what the other costs at least; unknown ones
  /// compare by their known part when the same legs are unknown; an unknown never covers a known.
  private static boolean covers(
      boolean knownA, int atLeastA, List<?> legsA, boolean knownB, int atLeastB, List<?> legsB) {
    if (knownA) {
      return atLeastA <= atLeastB;
    }
    return !knownB && atLeastA <= atLeastB && legsA.equals(legsB);
  }

  private record LegKey(Object what, int board, int alight) {}

  private static List<LegKey> legs(Draft draft, List<Integer> positions) {
    return positions.stream().map(position -> key(draft.legs().get(position))).toList();
  }

  /// Whose price is unknown, once for each reason. Of a car that is left somewhere only why counts,
  /// however far it drives: one unknown price of parking is as good as another.
  private static List<LegKey> unpriced(Draft draft, List<Integer> positions) {
    return positions.stream()
        .map(position -> {
          String reason = draft.legCosts().get(position).fare().reason();
          return draft.legs().get(position).parked() == null || reason == null
              ? key(draft.legs().get(position))
              : new LegKey(reason, 0, 0);
        })
        .toList();
  }

  private static LegKey key(DraftLeg leg) {
    var ride = leg.ride();
    return ride == null
        ? new LegKey(leg.mode(), leg.metres(), leg.seconds())
        : new LegKey(ride.trip() + "@" + ride.serviceDate(), ride.boardCall(), ride.alightCall());
  }
}
