package org.toret.mobility.reliability;

/// How late a vehicle will be: a distribution over classes of delay, each told by its middle.
///
/// @param probabilities of each class, adding up to 1; 8 bytes a class
/// @param observations behind it, at the finest place that has enough of its own
/// @param basis what that place is
public record Delays(double[] probabilities, int observations, Basis basis) {

  /// Where the observations are from, the widest first.
  public enum Basis {
    CITY,
    LINE,
    LINE_HOUR,
    STOP,
    STOP_HOUR,
    /// Of runs of which something was told as long before, on this line.
    LIVE
  }

  /// Number of classes.
  public int size() {
    return probabilities.length;
  }

  /// Seconds late for which a class stands.
  public int seconds(int bin) {
    return DelayBins.middle(bin);
  }

  /// The chance that two vehicles, late independently of one another, meet: that the first is at
  /// most so much later than the second.
  ///
  /// @param spareSeconds what would be left if both were as told; may be negative
  public static double chance(Delays first, Delays second, long spareSeconds) {
    double chance = 0;
    for (int one = 0; one < first.size(); one++) {
      for (int two = 0; two < second.size(); two++) {
        boolean meets = first.seconds(one) - second.seconds(two) <= spareSeconds;
        chance += meets ? first.probabilities[one] * second.probabilities[two] : 0;
      }
    }
    return Math.min(1, chance);
  }
}
