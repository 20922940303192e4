package org.toret.mobility.trip;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.toret.base.impact.CarClass;
import org.toret.base.impact.Impact;
import org.toret.base.impact.ImpactCalculator;
import org.toret.base.impact.Measure;
import org.toret.base.impact.Quantity;
import org.toret.mobility.plan.CostItem;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Vehicle;
import org.toret.mobility.trip.DraftLeg.Hire;
import org.toret.network.CityInfo;
import org.toret.network.sharing.VehicleTypes;
import org.toret.network.timetable.Mode;
import org.toret.router.impact.JourneyImpact;
import org.toret.router.impact.LegImpact;
import org.toret.router.impact.MovedLeg;
import org.toret.router.taxi.TaxiCosts;

/// Weighs the legs of an alternative: time, fare, energy, emissions, in sum and one by one.
final class Weigher {

  /// What drives on demand is not told: no row of table `vehicle` has this name.
  private static final String ON_DEMAND = "on-demand";

  private final ImpactCalculator calculator;
  private final CityInfo city;
  private final FareWeigher fares;
  private final VehicleTypes types;

  /// @param types of shared vehicles
  Weigher(ImpactCalculator calculator, CityInfo city, FareWeigher fares, VehicleTypes types) {
    this.calculator = calculator;
    this.city = city;
    this.fares = fares;
    this.types = types;
  }

  /// The costs of the whole and of each leg.
  private record Weighed(Costs total, List<Costs> legs) {}

  /// An alternative of some legs.
  Draft draft(List<DraftLeg> legs, Traveller traveller, @Nullable Vehicle vehicle) {
    Chain chain = Chain.of(legs);
    boolean fixed = chain.isTimed() || chain.isAboard() || chain.isCalled();
    Weighed weighed = weigh(legs, traveller, vehicle);
    return new Draft(
        chain.group(), fixed, chain.transfers(), legs, weighed.total(), weighed.legs(), vehicle);
  }

  private Weighed weigh(List<DraftLeg> legs, Traveller traveller, @Nullable Vehicle vehicle) {
    List<MovedLeg> moved =
        IntStream.range(0, legs.size())
            .mapToObj(i ->
                legs.get(i).mode() == TravelMode.TAXI
                    ? called(i, legs.get(i), traveller.persons())
                    : moved(i, legs.get(i), vehicle))
            .toList();
    JourneyImpact impact = JourneyImpact.of(calculator, moved, traveller.persons(), city.country());
    FareWeigher.Fares priced = fares.price(legs, traveller, vehicle, impact.legs());
    JourneyImpact told = impact.published();
    List<Integer> unknownEnergy = told.unknownLegs(Impact::energy);
    List<Integer> unknownEmissions = told.unknownLegs(Impact::co2e);
    Costs total =
        new Costs(
            time(legs),
            priced.total(),
            energy(told.legs(), told.total(), unknownEnergy),
            emissions(told.legs(), told.total(), unknownEmissions));
    List<Costs> each = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      LegImpact own = told.legs().get(i);
      each.add(
          new Costs(
              time(List.of(legs.get(i))),
              priced.legs().get(i),
              energy(List.of(own), own.impact(), own(unknownEnergy, i)),
              emissions(List.of(own), own.impact(), own(unknownEmissions, i))));
    }
    return new Weighed(total, each);
  }

  private static List<Integer> own(List<Integer> unknown, int leg) {
    return unknown.contains(leg) ? List.of(leg) : List.of();
  }

  /// A taxi is a car of the fleet average, and so many as the party needs; its way to the door and
  /// back is not counted.
  private MovedLeg called(int position, DraftLeg leg, int persons) {
    LocalDate day = Instant.ofEpochSecond(leg.departure()).atZone(city.zone()).toLocalDate();
    int taxis = TaxiCosts.taxis(persons);
    return leg.called() == null
        ? MovedLeg.drive(
            position, CarClass.AVERAGE, taxis * leg.metres(), taxis * leg.seconds(), day)
        : MovedLeg.by(position, ON_DEMAND, leg.metres(), leg.seconds(), day);
  }

  private MovedLeg moved(int position, DraftLeg leg, @Nullable Vehicle vehicle) {
    LocalDate day = Instant.ofEpochSecond(leg.departure()).atZone(city.zone()).toLocalDate();
    int metres = leg.metres();
    int seconds = leg.movingSeconds();
    Hire hire = leg.hire();
    if (hire != null) {
      String row = HireTeller.vehicle(types, hire.type());
      return sloped(MovedLeg.by(position, row, metres, seconds, day), leg);
    }
    if (leg.mode().isTransit()) {
      return MovedLeg.ride(position, Mode.valueOf(leg.mode().name()), metres, seconds, day);
    }
    MovedLeg moved =
        leg.mode() == TravelMode.CAR
            ? MovedLeg.drive(position, carClass(vehicle), metres, seconds, day)
            : MovedLeg.by(position, leg.mode().id(), metres, seconds, day);
    return sloped(moved, leg);
  }

  private static MovedLeg sloped(MovedLeg moved, DraftLeg leg) {
    var path = leg.path();
    return path == null
        ? moved
        : moved.withSlope(path.ascentMetres() - path.descentMetres(), path.ascentMetres());
  }

  private static CarClass carClass(@Nullable Vehicle vehicle) {
    if (vehicle == null || vehicle.fuel().isEmpty()) {
      return CarClass.AVERAGE;
    }
    return CarClass.parse(
            vehicle.euroClass() > 0 ? vehicle.fuel() + ":" + vehicle.euroClass() : vehicle.fuel())
        .orElse(CarClass.AVERAGE);
  }

  private static Costs.Time time(List<DraftLeg> legs) {
    int total = (int) (legs.getLast().arrival() - legs.getFirst().departure());
    int walk = 0;
    int moving = 0;
    for (DraftLeg leg : legs) {
      moving += leg.seconds();
      walk += leg.mode() == TravelMode.WALK ? leg.seconds() : 0;
    }
    return new Costs.Time(total, walk, total - moving);
  }

  private static Costs.Energy energy(List<LegImpact> legs, Impact sum, List<Integer> unknown) {
    Quantity wattHours = sum.wattHours();
    return new Costs.Energy(
        wattHours.known(),
        value(wattHours),
        (int) wattHours.atLeast(),
        (int) sum.kcal().atLeast(),
        reason(wattHours),
        unknown,
        legs.stream()
            .filter(Weigher::isMotorised)
            .map(leg ->
                new CostItem.Energy(
                    List.of(leg.leg()),
                    value(leg.impact().wattHours()),
                    leg.factor(Measure.ENERGY),
                    leg.source(Measure.ENERGY)))
            .toList());
  }

  private static Costs.Emissions emissions(
      List<LegImpact> legs, Impact sum, List<Integer> unknown) {
    Quantity grams = sum.gramsCO2e();
    return new Costs.Emissions(
        grams.known(),
        value(grams),
        (int) grams.atLeast(),
        value(sum.tankToWheelGramsCO2e()),
        value(sum.milligramsNOx()),
        value(sum.milligramsPM()),
        reason(grams),
        unknown,
        legs.stream().filter(Weigher::isMotorised).map(Weigher::emission).toList());
  }

  private static CostItem.Emission emission(LegImpact leg) {
    Impact impact = leg.impact();
    return new CostItem.Emission(
        List.of(leg.leg()),
        value(impact.gramsCO2e()),
        value(impact.tankToWheelGramsCO2e()),
        value(impact.milligramsNOx()),
        value(impact.milligramsPM()),
        leg.factor(Measure.CO2E),
        leg.source(Measure.CO2E));
  }

  /// One's own legs use nothing: they need no line of their own.
  private static boolean isMotorised(LegImpact leg) {
    Quantity energy = leg.impact().energy();
    return !energy.known() || energy.amount() > 0 || !leg.impact().co2e().known();
  }

  private static @Nullable Integer value(Quantity quantity) {
    return quantity.known() ? Integer.valueOf(Math.toIntExact(quantity.amount())) : null;
  }

  private static @Nullable String reason(Quantity quantity) {
    return quantity.known() ? null : quantity.reason();
  }
}
