/// Shared vehicles from GBFS files of versions 2 and 3 into the columns of
/// [org.toret.network.sharing].
///
/// ```
///   GbfsImport ──► TypeReader  StationReader  PlanReader  ZoneReader ──► Fields
///   GbfsStatus ──►                                                  ──► GbfsFolder
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.feeds.gbfs;
