/// The roads of now: what is told of traffic laid on the streets, rides by car on them, and
/// vehicles that share them.
///
/// ```
///   RoadReading, RoadEvent ──► RoadMatcher ──► RoadTraffic ──► ArcSpeeds ──► LiveRoads: StreetRouter
///                                                      │
///   Timetable, streets ──► Exposure ──► SlowTraffic ◄──┘  how late vehicles in that traffic are
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.router.traffic;
