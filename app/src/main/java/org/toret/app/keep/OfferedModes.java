package org.toret.app.keep;

import java.util.EnumSet;
import java.util.Set;
import org.toret.mobility.plan.TravelMode;
import org.toret.network.City;

/// Which modes of travel a city offers.
public final class OfferedModes {

  private OfferedModes() {}

  /// Walking everywhere, what the timetable has, and one's own bicycle and car where there are
  /// streets.
  public static Set<TravelMode> of(City city) {
    Set<TravelMode> modes = EnumSet.of(TravelMode.WALK);
    for (int route = 0; route < city.timetable().routes().count(); route++) {
      modes.add(TravelMode.of(city.timetable().routes().mode(route)));
    }
    if (!city.streets().isEmpty()) {
      modes.add(TravelMode.BIKE);
      modes.add(TravelMode.CAR);
    }
    return modes;
  }
}
