package org.toret.network.street;

/// One stretch of street on its way into a [StreetBuilder]. Fields as in [StreetEdges].
///
/// @param access when cars may enter, as far as it depends on hours or persons: `base|conditional`
///   after the OpenStreetMap tags; empty where it does not
/// @param toll what is to be paid on it: `road|ref|name|charge`, or `booth||name|charge` where it
///   is paid at a booth, after the OpenStreetMap tags, with `|toll|conditional toll|conditional
///   charge` behind it where there are conditions; empty for nothing
/// @param latsE7 latitude of the bends between the two nodes, 1e-7 degree
/// @param lonsE7 longitude of the bends
public record StreetEdge(
    int from,
    int to,
    int decimetres,
    int flags,
    int footKmh,
    int bikeForwardKmh,
    int bikeBackwardKmh,
    int carForwardKmh,
    int carBackwardKmh,
    StreetClass streetClass,
    StreetSurface surface,
    int comfort,
    int ascentDecimetres,
    int descentDecimetres,
    String name,
    String access,
    String toll,
    int[] latsE7,
    int[] lonsE7) {

  /// A stretch without a toll.
  public StreetEdge(
      int from,
      int to,
      int decimetres,
      int flags,
      int footKmh,
      int bikeForwardKmh,
      int bikeBackwardKmh,
      int carForwardKmh,
      int carBackwardKmh,
      StreetClass streetClass,
      StreetSurface surface,
      int comfort,
      int ascentDecimetres,
      int descentDecimetres,
      String name,
      String access,
      int[] latsE7,
      int[] lonsE7) {
    this(
        from,
        to,
        decimetres,
        flags,
        footKmh,
        bikeForwardKmh,
        bikeBackwardKmh,
        carForwardKmh,
        carBackwardKmh,
        streetClass,
        surface,
        comfort,
        ascentDecimetres,
        descentDecimetres,
        name,
        access,
        "",
        latsE7,
        lonsE7);
  }
}
