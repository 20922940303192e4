package org.toret.base.geo;

import java.util.ArrayList;
import java.util.List;

/// Encodes lines in Google's polyline format with five decimals (1e5).
public final class Polyline {

  private static final double SCALE = 1e5;

  private Polyline() {}

  /// The encoded form of a line.
  public static String encode(List<GeoPoint> line) {
    StringBuilder out = new StringBuilder();
    long lat = 0;
    long lon = 0;
    for (GeoPoint point : line) {
      long nextLat = Math.round(point.lat() * SCALE);
      long nextLon = Math.round(point.lon() * SCALE);
      append(out, nextLat - lat);
      append(out, nextLon - lon);
      lat = nextLat;
      lon = nextLon;
    }
    return out.toString();
  }

  /// The line of an encoded form.
  public static List<GeoPoint> decode(String encoded) {
    List<GeoPoint> line = new ArrayList<>();
    long[] sums = new long[2];
    int at = 0;
    for (int axis = 0; at < encoded.length(); axis ^= 1) {
      long value = 0;
      int shift = 0;
      int chunk;
      do {
        chunk = encoded.charAt(at++) - 63;
        value |= (long) (chunk & 0x1f) << shift;
        shift += 5;
      } while (chunk >= 0x20);
      sums[axis] += (value & 1) == 0 ? value >> 1 : ~(value >> 1);
      if (axis == 1) {
        line.add(new GeoPoint(sums[0] / SCALE, sums[1] / SCALE));
      }
    }
    return line;
  }

  private static void append(StringBuilder out, long delta) {
    long value = delta < 0 ? ~(delta << 1) : delta << 1;
    while (value >= 0x20) {
      out.append((char) ((0x20 | (value & 0x1f)) + 63));
      value >>= 5;
    }
    out.append((char) (value + 63));
  }
}
