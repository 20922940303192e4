package org.toret.network.sharing;

/// What a shared vehicle looks like, after GBFS `form_factor`.
public enum FormFactor {
  BICYCLE,
  CARGO_BICYCLE,
  CAR,
  MOPED,
  SCOOTER_STANDING,
  SCOOTER_SEATED,
  OTHER;

  private static final FormFactor[] ALL = values();

  static FormFactor of(byte ordinal) {
    return ALL[ordinal];
  }
}
