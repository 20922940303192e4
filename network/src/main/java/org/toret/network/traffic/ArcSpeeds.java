package org.toret.network.traffic;

import java.util.BitSet;

/// How fast cars move now where that is told, and which arcs of the streets are closed to them; all
/// other arcs are as published. Immutable. 1 byte per arc.
public final class ArcSpeeds {

  /// The greatest speed that can be told.
  public static final int MOST_KMH = 254;

  private final byte[] kmh;
  private final BitSet closed;
  private final int[] told;

  /// @param kmh per arc, 0 where nothing is told; unsigned
  /// @param closed arcs that cannot be taken
  public ArcSpeeds(byte[] kmh, BitSet closed) {
    this.kmh = kmh.clone();
    this.closed = (BitSet) closed.clone();
    BitSet all = (BitSet) closed.clone();
    for (int arc = 0; arc < kmh.length; arc++) {
      if (kmh[arc] != 0) {
        all.set(arc);
      }
    }
    told = all.stream().toArray();
  }

  /// The arcs of which something is told, closed ones among them, in ascending order.
  public int[] told() {
    return told.clone();
  }

  public boolean isClosed(int arc) {
    return closed.get(arc);
  }

  /// Speed on an arc, 0 where none is told.
  public int kmh(int arc) {
    return kmh[arc] & 0xff;
  }
}
