package org.toret.router.impact;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.toret.base.impact.ImpactCalculator;
import org.toret.network.timetable.Timetable;

/// How the search weighs energy and emissions on a day: by the factors in force then. Keeps the
/// days asked about last. Thread-safe.
public final class RideWeighing {

  /// How much earlier than a fastest journey one may leave, and how much later arrive, to save
  /// something.
  public static final int SLACK_SECONDS = 600;

  /// Less energy than this is no difference: half a kilometre by metro.
  public static final int MILLIWATT_HOUR_STEP = 50_000;

  /// Fewer emissions than this are no difference: a hundred metres in a car.
  public static final int MILLIGRAM_STEP = 15_000;

  /// On long journeys a tenth of what the most sparing of the fastest costs is no difference.
  static final int LEAST_PART = 10;

  private static final int KEPT_DAYS = 8;

  private final Timetable timetable;
  private final ImpactCalculator calculator;
  private final String country;
  private final Map<LocalDate, Weighing> days = new LinkedHashMap<>(16, 0.75f, true);

  public RideWeighing(Timetable timetable, ImpactCalculator calculator, String country) {
    this.timetable = timetable;
    this.calculator = calculator;
    this.country = country;
  }

  /// The weights of a day.
  public Weighing on(LocalDate day) {
    synchronized (days) {
      Weighing known = days.get(day);
      if (known == null) {
        known =
            new Weighing(
                RideWeights.of(timetable, calculator, country, day),
                SLACK_SECONDS,
                MILLIWATT_HOUR_STEP,
                MILLIGRAM_STEP,
                LEAST_PART);
        days.put(day, known);
        if (days.size() > KEPT_DAYS) {
          days.remove(days.keySet().iterator().next());
        }
      }
      return known;
    }
  }
}
