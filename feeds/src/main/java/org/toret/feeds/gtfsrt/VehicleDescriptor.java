package org.toret.feeds.gtfsrt;

/// Which vehicle; texts are empty where nothing is said.
///
/// @param id internal, stays the same while it runs
/// @param label what travellers read on it
public record VehicleDescriptor(
    String id, String label, String licensePlate, WheelchairAccess wheelchair) {

  /// Whether it admits wheelchairs, where that differs from the timetable.
  public enum WheelchairAccess implements Numbered {
    NO_VALUE,
    UNKNOWN,
    WHEELCHAIR_ACCESSIBLE,
    WHEELCHAIR_INACCESSIBLE;

    @Override
    public int number() {
      return ordinal();
    }
  }
}
