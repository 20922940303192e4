package org.toret.router.path;

import java.util.Arrays;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.router.walk.EdgeSnap;

/// Obviously right and slow: relaxes everything until nothing changes (Bellman and Ford). Edges are
/// read as published; the only thing shared with the code under test is where a place meets the
/// street.
final class SlowPaths {

  static final double NEVER = Double.MAX_VALUE;

  private final StreetNetwork streets;
  private final StreetEdges edges;

  SlowPaths(StreetNetwork streets) {
    this.streets = streets;
    this.edges = streets.edges();
  }

  /// The effort on foot from a place to another in decimetres, both on the street.
  double walk(EdgeSnap from, EdgeSnap to, boolean wheels) {
    double[] best = new double[streets.nodes().count()];
    Arrays.fill(best, NEVER);
    double off = from.offDecimetres() + to.offDecimetres();
    double answer = NEVER;
    for (int arc = 2 * from.edge(); arc < 2 * from.edge() + 2; arc++) {
      double part = position(arc, from);
      int head = streets.head(arc);
      best[head] = Math.min(best[head], effort(arc, wheels) * (1 - part));
      if (to.edge() == from.edge() && position(arc, to) >= part) {
        answer = Math.min(answer, effort(arc, wheels) * (position(arc, to) - part));
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int arc = 0; arc < 2 * edges.count(); arc++) {
        double through = best[streets.tail(arc)] + effort(arc, wheels);
        if (effort(arc, wheels) < NEVER && through < best[streets.head(arc)] - 1e-9) {
          best[streets.head(arc)] = through;
          changed = true;
        }
      }
    }
    for (int arc = 2 * to.edge(); arc < 2 * to.edge() + 2; arc++) {
      if (best[streets.tail(arc)] < NEVER && effort(arc, wheels) < NEVER) {
        double last = effort(arc, wheels) * position(arc, to);
        answer = Math.min(answer, best[streets.tail(arc)] + last);
      }
    }
    return answer == NEVER ? NEVER : answer + off;
  }

  /// The driving cost from one point of the street to another in milliseconds; a label per arc.
  double drive(EdgeSnap from, EdgeSnap to, boolean turningBack) {
    double[] best = new double[2 * edges.count()];
    Arrays.fill(best, NEVER);
    double answer = NEVER;
    for (int arc = 2 * from.edge(); arc < 2 * from.edge() + 2; arc++) {
      if (drive(arc) < NEVER) {
        best[arc] = drive(arc) * (1 - position(arc, from));
        if (to.edge() == from.edge() && position(arc, to) >= position(arc, from)) {
          double part = position(arc, to) - position(arc, from);
          answer = Math.min(answer, drive(arc) * part);
        }
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int arc = 0; arc < best.length; arc++) {
        for (int next = 0; best[arc] < NEVER && next < best.length; next++) {
          boolean open = drive(next) < NEVER && mayFollow(arc, next, turningBack);
          if (open && best[arc] + drive(next) < best[next] - 1e-9) {
            best[next] = best[arc] + drive(next);
            changed = true;
          }
        }
      }
    }
    for (int arc = 0; arc < best.length; arc++) {
      for (int last = 2 * to.edge(); last < 2 * to.edge() + 2; last++) {
        if (best[arc] < NEVER && drive(last) < NEVER && mayFollow(arc, last, turningBack)) {
          answer = Math.min(answer, best[arc] + drive(last) * position(last, to));
        }
      }
    }
    return answer;
  }

  private boolean mayFollow(int arc, int next, boolean turningBack) {
    if (streets.head(arc) != streets.tail(next)) {
      return false;
    }
    if (next != (arc ^ 1)) {
      for (int forbidden : streets.forbiddenTurns().row(arc)) {
        if (forbidden == next) {
          return false;
        }
      }
      return true;
    }
    boolean deadEnd = true;
    for (int other = 0; other < 2 * edges.count(); other++) {
      boolean leaves = streets.tail(other) == streets.head(arc) && drive(other) < NEVER;
      deadEnd &= !leaves || other == (arc ^ 1);
    }
    return deadEnd || turningBack;
  }

  private double effort(int arc, boolean wheels) {
    int edge = arc >> 1;
    boolean open = (edges.flags()[edge] & StreetFlags.FOOT) == StreetFlags.FOOT;
    if (!open || (wheels && !edges.has(edge, StreetFlags.WHEELCHAIR))) {
      return NEVER;
    }
    int[] climbs = arc % 2 == 0 ? edges.ascentDecimetres() : edges.descentDecimetres();
    return edges.decimetres()[edge] * 5.0 / edges.footKmh()[edge] + 7.92 * climbs[edge];
  }

  private double drive(int arc) {
    int edge = arc >> 1;
    boolean forward = arc % 2 == 0;
    if (!edges.has(edge, forward ? StreetFlags.CAR_FORWARD : StreetFlags.CAR_BACKWARD)) {
      return NEVER;
    }
    int kmh = forward ? edges.carForwardKmh()[edge] : edges.carBackwardKmh()[edge];
    double factor = edges.has(edge, StreetFlags.CAR_DESTINATION) ? 10 : 1;
    return factor * 360 * edges.decimetres()[edge] / kmh;
  }

  /// Where on an arc a point lies, 0 to 1.
  private double position(int arc, EdgeSnap snap) {
    double share = (double) snap.alongDecimetres() / edges.decimetres()[snap.edge()];
    return arc % 2 == 0 ? share : 1 - share;
  }
}
