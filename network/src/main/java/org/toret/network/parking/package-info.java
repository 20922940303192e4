/// Car parks: where they are and what they offer, and beside it how many places are free now.
///
/// ```
///   CarParksBuilder ──► CarParks          ParkingState (what is told of them)
/// ```
package org.toret.network.parking;
