package org.toret.router.path;

import org.toret.base.geo.GeoPoint;

/// Receives what lies within reach of a place, in no particular order and some of it more than
/// once. Times are tenths of a second since the start; in a spread towards a place, until it.
public interface SpreadVisitor {

  /// A street that leads on.
  ///
  /// @param arc leads away from the place
  /// @param fromDecimetres how far along the arc the way begins
  /// @param tenths time there
  /// @param moreTenths time from there to the arc's head
  void arc(int arc, int fromDecimetres, int tenths, int moreTenths);

  /// A place from where there are no streets: everything around is reached by the straight line
  /// times [org.toret.router.walk.StraightWalks#DETOUR].
  void open(GeoPoint centre, int tenths);
}
