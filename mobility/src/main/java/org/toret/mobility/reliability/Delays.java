package org.toret.mobility.reliability;

/// How late a vehicle will be: a distribution over classes of delay, each told by its middle.
///
/// @param probabilities of each class, adding up to 1; 8 bytes a class
/// @param observations behind it, at the finest place that has enough of its own
/// @param basis what that place is
public record Delays(double[] probabilities, int observations, Basis basis) {

  /// Into so many parts what is anything up to a bound is divided.
  private static final int STEPS = 10;

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

  /// The mean, each class standing for its middle.
  public double meanSeconds() {
    double mean = 0;
    for (int bin = 0; bin < size(); bin++) {
      mean += probabilities[bin] * seconds(bin);
    }
    return mean;
  }

  /// The same of a vehicle that is expected so late for another reason, such as a jam on its way,
  /// which may be one of those for which it was late before: nothing is counted twice. Where the
  /// mean is less, what is missing of it is added, being anything up to twice as much with the same
  /// chance.
  public Delays atLeast(int lateSeconds) {
    double missing = lateSeconds - Math.max(0, meanSeconds());
    if (missing <= 0) {
      return this;
    }
    double[] later = new double[size()];
    for (int bin = 0; bin < size(); bin++) {
      for (int step = 0; step < STEPS; step++) {
        double more = 2 * missing * (step + 0.5) / STEPS;
        spread(seconds(bin) + more, probabilities[bin] / STEPS, later);
      }
    }
    return new Delays(later, observations, basis);
  }

  /// Counts a delay to the two classes between which it lies, so that the mean stays.
  private static void spread(double late, double probability, double[] into) {
    int upper = 0;
    while (upper < into.length && DelayBins.middle(upper) <= late) {
      upper++;
    }
    if (upper == 0 || upper == into.length) {
      into[Math.max(0, upper - 1)] += probability;
      return;
    }
    int low = DelayBins.middle(upper - 1);
    double share = (late - low) / (DelayBins.middle(upper) - low);
    into[upper - 1] += probability * (1 - share);
    into[upper] += probability * share;
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
