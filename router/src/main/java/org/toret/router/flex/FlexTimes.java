package org.toret.router.flex;

import java.time.LocalDate;
import java.time.ZoneId;
import org.toret.network.flex.BookingRules;
import org.toret.network.flex.FlexCalls;
import org.toret.network.flex.FlexTrips;
import org.toret.network.timetable.Timetable;

/// When rides may begin: inside the windows of both ends, and as long as they can be booked.
final class FlexTimes {

  private final FlexTrips trips;
  private final FlexCalls calls;
  private final BookingRules rules;
  private final Timetable timetable;
  private final BookingTimes booking;
  private final long now;

  /// @param now by when a ride must still be bookable, epoch second
  FlexTimes(FlexEngine engine, long now) {
    this.now = now;
    trips = engine.onDemand().trips();
    calls = engine.onDemand().calls();
    rules = engine.onDemand().rules();
    timetable = engine.timetable();
    booking = new BookingTimes(rules, timetable.calendar());
  }

  /// The pick-ups of a ride.
  ///
  /// @param first epoch second
  /// @param last epoch second, before `first` where there is none
  /// @param seconds from the pick-up to the drop-off
  record Span(long first, long last, int seconds) {

    boolean isEmpty() {
      return last < first;
    }
  }

  /// The pick-ups from one call that lead to another.
  Span span(int trip, LocalDate day, int pickupCall, int dropOffCall, int drivingSeconds) {
    ZoneId zone = zone(trip);
    long base = BookingTimes.noonLess12(day, zone);
    int seconds = calls.rideSeconds(pickupCall, drivingSeconds);
    long bookable =
        Math.max(
            booking.earliestPickup(calls.pickupRules()[pickupCall], day, zone, now),
            booking.earliestPickup(calls.dropOffRules()[dropOffCall], day, zone, now));
    long opens = base + calls.startSeconds()[pickupCall];
    long first = Math.max(opens, base + calls.startSeconds()[dropOffCall] - seconds);
    long last =
        Math.min(
            base + calls.endSeconds()[pickupCall],
            base + calls.endSeconds()[dropOffCall] - seconds);
    return new Span(Math.max(first, bookable), last, seconds);
  }

  /// How a ride is booked.
  FlexBooking booking(int trip, LocalDate day, int pickupCall, int dropOffCall, long pickup) {
    ZoneId zone = zone(trip);
    int pickupRule = calls.pickupRules()[pickupCall];
    int dropOffRule = calls.dropOffRules()[dropOffCall];
    long latest =
        Math.min(
            booking.latest(pickupRule, day, zone, pickup),
            booking.latest(dropOffRule, day, zone, pickup));
    long opens =
        Math.max(
            booking.opens(pickupRule, day, zone, pickup),
            booking.opens(dropOffRule, day, zone, pickup));
    int rule = pickupRule >= 0 ? pickupRule : dropOffRule;
    if (rule < 0) {
      return new FlexBooking(null, latest, opens, "", "", "", "");
    }
    return new FlexBooking(
        rules.type(rule),
        latest,
        opens,
        rules.message(rule).isEmpty() ? rules.pickupMessage(rule) : rules.message(rule),
        rules.phone(rule),
        rules.infoUrl(rule),
        rules.bookingUrl(rule));
  }

  boolean runs(int trip, LocalDate day) {
    return timetable.calendar().runs(trips.services()[trip], (int) day.toEpochDay());
  }

  ZoneId zone(int trip) {
    int feed = timetable.routes().feeds()[trips.routes()[trip]];
    return ZoneId.of(timetable.feeds().zones().get(feed));
  }
}
