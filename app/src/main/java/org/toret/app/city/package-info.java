/// From published files to the city that answers: compiled once, stored, loaded, swapped.
///
/// ```
///   CityHolder ◄── CityKeeper ──► CityCompiler ──► ImageStore
///                       └──► Inputs ──► data
/// ```
@NullMarked
package org.toret.app.city;

import org.jspecify.annotations.NullMarked;
