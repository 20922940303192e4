/// A hierarchy of the streets for ways by bicycle and car from point to point: ordered once, given
/// new weights whenever streets change, asked in well below a millisecond.
///
/// ```
///   NestedDissection ──► order of edges        once per city, kept in its image
///                           │
///   HierarchyBuilder ◄──────┘
///        └──► StreetHierarchy ──► HierarchyWeights ──► HierarchySearch ──► HierarchyRides
///             (shape)             (one metric)         (between arcs)      (between points)
/// ```
package org.toret.router.hierarchy;
