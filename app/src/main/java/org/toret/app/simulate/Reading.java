package org.toret.app.simulate;

/// What a detector measured.
///
/// @param flow vehicles per hour
/// @param kmh mean speed
public record Reading(Detector detector, int flow, double kmh) {}
