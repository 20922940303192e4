package org.toret.router.walk;

/// Which way a one-to-many walk goes.
public enum ReachDirection {
  /// From the place to the stops.
  FROM,
  /// From the stops to the place.
  TOWARDS
}
