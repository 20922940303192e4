package org.toret.router.raptor;

/// One vehicle run used in a journey, from boarding to alighting.
///
/// @param day index of the service date in the [TimetableView]
/// @param trip index into [org.toret.network.timetable.Trips]
/// @param boardCall position of boarding in the trip's pattern, from 0
/// @param alightCall position of alighting, greater than `boardCall`
/// @param seated whether the rider stayed seated from the ride before (same vehicle)
/// @param departureSeconds when the vehicle leaves the boarding stop, on the axis of the view
/// @param arrivalSeconds when it reaches the alighting stop
public record Ride(
    int day,
    int trip,
    int boardCall,
    int alightCall,
    boolean seated,
    int departureSeconds,
    int arrivalSeconds) {}
