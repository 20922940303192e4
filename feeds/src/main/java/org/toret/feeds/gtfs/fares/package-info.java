/// GTFS fares, v2 and v1, into the columns of [org.toret.network.fare].
///
/// ```
///   GtfsFares ──► LegFareReader   ZoneFareReader ──► FareSource ──► table
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.feeds.gtfs.fares;
