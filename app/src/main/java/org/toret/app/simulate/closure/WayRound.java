package org.toret.app.simulate.closure;

import java.util.List;
import org.toret.base.geo.GeoPoint;

/// How the vehicles of a pattern get round closed streets.
///
/// @param block index of the first block that is in their way
/// @param before the last call that they make as published
/// @param after the next call that they make as published; those between are left out
/// @param line from stop to stop
/// @param delaySeconds how much later they come to all calls from `after` on
/// @param shares for each call from `before` to `after`, how much of the way lies behind it, from 0
///   to 1; ascending
/// @param instead the calls on the way in place of those left out, in their order
public record WayRound(
    int pattern,
    int block,
    int before,
    int after,
    List<GeoPoint> line,
    int delaySeconds,
    List<Double> shares,
    List<Instead> instead) {

  public WayRound {
    line = List.copyOf(line);
    shares = List.copyOf(shares);
    instead = List.copyOf(instead);
  }

  /// Whether a call is left out.
  public boolean leavesOut(int call) {
    return call > before && call < after;
  }

  /// How much of the way lies behind a call from `before` to `after`.
  public double share(int call) {
    return shares.get(call - before);
  }
}
