package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notice;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.When;
import org.toret.network.flex.FlexCalls;
import org.toret.network.flex.FlexRows.CallRow;
import org.toret.network.flex.FlexRows.PlaceRow;
import org.toret.network.flex.FlexRows.TripRow;
import org.toret.network.flex.OnDemand;
import org.toret.network.flex.OnDemandBuilder;

/// A street of 6 km through Turin, driven at 36 km/h: 100 m take 10 s. From its start to 1 km and
/// from 3 km to its end a bus comes when it is called an hour before, 9:00 to 12:00. Clocks stand
/// at Monday 2 March 2026.
final class CalledTest {

  private static final int LENGTH_METRES = 6_000;

  private final TestCity city =
      TestCity.of(
          "stop A at=45.06,7.62 ; stop B at=45.06,7.63\nline 1 bus A 20:00 B 20:10",
          StreetTown.straight(StreetTown.point(0), StreetTown.point(LENGTH_METRES), LENGTH_METRES),
          rides());

  @Test
  @Tag("OD-05")
  void taxiComesWhenItIsAskedFor() {
    PlanAnswer answer = plan(1200, 3200, "14:00", false, 1, "13:00");
    Alternative taxi = answer.alternatives().getFirst();
    assertThat(answer.alternatives()).hasSize(1);
    assertThat(taxi.group()).isEqualTo("taxi");
    assertThat(taxi.departure().toLocalTime()).isEqualTo("14:00");
    assertThat(taxi.arrival().toLocalTime()).isEqualTo("14:03:20");
    assertThat(taxi.legs().getFirst().mode()).isEqualTo(TravelMode.TAXI);
    assertThat(taxi.legs().getFirst().booking()).isNull();
    assertThat(answer.notices()).extracting(Notice::code).contains("taxi_estimated");
  }

  /// 3.50 and two kilometres of 1.75; what the hour costs is not known.
  @Test
  @Tag("OD-04")
  void taxiHasThePriceOfItsTariffAndTheEnergyOfACar() {
    Costs costs = plan(1200, 3200, "14:00", false, 1, "13:00").alternatives().getFirst().costs();
    assertThat(costs.fare().known()).isFalse();
    assertThat(costs.fare().atLeastCents()).isEqualTo(700);
    assertThat(costs.fare().reason()).isEqualTo("taxi_tariff_partial");
    assertThat(costs.energy().known()).isTrue();
    assertThat(costs.energy().atLeastWattHours()).isPositive();
    Costs five = plan(1200, 3200, "14:00", false, 5, "13:00").alternatives().getFirst().costs();
    assertThat(five.fare().atLeastCents()).isEqualTo(1400);
    assertThat(five.energy().atLeastWattHours())
        .isBetween(
            2 * costs.energy().atLeastWattHours() - 1, 2 * costs.energy().atLeastWattHours() + 1);
  }

  @Test
  @Tag("OD-05")
  void taxiCalledNowIsWaitedFor() {
    assertThat(plan(1200, 3200, "14:00", false, 1, "13:55").alternatives())
        .singleElement()
        .satisfies(taxi -> assertThat(taxi.departure().toLocalTime()).isEqualTo("14:05"));
    assertThat(plan(1200, 3200, "14:10", true, 1, "13:55").alternatives())
        .singleElement()
        .satisfies(taxi -> assertThat(taxi.departure().toLocalTime()).isEqualTo("14:06:40"));
    assertThat(plan(1200, 3200, "14:08", true, 1, "13:55").alternatives()).isEmpty();
  }

  @Test
  @Tag("OD-05")
  void rideOnDemandTellsHowItIsBooked() {
    PlanAnswer answer = plan(500, 4500, "10:00", false, 1, "08:00");
    Alternative ride = onDemand(answer);
    assertThat(ride.group()).isEqualTo("taxi");
    assertThat(ride.departure().toLocalTime()).isEqualTo("10:00");
    assertThat(ride.arrival().toLocalTime()).isEqualTo("10:06:40");
    Leg.Booking booking = Objects.requireNonNull(ride.legs().getFirst().booking());
    assertThat(booking.type()).isEqualTo("same_day");
    assertThat(booking.latest().toLocalTime()).isEqualTo("09:00");
    assertThat(booking.phone()).isEqualTo("011 123");
    assertThat(booking.message()).isEqualTo("Call us");
    assertThat(booking.bookingUrl()).isNull();
    assertThat(booking.route().name()).isEqualTo("1");
    assertThat(ride.costs().fare().reason()).isEqualTo("on_demand_fare");
    assertThat(ride.costs().energy().known()).isFalse();
    assertThat(answer.notices()).extracting(Notice::code).contains("on_demand_not_sure");
  }

  @Test
  @Tag("OD-05")
  void outsideWindowAreaOrNoticeThereIsOnlyTheTaxi() {
    for (PlanAnswer answer :
        List.of(
            plan(500, 4500, "07:00", false, 1, "05:00"),
            plan(500, 4500, "13:00", false, 1, "08:00"),
            plan(1100, 4500, "10:00", false, 1, "08:00"),
            plan(500, 2900, "10:00", false, 1, "08:00"),
            plan(500, 4500, "10:00", false, 1, "10:01"))) {
      assertThat(answer.alternatives())
          .singleElement()
          .satisfies(only -> assertThat(only.legs().getFirst().booking()).isNull());
    }
  }

  @Test
  @Tag("OD-05")
  void identitiesLeadBackToTheSameRides() {
    PlanAnswer answer = plan(500, 4500, "10:00", false, 1, "08:00");
    assertThat(answer.alternatives()).hasSize(2);
    for (Alternative shown : answer.alternatives()) {
      assertThat(city.planner.again(shown.id(), "en", at("08:00")))
          .isInstanceOfSatisfying(
              Outcome.Done.class,
              done -> {
                Alternative again = (Alternative) done.value();
                assertThat(again.id()).isEqualTo(shown.id());
                assertThat(again.group()).isEqualTo("taxi");
                assertThat(again.departure()).isEqualTo(shown.departure());
                assertThat(again.arrival()).isEqualTo(shown.arrival());
                assertThat(again.costs()).isEqualTo(shown.costs());
                assertThat(again.legs().getFirst().booking())
                    .isEqualTo(shown.legs().getFirst().booking());
              });
    }
    assertThat(city.planner.again(onDemand(answer).id(), "en", at("09:01")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, gone -> assertThat(gone.code()).isEqualTo("alternative_gone"));
  }

  @Test
  @Tag("OD-11")
  void aBusOnDemandIsFoundByWhoTakesBuses() {
    PlanAnswer answer = plan(Set.of(TravelMode.WALK, TravelMode.BUS), "10:00", "08:00");
    assertThat(answer.alternatives())
        .singleElement()
        .satisfies(ride -> assertThat(ride.legs().getFirst().booking()).isNotNull());
    assertThat(answer.notices())
        .extracting(Notice::code)
        .contains("on_demand_not_sure")
        .doesNotContain("taxi_estimated", "taxi_too_late", "taxi_unknown");
    assertThat(plan(Set.of(TravelMode.WALK, TravelMode.TRAM), "10:00", "08:00").alternatives())
        .isEmpty();
  }

  @Test
  @Tag("OD-12")
  void whyThereIsNoTaxiIsTold() {
    PlanAnswer past = plan(Set.of(TravelMode.TAXI), "08:00", "14:00");
    assertThat(past.alternatives()).isEmpty();
    assertThat(past.notices())
        .filteredOn(notice -> notice.code().equals("taxi_too_late"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.args()).containsExactly("14:10", "2026-03-02"));
    PlanAnswer late = plan(1200, 3200, "14:08", true, 1, "13:55");
    assertThat(late.notices()).extracting(Notice::code).contains("taxi_too_late");
    assertThat(plan(1200, 3200, "14:10", true, 1, "13:55").notices())
        .extracting(Notice::code)
        .doesNotContain("taxi_too_late");
  }

  private PlanAnswer plan(Set<TravelMode> modes, String time, String now) {
    PlanRequest request = request(500, 4500, time, false, 1, modes);
    return TestCity.answered(city.planner.plan(request, at(now)));
  }

  @Test
  @Tag("OD-05")
  void nothingComesUnlessItMay() {
    PlanRequest request = request(500, 4500, "10:00", false, 1, Set.of(TravelMode.CAR));
    assertThat(TestCity.answered(city.planner.plan(request, at("08:00"))).alternatives())
        .extracting(Alternative::group)
        .containsExactly("car");
    assertThat(city.planner.hasCalled()).isTrue();
  }

  private static Alternative onDemand(PlanAnswer answer) {
    return answer.alternatives().stream()
        .filter(alternative -> alternative.legs().getFirst().booking() != null)
        .findFirst()
        .orElseThrow();
  }

  private PlanAnswer plan(
      int from, int to, String time, boolean arriveBy, int persons, String now) {
    PlanRequest request = request(from, to, time, arriveBy, persons, Set.of(TravelMode.TAXI));
    return TestCity.answered(city.planner.plan(request, at(now)));
  }

  private KnownNow at(String time) {
    return KnownNow.nothing(StreetTown.instant(time), city.engine.city());
  }

  private static PlanRequest request(
      int from, int to, String time, boolean arriveBy, int persons, Set<TravelMode> modes) {
    Traveller one = Traveller.ordinary();
    return StreetTown.request(
        from,
        to,
        new When(StreetTown.instant(time), arriveBy, Duration.ofHours(1)),
        modes,
        one.paying(persons, one.rider(), one.media()),
        new Limits(5, 2000, 25_000));
  }

  private static OnDemand rides() {
    OnDemandBuilder rides = new OnDemandBuilder();
    int rule = rides.addRule(StreetTown.anHourBefore());
    int here = rides.addPlace(new PlaceRow("t:here", "", List.of(box(0, 1000)), List.of()));
    int there = rides.addPlace(new PlaceRow("t:there", "", List.of(box(3000, 6000)), List.of()));
    rides.addTrip(
        new TripRow(
            "t:ride",
            0,
            0,
            0,
            List.of(
                new CallRow(here, 9 * 3600, 12 * 3600, FlexCalls.PICKUP, rule, -1, 1, 0),
                new CallRow(there, 9 * 3600, 12 * 3600, FlexCalls.DROP_OFF, -1, rule, 1, 0))));
    return rides.build();
  }

  private static int[] box(int west, int east) {
    return StreetTown.box(StreetTown.point(west), StreetTown.point(east));
  }
}
