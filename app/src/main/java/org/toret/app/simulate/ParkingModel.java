package org.toret.app.simulate;

import org.toret.network.parking.CarParks;

/// How car parks fill and empty over the day. Those for park and ride fill in the morning and empty
/// in the evening; half of the others serve people who work, half people who shop and go out.
///
/// The part that is taken is a curve of the hour plus a wave of the car park, smooth over an hour
/// or so; it never leaves 0 … 1.
final class ParkingModel {

  private static final long MEMORY_SECONDS = 5400;
  private static final double STRAY = 0.05;
  private static final double MOST = 2;

  private final CarParks parks;
  private final Demand demand;
  private final Chance chance;
  private final Wave wave;

  ParkingModel(CarParks parks, Demand demand, Chance chance) {
    this.parks = parks;
    this.demand = demand;
    this.chance = chance.of("parking");
    this.wave = new Wave(chance.of("parked"), MEMORY_SECONDS);
  }

  /// Free places, -1 where nobody knows how many there are.
  int free(int park, long epochSecond) {
    int capacity = parks.capacities()[park];
    return capacity < 0 ? -1 : capacity - (int) Math.round(capacity * taken(park, epochSecond));
  }

  /// The part that is taken.
  double taken(int park, long epochSecond) {
    long key = Chance.key(parks.ids().get(park));
    double hour = demand.hour(epochSecond);
    boolean working = demand.kind(demand.date(epochSecond)) == Demand.Kind.WORKING;
    double sought = 0.55 + 0.4 * chance.uniform(key);
    double curve;
    if (parks.has(park, CarParks.PARK_AND_RIDE)) {
      curve = 0.06 + (working ? 0.85 : 0.2) * Demand.between(hour, 7.6, 17.8);
    } else if (chance.uniform(key, 1) < 0.5) {
      curve = 0.12 + (working ? 0.8 : 0.35) * Demand.between(hour, 8.4, 18.4);
    } else {
      curve =
          0.15
              + 0.45 * Demand.swell(hour, 12, 2)
              + (working ? 0.5 : 0.65) * Demand.swell(hour, 18.5, 2.5);
    }
    double stray = STRAY * wave.at(key, epochSecond, MOST);
    return Math.clamp(curve * sought / 0.85 + stray, 0, 1);
  }
}
