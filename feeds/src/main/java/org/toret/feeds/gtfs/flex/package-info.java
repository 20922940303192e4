/// Rides on demand (GTFS-Flex) into the columns of [org.toret.network.flex].
///
/// ```
///   FlexReader ──► PlaceReader ──► LocationFile
///        └───────► RuleReader
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.feeds.gtfs.flex;
