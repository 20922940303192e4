package org.toret.mobility.reach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.TravelMode;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.StreetMode;
import org.toret.router.path.VehicleRides;
import org.toret.router.taxi.TaxiCosts;

/// Taxis all the way, where a tariff is known: called now, and where one is ready later than the
/// taxi could be there, without waiting. They may enter where private cars may not.
final class Taxis {

  private final CityEngine city;
  private final TaxiCosts taxis;
  private final Span span;
  private final Instant now;

  Taxis(CityEngine city, TaxiCosts taxis, Span span, Instant now) {
    this.city = city;
    this.taxis = taxis;
    this.span = span;
    this.now = now;
  }

  /// Whether one can be had at a place. Towards a place it counts where one could be had there.
  boolean isHad(Ground.Spot spot) {
    return span.uses(TravelMode.TAXI)
        && !city.city().streets().isEmpty()
        && taxis.isKnownAt(spot.point());
  }

  VehicleRides rides() {
    return city.streets().rides(StreetMode.CAR);
  }

  /// How long who is ready at a time waits for a taxi that is called now.
  ///
  /// @param at epoch second
  int waitSeconds(Ground.Spot spot, long at) {
    return (int) Math.min(Integer.MAX_VALUE / 4, Math.max(0, ready(spot, at) - at));
  }

  /// How long a ride may take that arrives by the time of the question; negative where no taxi
  /// comes soon enough.
  int longestSeconds(Ground.Spot spot, int limit) {
    long at = span.at().getEpochSecond();
    return (int) Math.min(limit, at - ready(spot, at));
  }

  private long ready(Ground.Spot spot, long at) {
    return now.getEpochSecond() + taxis.waitSeconds(spot.point(), at);
  }

  /// Seconds of riding to each of many places.
  int[] seconds(Ground.Spot from, List<GeoPoint> to, int limit) {
    return rides().seconds(from.point(), to, Ground.riding(span), limit);
  }

  /// What must be said: `reach_taxi_untold` where no tariff is known at any of some places,
  /// `reach_on_demand_not_counted`.
  List<Notice> notices(List<Ground.Spot> spots) {
    List<Notice> notices = new ArrayList<>();
    if (span.uses(TravelMode.TAXI)) {
      if (spots.stream().noneMatch(this::isHad)) {
        notices.add(Ground.notice("reach_taxi_untold"));
      } else if (span.rides()) {
        notices.add(Ground.notice("reach_taxi_all_the_way"));
      }
      if (!city.flex().onDemand().isEmpty()) {
        notices.add(Ground.notice("reach_on_demand_not_counted"));
      }
    }
    return notices;
  }
}
