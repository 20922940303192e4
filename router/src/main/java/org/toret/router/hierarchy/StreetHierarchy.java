package org.toret.router.hierarchy;

import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// The streets of a mode as a *customizable contraction hierarchy* (Dibbelt, Strasser, Wagner,
/// *Customizable Contraction Hierarchies*, JEA 21, 2016): what does not depend on how long the
/// streets take. [HierarchyWeights] are weights for it, [HierarchySearch] asks it.
///
/// Its vertices are *arcs*, so that every forbidden turn and every turning back is told apart; an
/// edge `x → y` means that arc `y` may follow arc `x`, or that there is a way between them over
/// lower vertices, and weighs what it costs to get from the end of `x` to the end of `y`. Vertices
/// are numbered by importance, the least first, as [NestedDissection] orders their edges. Turning
/// back is an edge everywhere, but open only at dead ends, of which closing streets makes more.
///
/// Immutable and thread-safe.
public final class StreetHierarchy {

  final StreetNetwork streets;

  /// Whether forbidden turns hold.
  final boolean turns;

  /// Vertex to arc.
  final int[] arcs;

  /// Arc to vertex, -1 for arcs that are not open to the mode.
  final int[] vertices;

  /// The lowest of the vertices to be asked after a vertex, -1 at a top (elimination tree); all
  /// higher neighbours of a vertex are ancestors of it.
  final int[] parents;

  /// Edges that lead upward.
  final UpEdges out;

  /// Edges that lead downward, kept at their lower end.
  final UpEdges in;

  StreetHierarchy(
      StreetNetwork streets,
      boolean turns,
      int[] arcs,
      int[] vertices,
      int[] parents,
      UpEdges out,
      UpEdges in) {
    this.streets = streets;
    this.turns = turns;
    this.arcs = arcs;
    this.vertices = vertices;
    this.parents = parents;
    this.out = out;
    this.in = in;
  }

  /// The hierarchy of cars, by the order stored with the streets or else found here.
  public static StreetHierarchy ofCars(StreetNetwork streets) {
    int[] stored = streets.order().car();
    int[] order = stored.length > 0 ? stored : NestedDissection.of(streets, StreetFlags.CAR);
    return of(streets, order, StreetFlags.CAR, true);
  }

  /// The hierarchy of bicycles, for which no turn is forbidden.
  public static StreetHierarchy ofBicycles(StreetNetwork streets) {
    int[] stored = streets.order().bike();
    int[] order = stored.length > 0 ? stored : NestedDissection.of(streets, StreetFlags.BIKE);
    return of(streets, order, StreetFlags.BIKE, false);
  }

  /// @param order edges, the least important first, as [NestedDissection] gives them
  /// @param modeFlags `StreetFlags.CAR` or `StreetFlags.BIKE`
  /// @param turns whether forbidden turns hold
  public static StreetHierarchy of(
      StreetNetwork streets, int[] order, int modeFlags, boolean turns) {
    return new HierarchyBuilder(streets, order, modeFlags, turns).build();
  }

  /// Arcs that can be asked about.
  public int arcCount() {
    return arcs.length;
  }

  /// Edges upward and downward.
  public int edgeCount() {
    return out.count() + in.count();
  }
}
