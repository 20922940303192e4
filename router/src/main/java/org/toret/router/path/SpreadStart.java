package org.toret.router.path;

/// Where a spread over the streets begins.
///
/// @param seconds when it is reached (or must be left, towards a place: how long before the end)
public record SpreadStart(Endpoint end, int seconds) {}
