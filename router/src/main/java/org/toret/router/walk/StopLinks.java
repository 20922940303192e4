package org.toret.router.walk;

import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.network.street.StreetEdges;

/// How stops hang on the walking graph. Immutable.
///
/// A *link* joins a stop to a point of an edge; it gives two *ends*, one per node of the edge, each
/// with the effort there and back. A stop inside a station has ends without a link, at its station
/// nodes. Someone in a wheelchair may be linked to another edge than someone on foot: links and
/// ends carry a mask. 20 bytes per link, 24 per end, 4 per edge and node.
public final class StopLinks {

  /// A stop farther than this from any usable street lies beyond the streets.
  public static final double LINK_METRES = 250;

  final int[] linkStop;
  public final int[] linkEdge;
  public final int[] linkAlong;
  public final int[] linkOff;
  public final int[] linkMask;

  /// Edge to links on it.
  final Csr linksByEdge;

  /// Stop to its links.
  public final Csr linksByStop;

  final int[] endStop;
  public final int[] endNode;
  final int[] endEffortTo;
  final int[] endEffortFrom;
  final int[] endDecimetres;
  final int[] endMask;

  /// Node to ends at it.
  final Csr endsByNode;

  /// Stop to its ends.
  public final Csr endsByStop;

  /// Stops one can walk to at all: those at the street and those inside a station.
  public final int[] served;

  private final boolean[] linked;

  /// Served stops that no street and no station reaches.
  public final int[] beyond;

  StopLinks(StopLinker built, int stops, int edges, int nodes) {
    linkStop = built.linkStop.toArray();
    linkEdge = built.linkEdge.toArray();
    linkAlong = built.linkAlong.toArray();
    linkOff = built.linkOff.toArray();
    linkMask = built.linkMask.toArray();
    linksByEdge = Csr.index(edges, linkEdge);
    linksByStop = Csr.index(stops, linkStop);
    endStop = built.endStop.toArray();
    endNode = built.endNode.toArray();
    endEffortTo = built.endEffortTo.toArray();
    endEffortFrom = built.endEffortFrom.toArray();
    endDecimetres = built.endDecimetres.toArray();
    endMask = built.endMask.toArray();
    endsByNode = Csr.index(nodes, endNode);
    endsByStop = Csr.index(stops, endStop);
    linked = built.linked;
    served = numbers(built.served, new boolean[stops]);
    beyond = numbers(built.served, linked);
  }

  /// Whether streets, or a station that opens to them, reach a stop.
  public boolean isLinked(int stop) {
    return linked[stop];
  }

  /// Whether one can walk to a stop at all.
  public boolean isServed(int stop) {
    return linked[stop] || java.util.Arrays.binarySearch(beyond, stop) >= 0;
  }

  private static int[] numbers(boolean[] in, boolean[] out) {
    IntList numbers = new IntList();
    for (int stop = 0; stop < in.length; stop++) {
      if (in[stop] && !out[stop]) {
        numbers.add(stop);
      }
    }
    return numbers.toArray();
  }

  /// The effort of a part of a street arc, or [FootGraph#CLOSED].
  static int partEffort(StreetEdges edges, int arc, int partDecimetres) {
    int whole = FootGraph.effort(edges, arc);
    int length = edges.decimetres()[arc >> 1];
    if (whole == FootGraph.CLOSED || length == 0) {
      return whole;
    }
    return (int) Math.round((double) whole * partDecimetres / length);
  }
}
