package org.toret.app.search;

import java.util.Locale;

/// What a found place is.
public enum PlaceKind {
  STATION(24),
  STOP(6),
  PLACE(10),
  STREET(5),
  PARK(4);

  /// What the kind adds to the rank among equally good names.
  final int bonus;

  PlaceKind(int bonus) {
    this.bonus = bonus;
  }

  /// The lower-case name used in the HTTP interface.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
