package org.toret.network.forecast;

/// How a count of things (vehicles at a station, free places of a car park) goes on from what it is
/// now, as a distribution that knows its uncertainty.
///
/// **With history** the count is a mean-reverting diffusion (Ornstein and Uhlenbeck) about the mean
/// that history saw at the hour: what is more or less than usual now fades with the relaxation time
/// `τ`, and the variance grows from nothing to that of history.
///
/// ```
///   mean(t) = m(t) + (n - m(0)) e^(-t/τ)        variance(t) = v(t) (1 - e^(-2t/τ))
/// ```
///
/// `τ` follows from how often the count changes: over a short time the variance of a process of
/// single steps grows by the steps `q` per hour, that of the diffusion by `2 v / τ`; so `τ = 2 v /
/// q`. For independent docks that fill and empty (Ehrenfest's process) mean and relaxation time of
/// this are exact.
///
/// **Without history** it is a walk without direction about the present count, with an assumed
/// number of steps and an assumed spread of the drift that nobody knows: the variance is `q t + (d
/// t)²`. An empty store is taken as short by half an hour's spread: who wants something from it
/// waits already, perhaps.
///
/// **Both** count by the days of history: `days / (days + 3)` for the first. A count of at least
/// `k` has the probability of the normal distribution above `k - 1/2`; what lies beyond empty and
/// full counts as empty and full. See Gardiner, *Handbook of Stochastic Methods*, 3.8.4 (the
/// diffusion) and 7.1 (birth and death processes in the large).
final class CountModel {

  /// So many days of history weigh as much as the assumptions.
  private static final double PRIOR_DAYS = 3;

  private static final double LEAST_TAU_HOURS = 1.0 / 6;
  private static final double MOST_TAU_HOURS = 24;

  /// History of a store that never changed does not mean that it never will.
  private static final double LEAST_VARIANCE = 0.25;

  /// Without history nothing is said of later.
  private static final double MOST_HOURS_UNLEARNED = 2;

  /// What is known of one store.
  ///
  /// @param count now, [Double#NaN] where it is not known
  /// @param then what history says of the present hour, interpolated
  /// @param later the same of the hour in question
  /// @param priorSteps assumed changes in an hour where there is no history
  /// @param priorDrift assumed spread of the change in an hour where there is no history
  record Store(
      double count, History.Slot then, History.Slot later, double priorSteps, double priorDrift) {}

  private CountModel() {}

  /// How likely there are at least so many after a time; [Double#NaN] where too little is known.
  static double atLeast(double needed, Store store, double hours) {
    double days = Math.min(store.then().days(), store.later().days());
    double weight = days / (days + PRIOR_DAYS);
    boolean counted = !Double.isNaN(store.count());
    if (!counted) {
      return weight < 0.5
          ? Double.NaN
          : above(needed, store.later().mean(), variance(store.later()));
    }
    double learned = days > 0 ? learned(needed, store, hours) : 0;
    if (hours > MOST_HOURS_UNLEARNED) {
      return weight < 0.5 ? Double.NaN : learned;
    }
    return weight * learned + (1 - weight) * assumed(needed, store, hours);
  }

  /// By history alone.
  static double learned(double needed, Store store, double hours) {
    History.Slot later = store.later();
    double decay = Math.exp(-hours / tauHours(store.then(), later));
    double mean = later.mean() + (store.count() - store.then().mean()) * decay;
    return above(needed, mean, variance(later) * (1 - decay * decay));
  }

  /// Relaxation time by the mean of both hours.
  static double tauHours(History.Slot then, History.Slot later) {
    double steps = Math.max(1e-6, (then.steps() + later.steps()) / 2);
    double tau = (variance(then) + variance(later)) / steps;
    return Math.max(LEAST_TAU_HOURS, Math.min(MOST_TAU_HOURS, tau));
  }

  private static double variance(History.Slot slot) {
    return Math.max(LEAST_VARIANCE, slot.variance());
  }

  /// By assumptions alone.
  static double assumed(double needed, Store store, double hours) {
    double drift = store.priorDrift();
    double hourly = Math.sqrt(store.priorSteps() + drift * drift);
    double mean = store.count() >= 0.5 ? store.count() : store.count() - hourly / 2;
    return above(needed, mean, store.priorSteps() * hours + drift * drift * hours * hours);
  }

  /// The share of a normal distribution that counts as at least `needed`.
  private static double above(double needed, double mean, double variance) {
    double distance = needed - 0.5 - mean;
    if (variance < 1e-9) {
      return distance <= 0 ? 1 : 0;
    }
    return upperTail(distance / Math.sqrt(variance));
  }

  /// The share of the standard normal distribution above a value, to 1e-7: Abramowitz and Stegun,
  /// 7.1.26.
  static double upperTail(double value) {
    double x = Math.abs(value) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double poly =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double tail = poly * Math.exp(-x * x) / 2;
    return value >= 0 ? tail : 1 - tail;
  }
}
