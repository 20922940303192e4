package org.toret.router.transfer;

import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;

/// Tells the walks around one stop.
@FunctionalInterface
public interface StopReaches {

  /// How far it is walked at most for a change.
  int METRES = 1_200;

  /// The stops from which a stop is within [#METRES], or that are from it; itself among them.
  ///
  /// @param stepFree for wheelchairs
  StopReach reach(int stop, boolean stepFree, ReachDirection direction);
}
