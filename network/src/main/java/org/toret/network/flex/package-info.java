/// Rides on demand (GTFS-Flex): a vehicle that comes when it is booked, anywhere in an area or at
/// any stop of a group, within hours.
///
/// ```
///   OnDemandBuilder ──► OnDemand ──► FlexTrips ──► FlexCalls ──► FlexPlaces
///                                                     └────────► BookingRules
/// ```
package org.toret.network.flex;
