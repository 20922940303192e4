package org.toret.app.simulate;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Something out of the ordinary, as people are told of it.
///
/// @param id stays the same as long as it lasts
/// @param route index of the line, -1 where it concerns stops alone
/// @param stops indexes of the stops concerned
/// @param calls names of the stops that vehicles of the line do not call at
/// @param from epoch second
/// @param until epoch second, not included
/// @param names what is filled into its texts
public record Disturbance(
    String id,
    Kind kind,
    int route,
    List<Integer> stops,
    Set<String> calls,
    long from,
    long until,
    List<String> names) {

  /// What happens.
  public enum Kind {
    /// Vehicles are led another way and leave out some stops.
    DETOUR,
    /// Vehicles are led round a closed street, and call elsewhere in place of the stops there.
    CLOSURE,
    /// Vehicles of a line stand.
    JAM,
    /// The lift of a station is out of order.
    LIFT;

    /// Begins the codes of its texts.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isOn(long epochSecond) {
    return epochSecond >= from && epochSecond < until;
  }
}
