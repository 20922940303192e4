package org.toret.network.timetable;

import java.util.Locale;

/// The public transport modes, as travellers name them; GTFS route types map to these.
public enum Mode {
  BUS,
  TROLLEYBUS,
  COACH,
  TRAM,
  METRO,
  RAIL,
  FERRY,
  FUNICULAR,
  CABLECAR,
  GONDOLA,
  MONORAIL;

  private static final Mode[] ALL = values();

  /// The lower-case name used in the HTTP interface.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The mode of a stored ordinal.
  public static Mode of(int ordinal) {
    return ALL[ordinal];
  }
}
