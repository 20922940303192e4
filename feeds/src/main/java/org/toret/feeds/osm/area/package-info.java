/// Ways across areas: the geometry of squares and platforms, without any library's types.
///
/// ```
///   Crossings (which lines) ──► Ground (who sees whom) ◄── Feet (where they meet the border)
///   Plane (what lies on one level)
/// ```
@NullMarked
package org.toret.feeds.osm.area;

import org.jspecify.annotations.NullMarked;
