/// The streets of a city as immutable columns, and what a map draws around them.
///
/// ```
///   StreetBuilder ──► StreetNetwork ──► StreetNodes  StreetEdges  EdgeShapes  MapFeatures
///                          ▲
///                     EdgeIndex (which street is near a place)
/// ```
package org.toret.network.street;
