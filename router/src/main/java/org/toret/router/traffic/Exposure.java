package org.toret.router.traffic;

import java.util.Arrays;
import org.toret.base.columns.IntList;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Timetable;
import org.toret.router.path.StreetRouter;

/// Where vehicles of a timetable share the streets with cars: for each hop of a pattern, from one
/// call to the next, the arcs it runs along and how far. Made once for the published timetable and
/// the streets of an image by [ExposureMaker], which says what counts. Immutable and thread-safe.
///
/// Hops that run the same way are one row. 4 bytes per call of a pattern, 8 per hop and 8 per arc
/// of a hop.
public final class Exposure {

  /// Nothing is shared.
  public static final int NO_HOP = -1;

  private final Timetable timetable;
  private final StreetNetwork streets;
  private final int[] hopOfCall;
  private final int[] offsets;
  private final int[] arcs;
  private final int[] decimetres;
  private final float[] hopMetres;

  private Exposure(Builder built) {
    timetable = built.timetable;
    streets = built.streets;
    hopOfCall = built.hopOfCall;
    offsets = built.offsets.toArray();
    arcs = built.arcs.toArray();
    decimetres = built.decimetres.toArray();
    hopMetres = new float[built.metres.size()];
    for (int hop = 0; hop < hopMetres.length; hop++) {
      hopMetres[hop] = built.metres.get(hop) / 10f;
    }
  }

  /// Finds out where the vehicles of a timetable run. Some seconds for a large city.
  ///
  /// @param timetable as published
  /// @param router for lines that are published without their course
  public static Exposure of(Timetable timetable, StreetNetwork streets, StreetRouter router) {
    return new ExposureMaker(timetable, streets, router).make();
  }

  /// The timetable whose vehicles are meant.
  public Timetable timetable() {
    return timetable;
  }

  StreetNetwork streets() {
    return streets;
  }

  /// How many different hops share a street.
  public int hops() {
    return hopMetres.length;
  }

  /// The hop from a call of a pattern to the next, [#NO_HOP] where nothing is shared.
  public int hop(int pattern, int call) {
    return hopOfCall[timetable.patterns().stopOffsets()[pattern] + call];
  }

  /// The arcs shared on a hop, in ascending order.
  public int[] arcs(int hop) {
    return Arrays.copyOfRange(arcs, offsets[hop], offsets[hop + 1]);
  }

  /// How much of a hop is on streets shared with cars.
  public double sharedMetres(int hop) {
    double metres = 0;
    for (int i = offsets[hop]; i < offsets[hop + 1]; i++) {
      metres += decimetres[i] / 10.0;
    }
    return metres;
  }

  /// How long a hop is.
  public double metres(int hop) {
    return hopMetres[hop];
  }

  /// Receives the stretches of a hop.
  interface StretchVisitor {
    void stretch(int arc, double metres);
  }

  void each(int hop, StretchVisitor visitor) {
    for (int i = offsets[hop]; i < offsets[hop + 1]; i++) {
      visitor.stretch(arcs[i], decimetres[i] / 10.0);
    }
  }

  /// Takes hops, one after the other.
  static final class Builder {

    private final Timetable timetable;
    private final StreetNetwork streets;
    private final int[] hopOfCall;
    private final IntList offsets = new IntList();
    private final IntList arcs = new IntList();
    private final IntList decimetres = new IntList();
    private final IntList metres = new IntList();

    Builder(Timetable timetable, StreetNetwork streets) {
      this.timetable = timetable;
      this.streets = streets;
      hopOfCall = new int[timetable.patterns().nodes().length];
      Arrays.fill(hopOfCall, NO_HOP);
      offsets.add(0);
    }

    /// Adds a stretch of the hop that is added next.
    void stretch(int arc, double along) {
      arcs.add(arc);
      decimetres.add((int) Math.round(10 * along));
    }

    /// Ends a hop; returns its number, or [#NO_HOP] where it shares nothing.
    int hop(double length) {
      if (arcs.size() == offsets.get(offsets.size() - 1)) {
        return NO_HOP;
      }
      offsets.add(arcs.size());
      metres.add((int) Math.round(10 * length));
      return metres.size() - 1;
    }

    void call(int pattern, int call, int hop) {
      hopOfCall[timetable.patterns().stopOffsets()[pattern] + call] = hop;
    }

    Exposure done() {
      return new Exposure(this);
    }
  }
}
