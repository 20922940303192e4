/// Finds stops, stations, streets and places by what people type.
///
/// ```
///   PlaceIndex ──► PlaceRanking ──► NameTokens
/// ```
@NullMarked
package org.toret.app.search;

import org.jspecify.annotations.NullMarked;
