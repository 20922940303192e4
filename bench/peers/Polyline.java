/// Google's encoded lines, of which only the ends matter here.
final class Polyline {

  private Polyline() {}

  /// Latitude and longitude of the first point, then of the last.
  static double[] ends(String encoded) {
    double[] ends = new double[4];
    int at = 0;
    int[] sum = new int[2];
    for (int count = 0; at < encoded.length(); count++) {
      int bits = 0;
      int shift = 0;
      int chunk;
      do {
        chunk = encoded.charAt(at++) - 63;
        bits |= (chunk & 31) << shift;
        shift += 5;
      } while (chunk >= 32);
      sum[count & 1] += (bits & 1) == 0 ? bits >> 1 : ~(bits >> 1);
      if (count < 2) {
        ends[count] = sum[count] / 1e5;
      }
      ends[2 + (count & 1)] = sum[count & 1] / 1e5;
    }
    return ends;
  }
}
