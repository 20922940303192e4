package org.toret.router.cycle;

/// How fast a bicycle with a motor goes uphill: as fast as legs and motor together overcome rolling
/// resistance, air and slope (Martin et al., *Validation of a mathematical model for road cycling
/// power*, Journal of Applied Biomechanics 14, 1998):
///
/// ```
/// efficiency × (rider + motor) = v × (mass × g × (rolling + slope) + air × v²)
/// ```
///
/// The motor gives what the law allows, 250 W, and nothing above 25 km/h (Regulation (EU) 168/2013,
/// article 2 (2) (h)); the rider what 18 km/h on the flat take without it. Masses and resistances
/// are those of an upright rider on a city bicycle (Wilson and Schmidt, *Bicycling Science*, 4th
/// edition, 2020).
public final class PowerBalance {

  /// The motor's rated power.
  public static final double MOTOR_WATTS = 250;

  /// The motor does not help beyond it.
  public static final double ASSISTED_KMH = 25;

  /// What the rider gives.
  public static final double RIDER_WATTS = 75;

  /// Rider (70 kg, as for the effort of the body) and electric bicycle.
  public static final double KILOGRAMS = 70 + 25;

  static final double GRAVITY = 9.81;
  static final double ROLLING = 0.006;

  /// Half the density of air times the area of the rider's drag, 0.6 m²: newtons per (m/s)².
  static final double AIR = 0.5 * 1.2 * 0.6;

  static final double EFFICIENCY = 0.95;

  private static final int STEPS = 50;
  private static final int STEEPEST_PER_MILLE = 400;

  /// Speed by slope in thousandths.
  private final double[] kmh = new double[STEEPEST_PER_MILLE + 1];

  public PowerBalance() {
    for (int slope = 0; slope < kmh.length; slope++) {
      double assisted = 3.6 * metresPerSecond(slope / 1000.0, RIDER_WATTS + MOTOR_WATTS);
      double alone = 3.6 * metresPerSecond(slope / 1000.0, RIDER_WATTS);
      kmh[slope] = Math.max(alone, Math.min(ASSISTED_KMH, assisted));
    }
  }

  /// How fast legs and motor together can go.
  ///
  /// @param slope metres up by metres on, 0 or more
  public double assistedKmh(double slope) {
    return kmh[(int) Math.min(STEEPEST_PER_MILLE, Math.round(1000 * Math.max(0, slope)))];
  }

  /// Where the power and the resistances are even, by halving.
  static double metresPerSecond(double slope, double watts) {
    double low = 0;
    double high = 30;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (watts(slope, middle) < watts) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// What a speed takes.
  static double watts(double slope, double metresPerSecond) {
    double resistance =
        KILOGRAMS * GRAVITY * (ROLLING + slope) + AIR * metresPerSecond * metresPerSecond;
    return resistance * metresPerSecond / EFFICIENCY;
  }
}
