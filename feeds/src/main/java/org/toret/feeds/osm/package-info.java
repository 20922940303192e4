/// OpenStreetMap in: PBF extracts, interpreted by GraphHopper's tag parsers, become street columns
/// and map features of our own. Nothing of GraphHopper is visible outside.
///
/// ```
///   OsmImport ──► PbfFrame (is it whole?)
///        ├──────► StreetGraphReader ──► StreetTags ──► (GraphHopper)
///        ├──────► StreetMerge ──► StreetColumns ──► (network.street)
///        └──────► FeatureReader (water, green, places)
/// ```
@NullMarked
package org.toret.feeds.osm;

import org.jspecify.annotations.NullMarked;
