/// The files of a GTFS feed as streamed tables: archive or folder, text decoding, columns, values.
///
/// ```
///   GtfsSource ──► GtfsTable ──► GtfsRow ──► GtfsText
///                      └──► GtfsSchema, GtfsValue
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.feeds.gtfs.table;
