package org.toret.router.hierarchy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetOrder;

/// Orders the edges of the streets for a [StreetHierarchy]: the few edges that cut the city in two
/// come last, before them those that cut each half in two, and so on (nested dissection: George
/// 1973). Cuts are found by inertial flow (Schild and Sommer, *On Balanced Separators in Road
/// Networks*, SEA 2015): along each of four directions the first and the last quarter of the nodes
/// are held apart by as few arcs as possible.
///
/// Edges are ordered and not nodes, because the vertices of the hierarchy are arcs, so that turns
/// count; a cut of edges between nodes is a separator between arcs (Buchhold, Wagner, Zeitz,
/// Zündorf, *Customizable Contraction Hierarchies with Turn Costs*, ATMOS 2020).
///
/// Two seconds for a metropolitan area: done when a city is compiled and kept in its image.
public final class NestedDissection {

  private static final double[][] DIRECTIONS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};
  private static final double HELD_SHARE = 0.25;

  private final StreetNetwork streets;
  private final byte[] capacities;
  private final int[] flows;
  private final int[] local;
  private final double eastScale;
  private final int[] order;
  private int left;

  private NestedDissection(StreetNetwork streets, int modeFlags) {
    this.streets = streets;
    int edges = streets.edges().count();
    capacities = new byte[edges];
    int count = 0;
    for (int edge = 0; edge < edges; edge++) {
      capacities[edge] = (byte) Integer.bitCount(streets.edges().flags()[edge] & modeFlags);
      count += capacities[edge] > 0 ? 1 : 0;
    }
    flows = new int[edges];
    local = new int[streets.nodes().count()];
    Arrays.fill(local, -1);
    double middle = Arrays.stream(streets.nodes().latsE7()).average().orElse(0) / 1e7;
    eastScale = Math.cos(Math.toRadians(middle));
    order = new int[count];
    left = count;
  }

  /// The same streets with the order of both modes, found side by side.
  public static StreetNetwork ordered(StreetNetwork streets) {
    CompletableFuture<int[]> car =
        CompletableFuture.supplyAsync(() -> of(streets, StreetFlags.CAR));
    int[] bike = of(streets, StreetFlags.BIKE);
    return streets.with(new StreetOrder(car.join(), bike));
  }

  /// The edges open to a mode in at least one direction, the least important first.
  ///
  /// @param modeFlags `StreetFlags.CAR` or `StreetFlags.BIKE`
  public static int[] of(StreetNetwork streets, int modeFlags) {
    NestedDissection dissection = new NestedDissection(streets, modeFlags);
    dissection.run();
    return dissection.order;
  }

  private void run() {
    Deque<int[]> open = new ArrayDeque<>();
    int[] all = new int[local.length];
    Arrays.setAll(all, i -> i);
    open.push(all);
    boolean[] sides = new boolean[local.length];
    while (!open.isEmpty()) {
      int[] nodes = open.pop();
      Cell cell = Cell.of(streets, nodes, capacities, local);
      if (cell.hasNoEdges()) {
        placeLoops(nodes);
      } else {
        int first = cut(cell, sides);
        placeCut(cell, sides);
        open.push(part(cell, sides, true, first));
        open.push(part(cell, sides, false, nodes.length - first));
      }
    }
  }

  /// Marks the better half; returns its size.
  private int cut(Cell cell, boolean[] best) {
    int size = cell.size();
    int share = Math.max(1, (int) (HELD_SHARE * size));
    CellFlow flow = new CellFlow(cell, capacities, flows);
    boolean[] side = new boolean[size];
    double least = Double.MAX_VALUE;
    int first = 0;
    for (double[] direction : DIRECTIONS) {
      int[] sorted = cell.along(streets, direction[0], direction[1] * eastScale);
      int limit = (int) Math.min(Integer.MAX_VALUE - 2, least * (size / 2));
      int cut = flow.run(sorted, share, limit);
      if (cut > limit) {
        continue;
      }
      for (int variant = 0; variant < 2; variant++) {
        int part = variant == 0 ? flow.sourceSide(side) : flow.sourceSideAtMost(side);
        double score = (double) cut / Math.min(part, size - part);
        if (score < least) {
          least = score;
          first = part;
          System.arraycopy(side, 0, best, 0, size);
        }
      }
    }
    return first;
  }

  private void placeCut(Cell cell, boolean[] sides) {
    for (int i = 0; i < cell.size(); i++) {
      for (int at = cell.offsets[i]; at < cell.offsets[i + 1]; at++) {
        if (sides[i] && !sides[cell.heads[at]]) {
          order[--left] = cell.arcs[at] >> 1;
        }
      }
    }
  }

  private void placeLoops(int[] nodes) {
    for (int node : nodes) {
      for (int at = streets.arcs().start(node); at < streets.arcs().end(node); at++) {
        int arc = streets.arcs().values()[at];
        boolean loop = streets.head(arc) == node && (arc & 1) == 0;
        if (loop && capacities[arc >> 1] > 0) {
          order[--left] = arc >> 1;
        }
      }
    }
  }

  private static int[] part(Cell cell, boolean[] sides, boolean side, int size) {
    int[] part = new int[size];
    int count = 0;
    for (int i = 0; i < cell.size(); i++) {
      if (sides[i] == side) {
        part[count++] = cell.nodes[i];
      }
    }
    return part;
  }
}
