package org.toret.router.impact;

import java.time.LocalDate;
import org.toret.base.impact.Impact;
import org.toret.base.impact.ImpactCalculator;
import org.toret.base.impact.Quantity;
import org.toret.network.timetable.Courses;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// What riding each pattern costs in energy and emissions, for a search that adds them up call by
/// call.
///
/// A leg that is shown is weighed at its own speed; here every kilometre of a pattern counts the
/// same, at the mean speed of all its trips, so that costs add up whatever the calls. Where no
/// factor is known the ride counts as the dearest per kilometre of the city: what is unknown shall
/// not push aside what is known.
///
/// Cost: one calculation per pattern, some ten microseconds each.
public final class RideWeights {

  private final Timetable timetable;
  private final Courses courses;
  private final ImpactCalculator calculator;
  private final String country;
  private final LocalDate day;

  private RideWeights(
      Timetable timetable, ImpactCalculator calculator, String country, LocalDate day) {
    this.timetable = timetable;
    this.courses = new Courses(timetable);
    this.calculator = calculator;
    this.country = country;
    this.day = day;
  }

  /// The costs of all patterns by the factors of a day.
  ///
  /// @param country whose electricity is used, two letters
  public static RideCosts of(
      Timetable timetable, ImpactCalculator calculator, String country, LocalDate day) {
    return new RideWeights(timetable, calculator, country, day).costs();
  }

  private RideCosts costs() {
    Patterns patterns = timetable.patterns();
    double[] metres = new double[patterns.nodes().length];
    double[] energy = new double[patterns.count()];
    double[] emission = new double[patterns.count()];
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      int offset = patterns.stopOffsets()[pattern];
      int last = offset + patterns.length(pattern) - 1;
      for (int at = offset + 1; at <= last; at++) {
        metres[at] = metres[at - 1] + courses.metres(pattern, at - 1 - offset, at - offset);
      }
      Impact impact = impact(pattern, metres[last]);
      energy[pattern] = perMetre(impact.energy(), metres[last]);
      emission[pattern] = perMetre(impact.co2e(), metres[last]);
    }
    return new RideCosts(patterns.stopOffsets(), summed(metres, energy), summed(metres, emission));
  }

  private Impact impact(int pattern, double metres) {
    Mode mode = timetable.routes().mode(timetable.patterns().routes()[pattern]);
    return calculator.of(
        MovedLeg.ride(0, mode, metres, meanSeconds(pattern), day).activity(1, country));
  }

  /// From the first departure to the last arrival.
  private int meanSeconds(int pattern) {
    Patterns patterns = timetable.patterns();
    int length = patterns.length(pattern);
    int trips = patterns.tripCount(pattern);
    long sum = 0;
    for (int trip = 0; trip < trips; trip++) {
      int first = patterns.timeOffsets()[pattern] + trip * length;
      sum += patterns.arrival(first + length - 1) - patterns.departure(first);
    }
    return trips == 0 ? 0 : (int) (sum / trips);
  }

  /// Negative where not known.
  private static double perMetre(Quantity quantity, double metres) {
    if (!quantity.known()) {
      return -1;
    }
    return metres > 0 ? quantity.amount() / metres : 0;
  }

  private int[] summed(double[] metres, double[] perMetre) {
    Patterns patterns = timetable.patterns();
    double dearest = 0;
    for (double each : perMetre) {
      dearest = Math.max(dearest, each);
    }
    int[] sums = new int[metres.length];
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      double factor = perMetre[pattern] < 0 ? dearest : perMetre[pattern];
      int end = patterns.stopOffsets()[pattern + 1];
      for (int at = patterns.stopOffsets()[pattern]; at < end; at++) {
        sums[at] = (int) Math.min(Integer.MAX_VALUE / 64, Math.round(metres[at] * factor));
      }
    }
    return sums;
  }
}
