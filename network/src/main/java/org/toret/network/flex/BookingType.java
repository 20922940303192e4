package org.toret.network.flex;

/// How long before the ride it must be booked, after GTFS `booking_type`.
public enum BookingType {
  /// Up to the moment of the ride.
  REAL_TIME,
  /// Some minutes before.
  SAME_DAY,
  /// Until an hour of a day before.
  PRIOR_DAYS;

  private static final BookingType[] ALL = values();

  static BookingType of(byte ordinal) {
    return ALL[ordinal];
  }
}
