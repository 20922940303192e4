package org.toret.network.street;

import java.io.ByteArrayOutputStream;
import org.toret.base.columns.IntList;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The bends of each edge between its two nodes. 4 bytes per edge, about 5 per bend: steps from
/// point to point in 1e-7 degree, zigzag and variable length.
///
/// @param offsets start of each edge in `steps`, one longer than the number of edges
public record EdgeShapes(int[] offsets, byte[] steps) {

  /// Adds the bends of an edge to two lists, given where the edge starts. The two nodes themselves
  /// are not part of it.
  public void bends(int edge, int fromLatE7, int fromLonE7, IntList latsE7, IntList lonsE7) {
    int lat = fromLatE7;
    int lon = fromLonE7;
    int at = offsets[edge];
    int end = offsets[edge + 1];
    while (at < end) {
      int value = 0;
      int shift = 0;
      byte part;
      do {
        part = steps[at++];
        value |= (part & 0x7f) << shift;
        shift += 7;
      } while (part < 0);
      lat += (value >>> 1) ^ -(value & 1);
      value = 0;
      shift = 0;
      do {
        part = steps[at++];
        value |= (part & 0x7f) << shift;
        shift += 7;
      } while (part < 0);
      lon += (value >>> 1) ^ -(value & 1);
      latsE7.add(lat);
      lonsE7.add(lon);
    }
  }

  void write(ImageWriter out) {
    out.ints("street.shape.offsets", offsets).bytes("street.shape.steps", steps);
  }

  static EdgeShapes read(ImageFile in) {
    return new EdgeShapes(in.ints("street.shape.offsets"), in.bytes("street.shape.steps"));
  }

  /// Writes the shapes of edges one after the other.
  static final class Writer {

    private final IntList offsets = new IntList();
    private final ByteArrayOutputStream steps = new ByteArrayOutputStream();

    void add(int fromLatE7, int fromLonE7, int[] latsE7, int[] lonsE7) {
      offsets.add(steps.size());
      int lat = fromLatE7;
      int lon = fromLonE7;
      for (int i = 0; i < latsE7.length; i++) {
        put(latsE7[i] - lat);
        put(lonsE7[i] - lon);
        lat = latsE7[i];
        lon = lonsE7[i];
      }
    }

    EdgeShapes done() {
      offsets.add(steps.size());
      return new EdgeShapes(offsets.toArray(), steps.toByteArray());
    }

    private void put(int step) {
      int value = (step << 1) ^ (step >> 31);
      while ((value & ~0x7f) != 0) {
        steps.write((value & 0x7f) | 0x80);
        value >>>= 7;
      }
      steps.write(value);
    }
  }
}
