package org.toret.router.walk;

import java.util.HashMap;
import java.util.Map;
import org.toret.base.columns.IntList;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Ways that are walked only by those who begin or end there: drives, courts, the streets behind a
/// private gate. The search for passers-by does not know them; this small one goes along them, from
/// a place to every node of theirs, some of which are public.
public final class PrivateWays {

  /// How far one walks on private ground at most, on the way to the public streets.
  private static final int LONGEST_DECIMETRES = 10_000;

  private final StreetNetwork streets;

  PrivateWays(StreetNetwork streets) {
    this.streets = streets;
  }

  /// The ways between a place on a private way and the nodes around, from it or towards it.
  WayOut wayOut(EdgeSnap snap, int mask, boolean outward) {
    Growing found = new Growing(mask, outward);
    StreetEdges edges = streets.edges();
    int arc = 2 * snap.edge();
    int whole = edges.decimetres()[snap.edge()];
    int before = snap.alongDecimetres();
    found.start(edges.from()[snap.edge()], snap, arc + 1, before);
    found.start(edges.to()[snap.edge()], snap, arc, whole - before);
    found.grow();
    return found.done(snap);
  }

  /// The effort along one private edge from one point to another.
  public int between(int edge, int here, int there) {
    return part(2 * edge + (there >= here ? 0 : 1), Math.abs(there - here));
  }

  private int part(int arc, int partDecimetres) {
    int whole = effort(arc);
    int length = streets.edges().decimetres()[arc >> 1];
    return whole == FootGraph.CLOSED || length == 0
        ? whole
        : (int) Math.round((double) whole * partDecimetres / length);
  }

  private int effort(int arc) {
    StreetEdges edges = streets.edges();
    return edges.has(arc >> 1, StreetFlags.FOOT_PRIVATE)
        ? FootGraph.walked(edges, arc)
        : FootGraph.effort(edges, arc);
  }

  private static boolean isOpen(int flags, int mask) {
    return (flags & StreetFlags.FOOT_PRIVATE_LINK) != 0
        && (mask == FootMask.ANYONE || (flags & StreetFlags.STEPS) == 0)
        && (mask != FootMask.WHEELCHAIR || (flags & StreetFlags.WHEELCHAIR) != 0);
  }

  /// Dijkstra's search, in columns by order of discovery.
  private final class Growing {

    private final int mask;
    private final boolean outward;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final IntList nodes = new IntList();
    private final IntList efforts = new IntList();
    private final IntList lengths = new IntList();
    private final IntList arcs = new IntList();
    private final IntList previous = new IntList();
    private final LongHeap heap = new LongHeap();

    Growing(int mask, boolean outward) {
      this.mask = mask;
      this.outward = outward;
    }

    /// @param away the arc that leads away from the place towards the node
    void start(int node, EdgeSnap snap, int away, int partDecimetres) {
      int effort = part(outward ? away : away ^ 1, partDecimetres);
      if (effort != FootGraph.CLOSED) {
        int off = snap.offDecimetres();
        reach(node, off + effort, off + partDecimetres, away, -1);
      }
    }

    void grow() {
      while (!heap.isEmpty()) {
        long entry = heap.pop();
        int i = LongHeap.item(entry);
        if (LongHeap.key(entry) != efforts.get(i)) {
          continue;
        }
        int node = nodes.get(i);
        for (int a = streets.arcs().start(node); a < streets.arcs().end(node); a++) {
          follow(i, streets.arcs().values()[a]);
        }
      }
    }

    private void follow(int i, int away) {
      StreetEdges edges = streets.edges();
      int edge = away >> 1;
      int effort = isOpen(edges.flags()[edge], mask) ? effort(outward ? away : away ^ 1) : -1;
      int length = lengths.get(i) + edges.decimetres()[edge];
      if (effort >= 0 && effort != FootGraph.CLOSED && length <= LONGEST_DECIMETRES) {
        int head = (away & 1) == 0 ? edges.to()[edge] : edges.from()[edge];
        reach(head, efforts.get(i) + effort, length, away, i);
      }
    }

    private void reach(int node, int effort, int length, int arc, int from) {
      Integer known = numbers.putIfAbsent(node, nodes.size());
      if (known == null) {
        nodes.add(node);
        efforts.add(effort);
        lengths.add(length);
        arcs.add(arc);
        previous.add(from);
      } else if (effort < efforts.get(known)) {
        efforts.set(known, effort);
        lengths.set(known, length);
        arcs.set(known, arc);
        previous.set(known, from);
      } else {
        return;
      }
      heap.push(effort, known == null ? nodes.size() - 1 : known);
    }

    WayOut done(EdgeSnap snap) {
      return new WayOut(
          snap,
          numbers,
          nodes.toArray(),
          efforts.toArray(),
          lengths.toArray(),
          arcs.toArray(),
          previous.toArray());
    }
  }
}
