package org.toret.router.fare;

/// One ride as the fare sees it.
///
/// @param leg position in the journey, from 0, walking legs counted; results refer to it
/// @param feed index of the feed
/// @param route index of the route
/// @param stops every stop called at, from boarding to alighting, both included
/// @param departureEpochSeconds scheduled departure where one boards
/// @param arrivalEpochSeconds scheduled arrival where one alights
/// @param seated whether one stays in the vehicle of the ride before: no new boarding
public record RiddenLeg(
    int leg,
    int feed,
    int route,
    int[] stops,
    long departureEpochSeconds,
    long arrivalEpochSeconds,
    boolean seated) {

  int boardStop() {
    return stops[0];
  }

  int alightStop() {
    return stops[stops.length - 1];
  }
}
