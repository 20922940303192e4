package org.toret.router.cycle;

/// On what somebody cycles, and where rather not: one way of weighing the streets.
///
/// A street of more stress than wished for is not closed, since quiet streets do not join up
/// everywhere: a metre on it counts like several. How many is what Portland's cyclists showed by
/// their detours (Broach, Dill and Gliebe, *Where do cyclists ride?*, Transportation Research A 46,
/// 2012): beside 20,000 to 30,000 cars a day without a lane a metre is worth 2.40 quiet ones,
/// beside more than 30,000 it is worth 8.15. The first is taken for one level above the wish, the
/// second for more.
///
/// @param assisted whether a motor helps up to 25 km/h
/// @param maxStress highest level of traffic stress that is ridden without aversion, 1 to 4
public record Cycling(boolean assisted, int maxStress) {

  /// The highest level there is.
  public static final int MOST_STRESS = 4;

  /// A bicycle on any street.
  public static final Cycling ORDINARY = new Cycling(false, MOST_STRESS);

  private static final double ONE_LEVEL = 2.40;
  private static final double MORE_LEVELS = 8.15;

  public Cycling {
    if (maxStress < 1 || maxStress > MOST_STRESS) {
      throw new IllegalArgumentException("No level of traffic stress: " + maxStress);
    }
  }

  /// The same wishes on another kind of bicycle.
  public Cycling withAssistance(boolean motor) {
    return new Cycling(motor, maxStress);
  }

  /// What a metre on a street of some stress counts.
  public double factor(int stress) {
    if (stress <= maxStress) {
      return 1;
    }
    return stress == maxStress + 1 ? ONE_LEVEL : MORE_LEVELS;
  }
}
