package org.toret.network.overlay;

import java.time.LocalDate;

/// A published run that a source speaks of, late or on time, as it tells it.
///
/// @param trip the published trip
/// @param originEpochSeconds noon minus 12 h of the date
/// @param arrivals of each call, seconds since the origin
/// @param departures the same for departures
/// @param told whether the source says when the vehicle is there: not where it is passed, nor
///   before the first call it speaks of, nor after it has said that nothing is known
public record ToldRun(
    int trip,
    LocalDate date,
    long originEpochSeconds,
    int[] arrivals,
    int[] departures,
    boolean[] told) {}
