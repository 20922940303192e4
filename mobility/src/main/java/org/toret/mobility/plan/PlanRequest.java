package org.toret.mobility.plan;

import java.util.List;
import java.util.Set;

/// A question to the planner.
///
/// @param via places to pass in this order, without a stay
/// @param modes what may be used; of these only what the city offers counts
/// @param live whether live data may be used
/// @param alternatives most alternatives returned; 0 for all found
/// @param stayMinutes how long a car is left at the end
/// @param language ISO 639 language of names and notices
public record PlanRequest(
    Waypoint from,
    Waypoint to,
    List<Waypoint> via,
    When when,
    Set<TravelMode> modes,
    Traveller traveller,
    Limits limits,
    boolean live,
    int alternatives,
    int stayMinutes,
    String language) {

  /// As long as a car stays unless somebody says otherwise.
  public static final int STAY_MINUTES = 120;

  public PlanRequest {
    via = List.copyOf(via);
    modes = Set.copyOf(modes);
  }
}
