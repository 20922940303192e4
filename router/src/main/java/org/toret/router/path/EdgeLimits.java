package org.toret.router.path;

/// What a vehicle with rules of its own may do on each street, beside what the street says. 1 byte
/// per edge.
///
/// @param maxKmh [#CLOSED], a limit in km/h for somebody who rides at the reference speed of
///   [PathOptions] (unsigned), or [#FREE]
/// @param gates borders it does not cross
public record EdgeLimits(byte[] maxKmh, Gates gates) {

  /// Limits without gates.
  public EdgeLimits(byte[] maxKmh) {
    this(maxKmh, Gates.OPEN);
  }

  /// It may not go there.
  public static final byte CLOSED = 0;

  /// No limit of its own.
  public static final byte FREE = -1;

  /// Whether it matters where one comes from.
  boolean hasGates() {
    return gates != Gates.OPEN;
  }

  boolean isClosed(int edge) {
    return maxKmh[edge] == CLOSED;
  }

  double atMost(int edge, double kmh) {
    return maxKmh[edge] == FREE ? kmh : Math.min(kmh, maxKmh[edge] & 0xff);
  }
}
