/// Rides with shared vehicles between two places: which vehicle to take, and where to leave it.
///
/// ```
///   HireEngine ──► HireSearch ──► HirePlaces
/// ```
package org.toret.router.hire;
