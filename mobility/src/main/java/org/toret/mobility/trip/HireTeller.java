package org.toret.mobility.trip;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.trip.DraftLeg.Hire;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.VehicleTypes;
import org.toret.router.hire.HirePlace;

/// Tells the shared vehicle of a leg, and names the factors that hold for it.
final class HireTeller {

  private final Sharing sharing;

  HireTeller(Sharing sharing) {
    this.sharing = sharing;
  }

  /// The row of table `vehicle` for a type; a type without one is unknown by that name.
  static String vehicle(VehicleTypes types, int type) {
    FormFactor form = types.form(type);
    return switch (types.propulsion(type)) {
      case HUMAN -> form == FormFactor.SCOOTER_STANDING ? "scooter" : "bike";
      case ELECTRIC_ASSIST -> "ebike";
      case ELECTRIC ->
          switch (form) {
            case CAR -> "car-electric";
            case BICYCLE, CARGO_BICYCLE -> "ebike";
            case SCOOTER_STANDING, SCOOTER_SEATED, MOPED, OTHER -> "escooter";
          };
      case COMBUSTION -> form == FormFactor.CAR ? "car-petrol" : "moped";
      case COMBUSTION_DIESEL -> form == FormFactor.CAR ? "car-diesel" : "moped";
      case HYBRID -> "car-hybrid";
      case PLUG_IN_HYBRID -> "car-plug-in-hybrid";
      case HYDROGEN_FUEL_CELL -> "car-hydrogen";
    };
  }

  /// @param now what is known at the time of travel
  /// @param chances to take it and to give it back
  Leg.Hire tell(Hire hire, Availability now, ZoneId zone, Chances chances) {
    VehicleTypes types = sharing.types();
    int system = types.systems()[hire.type()];
    int from = hire.pickup().station();
    int to = hire.drop().station();
    int plan = hire.plan();
    int range = hire.pickup().rangeMetres();
    boolean known = now.knows(system);
    boolean knownFrom = known && from >= 0 && now.isKnown(from);
    boolean knownTo = known && to >= 0 && now.isKnown(to);
    return new Leg.Hire(
        sharing.systems().ids().get(system),
        sharing.systems().names().get(system),
        types.ids().get(hire.type()),
        types.names().get(hire.type()),
        types.form(hire.type()).name().toLowerCase(Locale.ROOT),
        types.propulsion(hire.type()).name().toLowerCase(Locale.ROOT),
        plan < 0 ? null : sharing.plans().ids().get(plan),
        range == VehicleTypes.NO_RANGE ? null : Integer.valueOf(range),
        to < 0 ? null : sharing.stations().ids().get(to),
        knownFrom ? Integer.valueOf(now.vehicles(from, hire.type())) : null,
        knownTo && now.docks()[to] >= 0 ? Integer.valueOf(now.docks()[to]) : null,
        known
            ? Instant.ofEpochSecond(now.atEpochSeconds()[system]).atZone(zone).toOffsetDateTime()
            : null,
        chances.take(),
        chances.leave());
  }

  /// How likely a vehicle is there, and can be given back; null where it is not known.
  record Chances(Leg.@Nullable Chance take, Leg.@Nullable Chance leave) {}

  /// What must be known to find the ride again.
  AlternativeId.Hired identity(DraftLeg leg, Hire hire) {
    int system = sharing.types().systems()[hire.type()];
    return new AlternativeId.Hired(
        sharing.systems().ids().get(system) + ":" + sharing.types().ids().get(hire.type()),
        hire.plan() < 0 ? "" : sharing.plans().ids().get(hire.plan()),
        place(hire.pickup()),
        place(hire.drop()),
        hire.vehicle(),
        leg.departure());
  }

  private String place(HirePlace place) {
    return AlternativeId.place(place.station(), sharing.stations().ids(), place.point());
  }

  /// The station where it is taken, null for anywhere else.
  @Nullable String station(Hire hire) {
    int station = hire.pickup().station();
    return station < 0 ? null : sharing.stations().ids().get(station);
  }
}
