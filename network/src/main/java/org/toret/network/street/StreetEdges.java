package org.toret.network.street;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The stretches of street between two nodes. 24 bytes per edge, 32 with elevation.
///
/// Speeds are free-flow averages in km/h, unsigned, 0 where the mode is not permitted.
///
/// @param from first node
/// @param to last node
/// @param decimetres length
/// @param flags bits of [StreetFlags]
/// @param footKmh walking speed of somebody who walks 5 km/h on the flat (less on steps)
/// @param bikeForwardKmh cycling speed, first to last node
/// @param bikeBackwardKmh cycling speed, last to first node
/// @param carForwardKmh car speed, first to last node
/// @param carBackwardKmh car speed, last to first node
/// @param classes ordinal of [StreetClass]
/// @param surfaces ordinal of [StreetSurface]
/// @param comforts how much cyclists like it, 0 (avoid) to 15 (best), 10 is indifferent
/// @param ascentDecimetres climbing from first to last node, hills in between included; empty
///   without elevation
/// @param descentDecimetres the same for going down
public record StreetEdges(
    int[] from,
    int[] to,
    int[] decimetres,
    int[] flags,
    byte[] footKmh,
    byte[] bikeForwardKmh,
    byte[] bikeBackwardKmh,
    byte[] carForwardKmh,
    byte[] carBackwardKmh,
    byte[] classes,
    byte[] surfaces,
    byte[] comforts,
    int[] ascentDecimetres,
    int[] descentDecimetres) {

  public int count() {
    return from.length;
  }

  public boolean hasElevation() {
    return ascentDecimetres.length > 0;
  }

  /// Whether an edge has all these flags.
  public boolean has(int edge, int wanted) {
    return (flags[edge] & wanted) == wanted;
  }

  public StreetClass streetClass(int edge) {
    return StreetClass.of(classes[edge]);
  }

  void write(ImageWriter out) {
    out.ints("street.edge.from", from)
        .ints("street.edge.to", to)
        .ints("street.edge.decimetres", decimetres)
        .ints("street.edge.flags", flags)
        .bytes("street.edge.foot", footKmh)
        .bytes("street.edge.bike.forward", bikeForwardKmh)
        .bytes("street.edge.bike.backward", bikeBackwardKmh)
        .bytes("street.edge.car.forward", carForwardKmh)
        .bytes("street.edge.car.backward", carBackwardKmh)
        .bytes("street.edge.class", classes)
        .bytes("street.edge.surface", surfaces)
        .bytes("street.edge.comfort", comforts)
        .ints("street.edge.ascent", ascentDecimetres)
        .ints("street.edge.descent", descentDecimetres);
  }

  static StreetEdges read(ImageFile in) {
    return new StreetEdges(
        in.ints("street.edge.from"),
        in.ints("street.edge.to"),
        in.ints("street.edge.decimetres"),
        in.ints("street.edge.flags"),
        in.bytes("street.edge.foot"),
        in.bytes("street.edge.bike.forward"),
        in.bytes("street.edge.bike.backward"),
        in.bytes("street.edge.car.forward"),
        in.bytes("street.edge.car.backward"),
        in.bytes("street.edge.class"),
        in.bytes("street.edge.surface"),
        in.bytes("street.edge.comfort"),
        in.ints("street.edge.ascent"),
        in.ints("street.edge.descent"));
  }
}
