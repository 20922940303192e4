package org.toret.router.flex;

import org.toret.base.geo.GeoPoint;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.WalkOptions;

/// A question for rides on demand to what runs by timetable, or on from it.
///
/// @param direction from the door to stops, or towards it from them
/// @param stations stops to which a vehicle may drive inside an area
/// @param from earliest pick-up that is of use, epoch second
/// @param until latest such pick-up, epoch second
/// @param now by when a ride must still be bookable, epoch second
/// @param walk how the traveller walks to stops of a group
public record FlexApproach(
    GeoPoint door,
    ReachDirection direction,
    int[] stations,
    long from,
    long until,
    long now,
    WalkOptions walk) {

  boolean isOutward() {
    return direction == ReachDirection.FROM;
  }
}
