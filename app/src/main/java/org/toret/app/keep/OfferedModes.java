package org.toret.app.keep;

import java.util.EnumSet;
import java.util.Set;
import org.toret.mobility.Planner;
import org.toret.mobility.plan.TravelMode;
import org.toret.network.City;
import org.toret.network.sharing.VehicleTypes;

/// Which modes of travel a city offers.
public final class OfferedModes {

  private OfferedModes() {}

  /// Walking everywhere, what the timetable has; where there are streets one's own bicycle, e-bike
  /// and car, also to a station, and shared vehicles; park and ride where there are car parks;
  /// taxis where their tariff is known or vehicles drive on demand.
  public static Set<TravelMode> of(City city, Planner planner) {
    Set<TravelMode> modes = EnumSet.of(TravelMode.WALK);
    for (int route = 0; route < city.timetable().routes().count(); route++) {
      modes.add(TravelMode.of(city.timetable().routes().mode(route)));
    }
    if (!city.streets().isEmpty()) {
      modes.add(TravelMode.BIKE);
      modes.add(TravelMode.EBIKE);
      modes.add(TravelMode.CAR);
      modes.add(TravelMode.BIKERIDE);
      modes.add(TravelMode.KISSRIDE);
      if (planner.hasCalled()) {
        modes.add(TravelMode.TAXI);
      }
      if (city.parking().count() > 0) {
        modes.add(TravelMode.PARKRIDE);
      }
    }
    VehicleTypes types = city.sharing().types();
    for (int type = 0; type < types.count() && !city.streets().isEmpty(); type++) {
      Planner.shared(types.form(type)).ifPresent(modes::add);
    }
    return modes;
  }
}
