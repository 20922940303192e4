package org.toret.network.street;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.columns.TextColumn;

/// Turns nodes and edges, added in any order, into a [StreetNetwork].
///
/// Nodes are renumbered along a space-filling curve and edges after their first node, so that the
/// same streets always give the same columns. Every mode's islands are found here, see
/// [StreetIslands].
public final class StreetBuilder {

  private final boolean withElevation;
  private final IntList lats = new IntList();
  private final IntList lons = new IntList();
  private final IntList elevations = new IntList();
  private final List<StreetEdge> edges = new ArrayList<>();
  private final IntList turnFromEdges = new IntList();
  private final IntList turnViaNodes = new IntList();
  private final IntList turnToEdges = new IntList();

  public StreetBuilder(boolean withElevation) {
    this.withElevation = withElevation;
  }

  /// Adds a node, returns its number as used by [StreetEdge].
  public int node(int latE7, int lonE7, int elevationDecimetres) {
    lats.add(latE7);
    lons.add(lonE7);
    elevations.add(elevationDecimetres);
    return lats.size() - 1;
  }

  /// Adds an edge, returns its number as used by `forbidTurn`.
  public int edge(StreetEdge edge) {
    edges.add(edge);
    return edges.size() - 1;
  }

  /// Forbids cars to turn from one edge to another at a node.
  public void forbidTurn(int fromEdge, int viaNode, int toEdge) {
    turnFromEdges.add(fromEdge);
    turnViaNodes.add(viaNode);
    turnToEdges.add(toEdge);
  }

  public int nodeCount() {
    return lats.size();
  }

  public int edgeCount() {
    return edges.size();
  }

  /// The finished network.
  public StreetNetwork build(MapFeatures features) {
    int[] nodeOrder = CurveOrder.of(lats.toArray(), lons.toArray());
    int[] newNode = inverse(nodeOrder);
    int[] edgeOrder = edgeOrder(newNode);
    StreetNodes nodes =
        new StreetNodes(
            picked(lats, nodeOrder),
            picked(lons, nodeOrder),
            withElevation ? picked(elevations, nodeOrder) : new int[0]);
    StreetEdges columns = columns(newNode, edgeOrder);
    Csr arcs = adjacency(nodes.count(), columns);
    StreetIslands.markLinks(nodes.count(), columns, arcs);
    return new StreetNetwork(
        nodes,
        columns,
        shapes(edgeOrder),
        texts(edgeOrder, StreetEdge::name),
        texts(edgeOrder, StreetEdge::access),
        texts(edgeOrder, StreetEdge::toll),
        arcs,
        forbiddenTurns(newNode, inverse(edgeOrder), columns),
        features,
        StreetOrder.NONE);
  }

  private TextColumn texts(int[] edgeOrder, Function<StreetEdge, String> text) {
    return TextColumn.of(Arrays.stream(edgeOrder).mapToObj(edges::get).map(text).toList());
  }

  private int[] edgeOrder(int[] newNode) {
    Integer[] order = new Integer[edges.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(e -> newNode[edges.get(e).from()])
            .thenComparingInt(e -> newNode[edges.get(e).to()])
            .thenComparingInt(e -> e));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private StreetEdges columns(int[] newNode, int[] order) {
    int n = order.length;
    int climbs = withElevation ? n : 0;
    StreetEdges columns =
        new StreetEdges(
            new int[n],
            new int[n],
            new int[n],
            new int[n],
            new byte[n],
            new byte[n],
            new byte[n],
            new byte[n],
            new byte[n],
            new byte[n],
            new byte[n],
            new byte[n],
            new int[climbs],
            new int[climbs]);
    for (int i = 0; i < n; i++) {
      fill(columns, i, edges.get(order[i]), newNode);
    }
    return columns;
  }

  private void fill(StreetEdges columns, int i, StreetEdge edge, int[] newNode) {
    columns.from()[i] = newNode[edge.from()];
    columns.to()[i] = newNode[edge.to()];
    columns.decimetres()[i] = edge.decimetres();
    columns.flags()[i] = edge.flags();
    columns.footKmh()[i] = (byte) edge.footKmh();
    columns.bikeForwardKmh()[i] = (byte) edge.bikeForwardKmh();
    columns.bikeBackwardKmh()[i] = (byte) edge.bikeBackwardKmh();
    columns.carForwardKmh()[i] = (byte) edge.carForwardKmh();
    columns.carBackwardKmh()[i] = (byte) edge.carBackwardKmh();
    columns.classes()[i] = (byte) edge.streetClass().ordinal();
    columns.surfaces()[i] = (byte) edge.surface().ordinal();
    columns.comforts()[i] = (byte) edge.comfort();
    if (withElevation) {
      columns.ascentDecimetres()[i] = edge.ascentDecimetres();
      columns.descentDecimetres()[i] = edge.descentDecimetres();
    }
  }

  private EdgeShapes shapes(int[] order) {
    EdgeShapes.Writer out = new EdgeShapes.Writer();
    for (int old : order) {
      StreetEdge edge = edges.get(old);
      out.add(lats.get(edge.from()), lons.get(edge.from()), edge.latsE7(), edge.lonsE7());
    }
    return out.done();
  }

  private static Csr adjacency(int nodeCount, StreetEdges edges) {
    int[] tails = new int[2 * edges.count()];
    for (int e = 0; e < edges.count(); e++) {
      tails[2 * e] = edges.from()[e];
      tails[2 * e + 1] = edges.to()[e];
    }
    return Csr.index(nodeCount, tails);
  }

  private Csr forbiddenTurns(int[] newNode, int[] newEdge, StreetEdges columns) {
    IntList keys = new IntList();
    IntList values = new IntList();
    for (int i = 0; i < turnFromEdges.size(); i++) {
      int from = newEdge[turnFromEdges.get(i)];
      int to = newEdge[turnToEdges.get(i)];
      int via = newNode[turnViaNodes.get(i)];
      for (int in = 0; in < 2; in++) {
        int head = in == 0 ? columns.to()[from] : columns.from()[from];
        for (int out = 0; out < 2; out++) {
          int tail = out == 0 ? columns.from()[to] : columns.to()[to];
          if (head == via && tail == via) {
            keys.add(2 * from + in);
            values.add(2 * to + out);
          }
        }
      }
    }
    return Csr.group(2 * columns.count(), keys.toArray(), values.toArray());
  }

  private static int[] inverse(int[] order) {
    int[] inverse = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[order[i]] = i;
    }
    return inverse;
  }

  private static int[] picked(IntList values, int[] order) {
    int[] picked = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      picked[i] = values.get(order[i]);
    }
    return picked;
  }
}
