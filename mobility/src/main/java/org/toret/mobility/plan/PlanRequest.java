package org.toret.mobility.plan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question to the planner.
///
/// @param via places to pass in this order, without a stay
/// @param modes what may be used; of these only what the city offers and the traveller's needs
///   allow counts; see [#withTransit]
/// @param live whether live data may be used
/// @param alternatives most alternatives returned; 0 for all found
/// @param stayMinutes how long a car is left at the end
/// @param language ISO 639 language of names and notices
/// @param aboard the run in which the traveller sits, null for who does not; then `from` does not
///   count
/// @param criteria what alternatives are weighed by
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
    String language,
    @Nullable Aboard aboard,
    Criteria criteria) {

  /// As long as a car stays unless somebody says otherwise.
  public static final int STAY_MINUTES = 120;

  /// A run on one service date.
  ///
  /// @param trip `feed:trip_id`
  public record Aboard(String trip, LocalDate serviceDate) {}

  /// A question of somebody who sits in no vehicle, weighed by all criteria.
  public PlanRequest(
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
    this(
        from,
        to,
        via,
        when,
        modes,
        traveller,
        limits,
        live,
        alternatives,
        stayMinutes,
        language,
        null,
        Criteria.ALL);
  }

  /// The same question for another time.
  public PlanRequest at(When other) {
    return with(other, modes, aboard);
  }

  public PlanRequest {
    via = List.copyOf(via);
    modes = Set.copyOf(traveller.fit(modes));
  }

  /// The same for somebody who sits in a run, null for who does not.
  public PlanRequest aboard(@Nullable Aboard run) {
    return with(when, modes, run);
  }

  /// The same with all public transport, where that is implied ([TravelMode#implyTransit]). Itself
  /// where nothing is to be added.
  public PlanRequest withTransit() {
    if (!TravelMode.implyTransit(modes)) {
      return this;
    }
    Set<TravelMode> all = EnumSet.copyOf(modes);
    all.addAll(TravelMode.transit());
    return with(when, all, aboard);
  }

  private PlanRequest with(When other, Set<TravelMode> allowed, @Nullable Aboard run) {
    return new PlanRequest(
        from,
        to,
        via,
        other,
        allowed,
        traveller,
        limits,
        live,
        alternatives,
        stayMinutes,
        language,
        run,
        criteria);
  }
}
