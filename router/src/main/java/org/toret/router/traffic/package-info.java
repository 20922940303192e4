/// The roads of now: what is told of traffic laid on the streets, and rides by car on them.
///
/// ```
///   RoadReading, RoadEvent ──► RoadMatcher ──► RoadTraffic ──► ArcSpeeds ──► LiveRoads: StreetRouter
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.router.traffic;
