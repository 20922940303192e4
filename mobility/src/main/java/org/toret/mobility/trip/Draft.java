package org.toret.mobility.trip;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Vehicle;
import org.toret.mobility.plan.When;

/// An alternative before it is drawn.
///
/// @param group in which it competes
/// @param fixed whether a timetable fixes its departure; else it can leave at any time
/// @param costs of the whole
/// @param legCosts of each leg
/// @param vehicle own car, where one is driven
record Draft(
    String group,
    boolean fixed,
    int transfers,
    List<DraftLeg> legs,
    Costs costs,
    List<Costs> legCosts,
    @Nullable Vehicle vehicle) {

  /// The same at its own time only.
  Draft asFixed() {
    return new Draft(group, true, transfers, legs, costs, legCosts, vehicle);
  }

  /// Before which nobody departs.
  static Instant earliest(When asked, List<Draft> ways) {
    long at = asked.at().getEpochSecond();
    return asked.arriveBy()
        ? Instant.ofEpochSecond(ways.stream().mapToLong(Draft::departure).min().orElse(at))
        : asked.at();
  }

  /// After which nobody arrives.
  static Instant latest(When asked, List<Draft> ways) {
    long at = asked.at().getEpochSecond();
    return Instant.ofEpochSecond(ways.stream().mapToLong(Draft::arrival).max().orElse(at));
  }

  long departure() {
    return legs.getFirst().departure();
  }

  long arrival() {
    return legs.getLast().arrival();
  }

  long seconds() {
    return arrival() - departure();
  }

  List<TravelMode> modes() {
    return legs.stream().map(DraftLeg::mode).toList();
  }
}
