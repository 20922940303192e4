/// A plausible day for any city: what is true at a moment follows from the city, a seed and that
/// moment alone, so that any moment can be asked for first. Nothing here knows a format.
///
/// ```
///   Simulation ──► Runs ──► DelayModel ──► Congestion ──► Demand, Wave ──► Chance
///             ├──► Disturbances (detours, jams, lifts)
///             ├──► Closures ──► closure (streets closed, ways round)
///             └──► ParkingModel, SharingModel, TrafficModel
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.app.simulate;
