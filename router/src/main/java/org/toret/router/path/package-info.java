/// Ways over the streets: from a place to the stops around it, from stop to stop, from door to
/// door.
///
/// ```
///   StreetRouter ──► StopLinks ──► EdgeSnapper ──► (network.street)
///        │               │
///        ├──► FootSearch ──► FootGraph        on foot: one to many, and point to point
///        ├──► WalkTransfers                   every stop to every stop near it
///        └──► ArcSearch                       bicycle and car, arc by arc, turns respected
/// ```
package org.toret.router.path;
