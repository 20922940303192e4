package org.toret.app.keep;

import org.toret.app.city.Inputs;
import org.toret.app.city.RoadStep;
import org.toret.app.city.SharingStep;
import org.toret.base.notice.Notices;
import org.toret.network.City;
import org.toret.network.parking.ParkingState;
import org.toret.network.sharing.Availability;

/// What the files tell of what changes by the minute.
record Recorded(Inputs inputs, Availability sharing, ParkingState parking) {

  static Recorded of(Inputs inputs, City city) {
    return new Recorded(
        inputs,
        SharingStep.availability(inputs, city.sharing(), new Notices()),
        RoadStep.parking(inputs, city.parking(), new Notices()));
  }
}
