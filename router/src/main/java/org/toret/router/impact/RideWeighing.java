package org.toret.router.impact;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
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

  private final Function<LocalDate, RideWeights> weights;
  private final Map<LocalDate, Weighed> days = new LinkedHashMap<>(16, 0.75f, true);

  private record Weighed(RideWeights weights, Weighing weighing) {}

  private RideWeighing(Function<LocalDate, RideWeights> weights) {
    this.weights = weights;
  }

  public RideWeighing(Timetable timetable, ImpactCalculator calculator, String country) {
    this(day -> RideWeights.of(timetable, calculator, country, day));
  }

  /// The same for a timetable with further patterns behind those of this one, such as one of what
  /// is true now.
  public RideWeighing with(Timetable more) {
    return new RideWeighing(day -> known(day).weights().with(more));
  }

  /// The weights of a day.
  public Weighing on(LocalDate day) {
    return known(day).weighing();
  }

  private Weighed known(LocalDate day) {
    synchronized (days) {
      Weighed known = days.get(day);
      if (known == null) {
        RideWeights made = weights.apply(day);
        known =
            new Weighed(
                made,
                new Weighing(
                    made.costs(), SLACK_SECONDS, MILLIWATT_HOUR_STEP, MILLIGRAM_STEP, LEAST_PART));
        days.put(day, known);
        if (days.size() > KEPT_DAYS) {
          days.remove(days.keySet().iterator().next());
        }
      }
      return known;
    }
  }
}
