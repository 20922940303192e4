/// Ways over the streets, from door to door and from stop to stop, told step by step.
///
/// ```
///   StreetRouter ──► WalkPaths ──► (router.walk)   on foot
///        │               │
///        │               └──► PathAssembler        what a path looks like
///        │               ┌──►
///        └──► RidePaths ─┴──► (router.hierarchy)   bicycle and car, turns respected
///                        └──► ArcSearch            the same arc by arc, under limits of a vehicle
/// ```
package org.toret.router.path;
