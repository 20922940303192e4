/// Ways over the streets, from door to door and from stop to stop, told step by step.
///
/// ```
///   StreetRouter ──► WalkPaths ──► (router.walk)   on foot
///        │               │
///        │               └──► PathAssembler        what a path looks like
///        │               ┌──►
///        └──► RidePaths ─┴──► ArcSearch            bicycle and car, arc by arc, turns respected
/// ```
package org.toret.router.path;
