/// Driving one's own car: where it may enter and when, where it is left at the end, what that
/// costs, and which stops are reached from car parks.
///
/// ```
///   DriveEngine ──► DriveQuery, DriveOption        LotSearch ──► LotReach
///        │                                         KerbSearch (outside a closed zone)
///        └──► OpenRoads (which streets are open to a car)      ParkingCosts
/// ```
package org.toret.router.drive;
