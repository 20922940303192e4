package org.toret.mobility.reliability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;

/// Where somebody is who travels an alternative as it was told last.
///
/// @param state what he does
/// @param at where he is; of a ride the stop it left last
/// @param trip `feed:trip_id` of the run he sits in, null elsewhere
/// @param serviceDate of that run
public record Whereabouts(
    State state, Spot at, @Nullable String trip, @Nullable LocalDate serviceDate) {

  /// So many ways on are offered.
  private static final int OFFERED = 3;

  /// Who has not left yet may leave so much sooner than he meant to.
  private static final Duration SOONER = Duration.ofMinutes(15);

  /// What a traveller does.
  public enum State {
    /// Has not left yet.
    BEFORE,
    /// Is on the way by himself.
    WALKING,
    /// Waits for a vehicle.
    WAITING,
    /// Sits in a vehicle.
    ABOARD,
    /// Is there.
    ARRIVED
  }

  /// Where he is at a moment.
  public static Whereabouts of(Alternative way, Instant now) {
    if (now.isBefore(way.departure().toInstant())) {
      return new Whereabouts(State.BEFORE, way.legs().getFirst().from(), null, null);
    }
    for (Leg leg : way.legs()) {
      if (now.isBefore(leg.departure().toInstant())) {
        return new Whereabouts(State.WAITING, leg.from(), null, null);
      }
      if (now.isBefore(leg.arrival().toInstant())) {
        Leg.Transit ride = leg.transit();
        return ride == null
            ? new Whereabouts(State.WALKING, between(leg, now), null, null)
            : new Whereabouts(State.ABOARD, passed(ride, now), ride.trip(), ride.serviceDate());
      }
    }
    return new Whereabouts(State.ARRIVED, way.legs().getLast().to(), null, null);
  }

  /// The question how to go on from there to the end of the alternative, on foot and by public
  /// transport.
  ///
  /// @param runs whether the run he sits in still goes; else he stands where it stopped last
  /// @param traveller who he is and what he needs
  public PlanRequest onward(
      Alternative way, Instant now, boolean runs, Traveller traveller, String language) {
    Set<TravelMode> modes = EnumSet.copyOf(TravelMode.transit());
    modes.add(TravelMode.WALK);
    boolean aboard = runs && trip != null && serviceDate != null;
    PlanRequest onFoot =
        new PlanRequest(
            place(at),
            place(way.legs().getLast().to()),
            List.of(),
            new When(leaves(way, now), false, Duration.ofHours(1)),
            modes,
            traveller,
            Limits.sensible(),
            true,
            OFFERED,
            PlanRequest.STAY_MINUTES,
            language);
    return onFoot.aboard(
        aboard && trip != null && serviceDate != null
            ? new PlanRequest.Aboard(trip, serviceDate)
            : null);
  }

  private Instant leaves(Alternative way, Instant now) {
    Instant soonest = way.departure().toInstant().minus(SOONER);
    return state == State.BEFORE && soonest.isAfter(now) ? soonest : now;
  }

  private static Waypoint place(Spot spot) {
    return spot.stop() == null
        ? new Waypoint.Point(new GeoPoint(spot.lat(), spot.lon()), spot.name())
        : new Waypoint.Stop(spot.stop());
  }

  private static Spot passed(Leg.Transit ride, Instant now) {
    Leg.Call last = ride.stops().getFirst();
    for (Leg.Call call : ride.stops()) {
      last = call.departure().toInstant().isAfter(now) ? last : call;
    }
    return new Spot(last.name(), last.lat(), last.lon(), last.stop(), null);
  }

  /// As far along as time has gone, straight between the ends.
  private static Spot between(Leg leg, Instant now) {
    double all = Math.max(1, Duration.between(leg.departure(), leg.arrival()).toSeconds());
    double share = Duration.between(leg.departure().toInstant(), now).toSeconds() / all;
    return new Spot(
        leg.to().name(),
        leg.from().lat() + share * (leg.to().lat() - leg.from().lat()),
        leg.from().lon() + share * (leg.to().lon() - leg.from().lon()),
        null,
        null);
  }
}
