package org.toret.network.sharing;

/// Where a ride may end, after GBFS `return_constraint`.
public enum ReturnConstraint {
  /// Wherever its zones allow it.
  FREE_FLOATING,
  /// At the station where it began.
  ROUNDTRIP_STATION,
  /// At any station.
  ANY_STATION,
  /// At any station, or wherever its zones allow it.
  HYBRID;

  private static final ReturnConstraint[] ALL = values();

  static ReturnConstraint of(byte ordinal) {
    return ALL[ordinal];
  }

  public boolean atStations() {
    return this == ANY_STATION || this == HYBRID;
  }

  public boolean anywhere() {
    return this == FREE_FLOATING || this == HYBRID;
  }
}
