/// The city that answers now: opened, watched, swapped for a newer one while requests go on.
///
/// ```
///   FeedIntake ──► CityKeeper ──► CityHolder ──► OpenCity
/// ```
@NullMarked
package org.toret.app.keep;

import org.jspecify.annotations.NullMarked;
