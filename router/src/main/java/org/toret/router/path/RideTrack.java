package org.toret.router.path;

/// The stretches of street that a ride takes, one after the other: for what depends on where
/// exactly somebody is, and when. 12 bytes per stretch.
///
/// @param arcs in order
/// @param decimetres how much of each is ridden
/// @param atMillis when each is begun, since the departure
public record RideTrack(int[] arcs, int[] decimetres, int[] atMillis) {

  /// No ride.
  public static final RideTrack NONE = new RideTrack(new int[0], new int[0], new int[0]);

  /// How many stretches there are.
  public int count() {
    return arcs.length;
  }

  /// The edge of a stretch.
  public int edge(int stretch) {
    return arcs[stretch] >> 1;
  }
}
