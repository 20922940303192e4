package org.toret.base.impact;

/// What is counted, each in the small unit that sums keep their precision in.
public enum Measure {
  /// Final energy at the plug or in the tank, lower heating value: milliwatt-hours.
  ENERGY,
  /// Greenhouse gases well to wheel, as ISO 14083 counts them: milligrams of CO2 equivalent.
  CO2E,
  /// The part of the greenhouse gases that leaves the vehicle: milligrams of CO2 equivalent.
  TANK_TO_WHEEL_CO2E,
  /// Nitrogen oxides at the exhaust: micrograms.
  NOX,
  /// Particles at the exhaust, without tyres and brakes: micrograms.
  PM,
  /// Energy of the body in walking and cycling: calories (1,000 make one kcal).
  BODY_ENERGY
}
