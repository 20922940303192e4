package org.toret.network.sharing;

/// What moves a shared vehicle, after GBFS `propulsion_type`.
public enum Propulsion {
  HUMAN,
  ELECTRIC_ASSIST,
  ELECTRIC,
  COMBUSTION,
  COMBUSTION_DIESEL,
  HYBRID,
  PLUG_IN_HYBRID,
  HYDROGEN_FUEL_CELL;

  private static final Propulsion[] ALL = values();

  static Propulsion of(byte ordinal) {
    return ALL[ordinal];
  }
}
