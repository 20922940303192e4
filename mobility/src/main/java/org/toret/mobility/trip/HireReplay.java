package org.toret.mobility.trip;

import java.util.Optional;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.trip.DraftLeg.Hire;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.VehicleTypes;
import org.toret.router.hire.HirePlace;
import org.toret.router.path.StreetPath;

/// Finds a ride with a shared vehicle again from its identity: the same type between the same
/// places, by the streets and the prices of now. A certain vehicle is taken as still standing
/// there.
///
/// Refused as `alternative_gone` when its system, type or a station is not there any more, or no
/// way leads from one to the other.
final class HireReplay {

  private final HireFinder finder;
  private final Sharing sharing;

  HireReplay(HireFinder finder, Sharing sharing) {
    this.finder = finder;
    this.sharing = sharing;
  }

  Outcome<DraftLeg> leg(AlternativeId.Hired part, Traveller traveller) {
    int colon = part.type().indexOf(':');
    int system = sharing.systems().find(part.type().substring(0, Math.max(0, colon)));
    int type = system < 0 ? -1 : sharing.types().find(system, part.type().substring(colon + 1));
    Optional<TravelMode> mode =
        type < 0 ? Optional.empty() : HireFinder.mode(sharing.types().form(type));
    if (mode.isEmpty()) {
      return Outcome.refused("alternative_gone", part.type());
    }
    int plan = part.plan().isEmpty() ? -1 : sharing.plans().find(system, part.plan());
    Optional<HirePlace> pickup = place(part.pickup(), type, plan);
    Optional<HirePlace> drop = place(part.drop(), type, plan);
    if (pickup.isEmpty() || drop.isEmpty()) {
      String gone = pickup.isEmpty() ? part.pickup() : part.drop();
      return Outcome.refused("alternative_gone", gone);
    }
    Optional<StreetPath> ride =
        finder.ride(
            type,
            pickup.get(),
            drop.get(),
            HireFinder.rider(traveller),
            DirectFinder.unlimited(traveller).walk(),
            part.departure());
    if (ride.isEmpty()) {
      return Outcome.refused("alternative_gone", part.drop());
    }
    long arrival = part.departure() + ride.get().seconds() + Hire.HANDLING_SECONDS;
    return Outcome.done(
        new DraftLeg(
            mode.get(),
            finder.site(pickup.get(), type),
            finder.site(drop.get(), type),
            part.departure(),
            arrival,
            ride.get().metres(),
            null,
            ride.get(),
            new Hire(type, plan, pickup.get(), drop.get(), part.vehicle()),
            null));
  }

  private Optional<HirePlace> place(String text, int type, int plan) {
    int range = sharing.types().maxRangeMetres()[type];
    if (!text.startsWith("@")) {
      return AlternativeId.point(text)
          .map(point -> new HirePlace(-1, -1, point, VehicleTypes.NO_RANGE, plan));
    }
    int station = sharing.stations().find(text.substring(1));
    return station < 0
        ? Optional.empty()
        : Optional.of(new HirePlace(station, -1, sharing.stations().point(station), range, plan));
  }
}
