/// PBF files as files: whether one is whole (`PbfFrame`), and its elements kind by kind
/// (`PbfPass`).
@NullMarked
package org.toret.feeds.osm.pbf;

import org.jspecify.annotations.NullMarked;
