package org.toret.app.simulate;

import org.toret.network.timetable.Mode;

/// How vehicles of a mode lose and make up time.
///
/// @param meanSeconds delay towards which a run drifts at the worst of a working day
/// @param spreadSeconds how far what single runs drift towards strays from it
/// @param originSeconds spread of how late they set out
/// @param memorySeconds how long a delay is felt
/// @param cancelled share of runs that do not take place
record Punctuality(
    double meanSeconds,
    double spreadSeconds,
    double originSeconds,
    double memorySeconds,
    double cancelled) {

  private static final Punctuality ROAD = new Punctuality(210, 150, 70, 1500, 0.012);
  private static final Punctuality TRACK = new Punctuality(150, 110, 60, 1500, 0.010);
  private static final Punctuality AUTOMATIC = new Punctuality(15, 20, 12, 600, 0);
  private static final Punctuality TRAIN = new Punctuality(140, 150, 120, 2400, 0.008);

  static Punctuality of(Mode mode) {
    return switch (mode) {
      case BUS, TROLLEYBUS, COACH -> ROAD;
      case TRAM -> TRACK;
      case RAIL, FERRY -> TRAIN;
      case METRO, MONORAIL, FUNICULAR, CABLECAR, GONDOLA -> AUTOMATIC;
    };
  }
}
