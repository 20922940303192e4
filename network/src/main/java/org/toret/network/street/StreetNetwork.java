package org.toret.network.street;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.columns.TextColumn;
import org.toret.base.geo.GeoPoint;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The streets of a city. Immutable and thread-safe.
///
/// Every edge is two *arcs*: arc `2 e` runs from its first node to its last, arc `2 e + 1` back;
/// the opposite of arc `a` is `a ^ 1`. So one adjacency serves the forward and the reverse search,
/// and what is not permitted in a direction is a flag and not a missing arc. Adjacency: 8 bytes per
/// edge and 4 per node; turns: 8 bytes per edge and 4 per forbidden turn.
///
/// @param names street name per edge, empty where it has none
/// @param access when cars may enter, per edge as in [StreetEdge]
/// @param tolls what is to be paid, per edge as in [StreetEdge]
/// @param arcs node to outgoing arcs
/// @param forbiddenTurns arc to the arcs that no car may take next
/// @param order [StreetOrder#NONE] until somebody orders them
public record StreetNetwork(
    StreetNodes nodes,
    StreetEdges edges,
    EdgeShapes shapes,
    TextColumn names,
    TextColumn access,
    TextColumn tolls,
    Csr arcs,
    Csr forbiddenTurns,
    MapFeatures features,
    StreetOrder order) {

  /// A city without streets.
  public static final StreetNetwork EMPTY = new StreetBuilder(false).build(MapFeatures.NONE);

  public static int edgeOf(int arc) {
    return arc >> 1;
  }

  public boolean isEmpty() {
    return edges.count() == 0;
  }

  /// Where an arc starts.
  public int tail(int arc) {
    return (arc & 1) == 0 ? edges.from()[arc >> 1] : edges.to()[arc >> 1];
  }

  /// Where an arc ends.
  public int head(int arc) {
    return (arc & 1) == 0 ? edges.to()[arc >> 1] : edges.from()[arc >> 1];
  }

  /// Whether a car on one arc must not go on with another.
  public boolean isForbidden(int arc, int nextArc) {
    int end = forbiddenTurns.end(arc);
    for (int i = forbiddenTurns.start(arc); i < end; i++) {
      if (forbiddenTurns.values()[i] == nextArc) {
        return true;
      }
    }
    return false;
  }

  /// The same streets, ordered.
  public StreetNetwork with(StreetOrder found) {
    return new StreetNetwork(
        nodes, edges, shapes, names, access, tolls, arcs, forbiddenTurns, features, found);
  }

  /// Fills two emptied lists with the whole course of an edge, both nodes included.
  public void course(int edge, IntList latsE7, IntList lonsE7) {
    int from = edges.from()[edge];
    int to = edges.to()[edge];
    latsE7.clear();
    lonsE7.clear();
    latsE7.add(nodes.latsE7()[from]);
    lonsE7.add(nodes.lonsE7()[from]);
    shapes.bends(edge, nodes.latsE7()[from], nodes.lonsE7()[from], latsE7, lonsE7);
    latsE7.add(nodes.latsE7()[to]);
    lonsE7.add(nodes.lonsE7()[to]);
  }

  /// The middle of the course of an edge, by its bends; the two lists are filled with the course.
  public GeoPoint middle(int edge, IntList latsE7, IntList lonsE7) {
    course(edge, latsE7, lonsE7);
    int right = latsE7.size() / 2;
    int left = (latsE7.size() - 1) / 2;
    return GeoPoint.ofE7(
        latsE7.get(left) + (latsE7.get(right) - latsE7.get(left)) / 2,
        lonsE7.get(left) + (lonsE7.get(right) - lonsE7.get(left)) / 2);
  }

  /// The course of an edge from its first node to its last; not for inner loops.
  public List<GeoPoint> line(int edge) {
    IntList lats = new IntList();
    IntList lons = new IntList();
    course(edge, lats, lons);
    List<GeoPoint> line = new ArrayList<>(lats.size());
    for (int i = 0; i < lats.size(); i++) {
      line.add(GeoPoint.ofE7(lats.get(i), lons.get(i)));
    }
    return line;
  }

  public void write(ImageWriter out) {
    nodes.write(out);
    edges.write(out);
    shapes.write(out);
    out.texts("street.name", names)
        .texts("street.access", access)
        .texts("street.toll", tolls)
        .csr("street.arcs", arcs)
        .csr("street.turns.forbidden", forbiddenTurns);
    features.write(out);
    order.write(out);
  }

  public static StreetNetwork read(ImageFile in) {
    return new StreetNetwork(
        StreetNodes.read(in),
        StreetEdges.read(in),
        EdgeShapes.read(in),
        in.texts("street.name"),
        in.texts("street.access"),
        in.texts("street.toll"),
        in.csr("street.arcs"),
        in.csr("street.turns.forbidden"),
        MapFeatures.read(in),
        StreetOrder.read(in));
  }
}
