package org.toret.mobility.trip;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.TravelMode;
import org.toret.router.flex.FlexRide;
import org.toret.router.hire.HireEngine;
import org.toret.router.hire.HirePlace;
import org.toret.router.path.StreetPath;

/// A leg before it is drawn: enough to weigh and compare it.
///
/// @param departure epoch second
/// @param arrival epoch second
/// @param metres along the way
/// @param ride the vehicle run, null for ways of one's own
/// @param path the way over the streets where it is known already, null until it is drawn
/// @param hire the shared vehicle, null for any other
/// @param parked where a car is left at the end, null for whoever leaves none
/// @param called the ride on demand, null for any other
/// @param unpaid identities of the charges that a drive does not pay by going around them
record DraftLeg(
    TravelMode mode,
    Site from,
    Site to,
    long departure,
    long arrival,
    int metres,
    @Nullable DatedRide ride,
    @Nullable StreetPath path,
    @Nullable Hire hire,
    @Nullable Parked parked,
    @Nullable FlexRide called,
    List<String> unpaid) {

  /// A leg that avoids no charge.
  DraftLeg(
      TravelMode mode,
      Site from,
      Site to,
      long departure,
      long arrival,
      int metres,
      @Nullable DatedRide ride,
      @Nullable StreetPath path,
      @Nullable Hire hire,
      @Nullable Parked parked,
      @Nullable FlexRide called) {
    this(mode, from, to, departure, arrival, metres, ride, path, hire, parked, called, List.of());
  }

  /// A leg that is no ride on demand.
  DraftLeg(
      TravelMode mode,
      Site from,
      Site to,
      long departure,
      long arrival,
      int metres,
      @Nullable DatedRide ride,
      @Nullable StreetPath path,
      @Nullable Hire hire,
      @Nullable Parked parked) {
    this(mode, from, to, departure, arrival, metres, ride, path, hire, parked, null);
  }

  /// A leg without a shared vehicle.
  DraftLeg(
      TravelMode mode,
      Site from,
      Site to,
      long departure,
      long arrival,
      int metres,
      @Nullable DatedRide ride,
      @Nullable StreetPath path) {
    this(mode, from, to, departure, arrival, metres, ride, path, null, null);
  }

  int seconds() {
    return (int) (arrival - departure);
  }

  /// Whether a vehicle is boarded for it.
  boolean boards() {
    return ride != null && !ride.seated();
  }

  /// The same leg at another time.
  DraftLeg shifted(long seconds) {
    long left = departure + seconds;
    long there = arrival + seconds;
    return new DraftLeg(
        mode, from, to, left, there, metres, ride, path, hire, parked, called, unpaid);
  }

  /// The same leg, that goes around some charges.
  DraftLeg without(List<String> charges) {
    return new DraftLeg(
        mode, from, to, departure, arrival, metres, ride, path, hire, parked, called, charges);
  }

  /// The same leg by a known way.
  DraftLeg along(StreetPath way) {
    return new DraftLeg(
        mode, from, to, departure, arrival, metres, ride, way, hire, parked, called, unpaid);
  }

  /// The same leg from a later moment on, for who sits in it already.
  DraftLeg since(long epochSecond) {
    long left = Math.max(departure, epochSecond);
    return new DraftLeg(
        mode, from, to, left, arrival, metres, ride, path, hire, parked, called, unpaid);
  }

  /// The same leg with the car left at its end, which takes its time.
  DraftLeg parked(Parked place) {
    long left = arrival + place.seconds();
    return new DraftLeg(
        mode, from, to, departure, left, metres, ride, path, hire, place, called, unpaid);
  }

  /// Seconds on the way, without looking for a place to park.
  int movingSeconds() {
    return seconds() - (parked == null ? 0 : parked.seconds());
  }

  /// The same leg in a run told otherwise.
  DraftLeg riding(DatedRide other) {
    return new DraftLeg(
        mode, from, to, departure, arrival, metres, other, path, hire, parked, called, unpaid);
  }

  /// One vehicle run used by an alternative, on its service date: told without the view of a
  /// search, since the parts of a journey may come from several.
  ///
  /// @param trip index into [org.toret.network.timetable.Trips]
  /// @param boardCall position of boarding in the trip's pattern, from 0
  /// @param alightCall position of alighting, greater than `boardCall`
  /// @param seated whether the rider stayed seated from the ride before (same vehicle)
  record DatedRide(int trip, LocalDate serviceDate, int boardCall, int alightCall, boolean seated) {

    /// The same run ridden on to where another part of it ends.
    DatedRide until(DatedRide later) {
      return new DatedRide(trip, serviceDate, boardCall, later.alightCall, seated);
    }

    /// The same ride by somebody who sat in the vehicle already.
    DatedRide seatedOn() {
      return new DatedRide(trip, serviceDate, boardCall, alightCall, true);
    }
  }

  /// The shared vehicle of a leg.
  ///
  /// @param type index into [org.toret.network.sharing.VehicleTypes]
  /// @param plan index into [org.toret.network.sharing.PricingPlans], -1 where none can be told
  /// @param pickup where it is taken
  /// @param drop where it is left
  /// @param vehicle `feed:vehicle_id`, empty for any of a station
  record Hire(int type, int plan, HirePlace pickup, HirePlace drop, String vehicle) {

    /// What it takes to unlock and lock: part of the leg, since the vehicle is paid for while it is
    /// locked up.
    static final int HANDLING_SECONDS = HireEngine.HANDLING_SECONDS;
  }

  /// Where the car of a leg is left.
  ///
  /// @param park index into [org.toret.network.parking.CarParks], or the street, see [ParkingPlace]
  /// @param seconds part of the leg that goes by looking for a place and parking
  /// @param stayMinutes how long it stays
  record Parked(int park, int seconds, int stayMinutes) {}
}
