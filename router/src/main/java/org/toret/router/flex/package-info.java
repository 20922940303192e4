/// Rides on demand: which service carries from door to door, when, and until when it is booked.
///
/// ```
///   FlexEngine ──► FlexSearch ──► FlexEnds
///                      └────────► BookingTimes
/// ```
package org.toret.router.flex;
