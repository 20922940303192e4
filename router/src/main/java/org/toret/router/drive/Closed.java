package org.toret.router.drive;

import java.util.BitSet;
import org.toret.network.zone.AccessZones;

/// What is closed to a car on a trip. Limits of access are limits of entering: who begins in a zone
/// when it is closed may leave it, and not come back. A ban of some cars holds inside as well.
///
/// @param all the regimes that keep the car out at some moment
/// @param left those of them in which the trip begins and which it may leave
record Closed(BitSet all, BitSet left) {

  /// Nothing is closed.
  static final Closed NOTHING = new Closed(new BitSet(), new BitSet());

  boolean isNothing() {
    return all.isEmpty();
  }

  /// Those whose streets may not be driven on at all.
  BitSet shut() {
    BitSet shut = (BitSet) all.clone();
    shut.andNot(left);
    return shut;
  }

  /// Whether the car may be left at a street.
  ///
  /// @param edge the street, -1 for none
  boolean mayStay(AccessZones zones, int edge) {
    return left.isEmpty() || edge < 0 || !zones.of(edge).intersects(left);
  }
}
