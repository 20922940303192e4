package org.toret.network.street;

/// One stretch of street on its way into a [StreetBuilder]. Fields as in [StreetEdges].
///
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
    int[] latsE7,
    int[] lonsE7) {}
