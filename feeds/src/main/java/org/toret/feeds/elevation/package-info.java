/// Heights of the ground, from GeoTIFF rasters.
///
/// ```
///   GeoTiff ──► ElevationModel
/// ```
@NullMarked
package org.toret.feeds.elevation;

import org.jspecify.annotations.NullMarked;
