package org.toret.mobility.plan;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way to travel, weighed.
///
/// @param id self-contained: trips, dates, stops and rules, enough to time and price it again
/// @param group `walk`, `bike`, `car`, `public` … within which alternatives compete
/// @param reliability how far it can be relied on; null where it was not judged, and without rides
public record Alternative(
    String id,
    String group,
    OffsetDateTime departure,
    OffsetDateTime arrival,
    int transfers,
    List<TravelMode> modes,
    Costs costs,
    List<Leg> legs,
    @Nullable Reliability reliability) {

  /// An alternative that is not judged.
  public Alternative(
      String id,
      String group,
      OffsetDateTime departure,
      OffsetDateTime arrival,
      int transfers,
      List<TravelMode> modes,
      Costs costs,
      List<Leg> legs) {
    this(id, group, departure, arrival, transfers, modes, costs, legs, null);
  }

  /// The same with its legs told otherwise.
  public Alternative with(List<Leg> told) {
    return new Alternative(
        id, group, departure, arrival, transfers, modes, costs, told, reliability);
  }

  /// The same, judged.
  public Alternative with(Reliability judged) {
    return new Alternative(id, group, departure, arrival, transfers, modes, costs, legs, judged);
  }
}
