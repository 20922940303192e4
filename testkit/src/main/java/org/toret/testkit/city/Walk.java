package org.toret.testkit.city;

/// A way on foot between two stops, in one direction.
///
/// @param seconds at the reference speed
/// @param steps whether it has steps, so that a wheelchair cannot use it
public record Walk(int fromStop, int toStop, int seconds, boolean steps) {}
