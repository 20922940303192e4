/// GTFS Schedule: published timetables in, with every fault as a notice.
///
/// ```
///   GtfsImport ──► read ──► table
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.feeds.gtfs;
