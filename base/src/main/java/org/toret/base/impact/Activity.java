package org.toret.base.impact;

import java.time.LocalDate;

/// What was done: one stretch in or on one vehicle.
///
/// @param vehicle a row of table `vehicle`, for example `metro`, `bus-diesel-6`, `car-petrol`
/// @param euroClass 1 to 7 for a car, 0 when not known
/// @param metres length of the way
/// @param seconds time in motion, 0 when not known (then the speed of the factor's middle is used)
/// @param riseMetres how much higher the end lies than the start, 0 when not known
/// @param climbMetres sum of all climbs on the way, 0 when not known
/// @param persons people travelling together: they share a car; in public transport each has a
///   share
/// @param country two-letter code of the country whose electricity is used
/// @param day the day of travel, which selects the versions of the tables
public record Activity(
    String vehicle,
    int euroClass,
    double metres,
    double seconds,
    double riseMetres,
    double climbMetres,
    int persons,
    String country,
    LocalDate day) {

  /// One person on level ground.
  public static Activity of(
      String vehicle, double metres, double seconds, String country, LocalDate day) {
    return new Activity(vehicle, 0, metres, seconds, 0, 0, 1, country, day);
  }

  public Activity withPersons(int count) {
    return new Activity(
        vehicle, euroClass, metres, seconds, riseMetres, climbMetres, count, country, day);
  }

  public Activity withEuroClass(int euro) {
    return new Activity(
        vehicle, euro, metres, seconds, riseMetres, climbMetres, persons, country, day);
  }

  public Activity withSlope(double rise, double climb) {
    return new Activity(vehicle, euroClass, metres, seconds, rise, climb, persons, country, day);
  }

  /// Mean speed in km/h, or 0 when the time is not known.
  double kilometresPerHour() {
    return seconds > 0 ? metres / seconds * 3.6 : 0;
  }
}
