package org.toret.router.fare.term;

import java.util.Set;

/// Rides of one feed that are paid by the rules of another: one row of `fare-adoption`, bound.
///
/// @param feed index of the feed ridden
/// @param routes whose rides it speaks of
/// @param stops between which it holds
/// @param as index of the feed that prices them
record Adoption(int feed, Set<Integer> routes, Set<Integer> stops, int as) {

  boolean holds(int ridden, int route, int fromStop, int toStop) {
    return ridden == feed
        && routes.contains(route)
        && stops.contains(fromStop)
        && stops.contains(toStop);
  }
}
