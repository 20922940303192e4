package org.toret.app.simulate;

import java.time.LocalDate;

/// One vehicle run on one service day, as published.
///
/// @param trip index of the trip
/// @param origin epoch second of the day's noon minus 12 h
/// @param key names the run whatever the seed
record Run(int trip, int pattern, int route, LocalDate date, long origin, long key) {}
