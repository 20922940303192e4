/// The city's own vector tiles: streets, water, green, lines, stops and names, cut out of the image
/// when they are asked for.
///
/// ```
///   TileMaker ──► StreetLayer · FeatureLayers · LineLayer · StopLayer ──► LayerWriter ──► Protobuf
///                                                        └──► TileFrame · Clip · Simplify · Chains
/// ```
@NullMarked
package org.toret.app.tiles;

import org.jspecify.annotations.NullMarked;
