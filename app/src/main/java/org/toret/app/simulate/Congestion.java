package org.toret.app.simulate;

/// How slowly traffic moves in a part of the city: [Demand] times what wanders in squares of some
/// two kilometres. In the mean over time and place exactly the demand, since what wanders is cut
/// off alike on both sides.
final class Congestion {

  private static final int CELL_E7 = 200_000;
  private static final long MEMORY_SECONDS = 1800;
  private static final double SPREAD = 0.45;
  private static final double MOST = 2;

  private final Demand demand;
  private final Wave wave;

  Congestion(Demand demand, Chance chance) {
    this.demand = demand;
    this.wave = new Wave(chance.of("congestion"), MEMORY_SECONDS);
  }

  /// From 0 to less than 2; 1 is the peak of a working day.
  double at(int latE7, int lonE7, long epochSecond) {
    long cell =
        ((long) Math.floorDiv(latE7, CELL_E7) << 32) ^ Math.floorDiv(lonE7, CELL_E7) & 0xffffffffL;
    return demand.level(epochSecond) * (1 + SPREAD * wave.at(cell, epochSecond, MOST));
  }
}
