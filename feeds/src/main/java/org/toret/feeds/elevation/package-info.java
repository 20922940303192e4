/// Heights of the ground, from GeoTIFF rasters.
@NullMarked
package org.toret.feeds.elevation;

import org.jspecify.annotations.NullMarked;
