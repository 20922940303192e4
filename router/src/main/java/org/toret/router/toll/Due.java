package org.toret.router.toll;

/// Something to be paid on a ride.
///
/// @param charge index of the zone or road, see [Tolls]
/// @param quantity how often, or how many kilometres
/// @param day calendar day, as [java.time.LocalDate#toEpochDay] counts
public record Due(int charge, Rate rate, double quantity, long day) {}
