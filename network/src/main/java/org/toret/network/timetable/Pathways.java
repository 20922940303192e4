package org.toret.network.timetable;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The ways inside stations, one row for each direction in which one may go: 21 bytes.
///
/// @param from stop (entrance, node, platform or boarding area)
/// @param to stop
/// @param seconds time to traverse, 0 where only the length is known
/// @param centimetres length, 0 where only the time is known
/// @param modes GTFS `pathway_mode`: 1 walkway, 2 stairs, 3 moving walkway, 4 escalator, 5
///   elevator, 6 fare gate, 7 exit gate
public record Pathways(int[] from, int[] to, int[] seconds, int[] centimetres, byte[] modes) {

  public int count() {
    return from.length;
  }

  void write(ImageWriter image) {
    image
        .ints("pathways.from", from)
        .ints("pathways.to", to)
        .ints("pathways.seconds", seconds)
        .ints("pathways.centimetres", centimetres)
        .bytes("pathways.mode", modes);
  }

  static Pathways read(ImageFile image) {
    return new Pathways(
        image.ints("pathways.from"),
        image.ints("pathways.to"),
        image.ints("pathways.seconds"),
        image.ints("pathways.centimetres"),
        image.bytes("pathways.mode"));
  }
}
