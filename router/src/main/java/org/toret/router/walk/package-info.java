/// On foot: how places and stops hang on the streets, and the searches from one to many.
///
/// ```
///   PlaceLinker ──► EdgeSnapper ──► (network.street)
///        │               ▲
///        └──► PrivateWays│        places: nearest streets, private ground
///   StopLinker ──────────┘        stops and station entrances
///        │
///        ▼
///   StopLinks ──► FootSearch ──► FootGraph
///                     ▲
///   WalkTransfers ────┘           every stop to every stop near it
/// ```
package org.toret.router.walk;
