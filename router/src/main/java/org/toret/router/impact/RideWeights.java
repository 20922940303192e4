package org.toret.router.impact;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.toret.base.impact.Impact;
import org.toret.base.impact.ImpactCalculator;
import org.toret.base.impact.Quantity;
import org.toret.network.timetable.AlikePatterns;
import org.toret.network.timetable.Courses;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// What riding each pattern costs in energy and emissions, for a search that adds them up call by
/// call.
///
/// A leg that is shown is weighed at its own speed; here every kilometre of a line counts the same,
/// at the mean speed of all trips with the same calls ([AlikePatterns]), so that costs add up
/// whatever the calls, and whatever the day. Where no factor is known the ride counts as the
/// dearest per kilometre of the city: what is unknown shall not push aside what is known.
///
/// Cost: one calculation per look of a pattern, some ten microseconds each. Immutable.
public final class RideWeights {

  private static final int MOST = Integer.MAX_VALUE / 64;

  private final Timetable timetable;
  private final Courses courses;
  private final ImpactCalculator calculator;
  private final String country;
  private final LocalDate day;
  private final AlikePatterns looks;
  private final int[] meanSeconds;
  private final double[] metres;
  private final double[] energy;
  private final double[] emissions;
  private final RideCosts costs;

  /// @param before the weights of a timetable with the first rows of this one, null for none
  private RideWeights(
      Timetable timetable,
      ImpactCalculator calculator,
      String country,
      LocalDate day,
      @Nullable RideWeights before) {
    this.timetable = timetable;
    this.courses = new Courses(timetable);
    this.calculator = calculator;
    this.country = country;
    this.day = day;
    Patterns patterns = timetable.patterns();
    looks = AlikePatterns.of(patterns);
    meanSeconds = looks.meanSeconds();
    int known = before == null ? 0 : before.energy.length;
    if (before == null) {
      metres = new double[patterns.nodes().length];
      energy = new double[patterns.count()];
      emissions = new double[patterns.count()];
    } else {
      metres = Arrays.copyOf(before.metres, patterns.nodes().length);
      energy = Arrays.copyOf(before.energy, patterns.count());
      emissions = Arrays.copyOf(before.emissions, patterns.count());
    }
    for (int pattern = known; pattern < patterns.count(); pattern++) {
      weigh(pattern);
    }
    costs = new RideCosts(patterns.stopOffsets(), summed(energy), summed(emissions));
  }

  /// The weights of all patterns by the factors of a day.
  ///
  /// @param country whose electricity is used, two letters
  public static RideWeights of(
      Timetable timetable, ImpactCalculator calculator, String country, LocalDate day) {
    return new RideWeights(timetable, calculator, country, day, null);
  }

  /// The weights of a timetable that has further patterns behind those of this one: what is known
  /// stays, a late vehicle weighs what it weighs in time.
  public RideWeights with(Timetable more) {
    return more.patterns() == timetable.patterns()
        ? this
        : new RideWeights(more, calculator, country, day, this);
  }

  public RideCosts costs() {
    return costs;
  }

  private void weigh(int pattern) {
    Patterns patterns = timetable.patterns();
    int offset = patterns.stopOffsets()[pattern];
    int first = looks.first(pattern);
    if (first < pattern) {
      int from = patterns.stopOffsets()[first];
      System.arraycopy(metres, from, metres, offset, patterns.length(pattern));
      energy[pattern] = energy[first];
      emissions[pattern] = emissions[first];
      return;
    }
    int last = offset + patterns.length(pattern) - 1;
    for (int at = offset + 1; at <= last; at++) {
      metres[at] = metres[at - 1] + courses.metres(pattern, at - 1 - offset, at - offset);
    }
    Mode mode = timetable.routes().mode(patterns.routes()[pattern]);
    Impact impact =
        calculator.of(
            MovedLeg.ride(0, mode, metres[last], meanSeconds[pattern], day).activity(1, country));
    energy[pattern] = perMetre(impact.energy(), metres[last]);
    emissions[pattern] = perMetre(impact.co2e(), metres[last]);
  }

  /// Negative where not known.
  private static double perMetre(Quantity quantity, double metres) {
    if (!quantity.known()) {
      return -1;
    }
    return metres > 0 ? quantity.amount() / metres : 0;
  }

  private int[] summed(double[] perMetre) {
    Patterns patterns = timetable.patterns();
    double dearest = Math.max(0, Arrays.stream(perMetre).max().orElse(0));
    int[] sums = new int[metres.length];
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      double factor = perMetre[pattern] < 0 ? dearest : perMetre[pattern];
      int end = patterns.stopOffsets()[pattern + 1];
      for (int at = patterns.stopOffsets()[pattern]; at < end; at++) {
        sums[at] = (int) Math.min(MOST, Math.round(metres[at] * factor));
      }
    }
    return sums;
  }
}
