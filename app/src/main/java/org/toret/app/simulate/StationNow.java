package org.toret.app.simulate;

/// What stands at a station.
///
/// @param byType vehicles of each type of the system, in the order of [Simulation#stationTypes]
public record StationNow(int station, int vehicles, int docks, int[] byType) {}
