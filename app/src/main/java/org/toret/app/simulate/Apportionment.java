package org.toret.app.simulate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Deals whole things out in proportion to wishes (largest remainder, Hamilton's method), nobody
/// getting more than fits.
final class Apportionment {

  private Apportionment() {}

  /// @param total what is dealt out, as far as it fits
  /// @param wanted wishes, none below 0
  /// @param most how many fit
  static int[] within(int total, double[] wanted, int[] most) {
    int[] given = new int[wanted.length];
    int left = Math.min(total, IntStream.of(most).sum());
    while (left > 0) {
      double open = 0;
      for (int i = 0; i < given.length; i++) {
        open += given[i] < most[i] ? Math.max(wanted[i], 1e-6) : 0;
      }
      double share = left / open;
      double[] rest = new double[given.length];
      int dealt = 0;
      for (int i = 0; i < given.length; i++) {
        double wish = given[i] < most[i] ? Math.max(wanted[i], 1e-6) * share : 0;
        int whole = Math.min(most[i] - given[i], (int) wish);
        rest[i] = given[i] + whole < most[i] ? wish - whole : -1;
        given[i] += whole;
        dealt += whole;
      }
      left -= dealt;
      if (Arrays.stream(rest).filter(one -> one >= 1).findAny().isEmpty()) {
        left = remainders(left, rest, given, most);
      }
    }
    return given;
  }

  /// One more for each of the largest remainders.
  private static int remainders(int left, double[] rest, int[] given, int[] most) {
    int[] order =
        IntStream.range(0, rest.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -rest[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int still = left;
    for (int i : order) {
      if (still > 0 && given[i] < most[i]) {
        given[i]++;
        still--;
      }
    }
    return still;
  }
}
