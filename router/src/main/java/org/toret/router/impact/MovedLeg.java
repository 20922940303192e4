package org.toret.router.impact;

import java.time.LocalDate;
import org.toret.base.impact.Activity;
import org.toret.base.impact.CarClass;
import org.toret.network.timetable.Mode;

/// One leg of a journey as the impact sees it: what moved, how far, how long, how steep.
///
/// @param leg position in the journey, from 0
/// @param vehicle row of table `vehicle`
/// @param euroClass of a car, 0 when not known
/// @param metres length of the way
/// @param seconds in motion
/// @param riseMetres how much higher the end lies, 0 when not known
/// @param climbMetres sum of the climbs, 0 when not known
/// @param day the day of travel
public record MovedLeg(
    int leg,
    String vehicle,
    int euroClass,
    double metres,
    int seconds,
    double riseMetres,
    double climbMetres,
    LocalDate day) {

  /// A ride in public transport.
  public static MovedLeg ride(int leg, Mode mode, double metres, int seconds, LocalDate day) {
    return new MovedLeg(leg, mode.id(), 0, metres, seconds, 0, 0, day);
  }

  /// A drive in a car of this class.
  public static MovedLeg drive(int leg, CarClass car, double metres, int seconds, LocalDate day) {
    return new MovedLeg(leg, car.vehicle(), car.euroClass(), metres, seconds, 0, 0, day);
  }

  /// A way under one's own power or in anything else that has a row: `walk`, `bike`, `ebike` …
  public static MovedLeg by(int leg, String vehicle, double metres, int seconds, LocalDate day) {
    return new MovedLeg(leg, vehicle, 0, metres, seconds, 0, 0, day);
  }

  public MovedLeg withSlope(double rise, double climb) {
    return new MovedLeg(leg, vehicle, euroClass, metres, seconds, rise, climb, day);
  }

  Activity activity(int persons, String country) {
    return new Activity(
        vehicle, euroClass, metres, seconds, riseMetres, climbMetres, persons, country, day);
  }
}
