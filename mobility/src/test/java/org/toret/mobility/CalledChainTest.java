package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.KnownNow;
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

/// Vehicles that are called and trains, along a street of 12 km through Turin. Trains stop at A (3
/// km) and B (9 km) and take ten minutes; 100 m by car take 10 s. Clocks stand at Monday 2 March
/// 2026.
@Tag("OD-06")
final class CalledChainTest {

  private static final int LENGTH_METRES = 12_000;

  private static TestCity town(String line, OnDemand rides) {
    String stops = stop("A", 3_000) + stop("B", 9_000) + stop("H", 2_900);
    return TestCity.of(
        stops + line,
        StreetTown.straight(StreetTown.point(0), StreetTown.point(LENGTH_METRES), LENGTH_METRES),
        rides);
  }

  private static String stop(String name, int metres) {
    GeoPoint at = StreetTown.point(metres);
    return String.format(Locale.ROOT, "stop %s at=%.7f,%.7f%n", name, at.lat(), at.lon());
  }

  /// The last train is at 23:40; a taxi waits there a minute later, drives 2 km in 200 s.
  @Test
  void aTaxiLeadsHomeFromTheLastTrain() {
    TestCity city = town("line 1 rail A 23:30 B 23:40", OnDemand.none());
    PlanAnswer answer = plan(city, 3_000, 11_000, "23:10", "22:00");
    Alternative way = only(answer);
    assertThat(way.modes()).endsWith(TravelMode.RAIL, TravelMode.TAXI);
    assertThat(way.transfers()).isZero();
    assertThat(way.legs().getLast().departure().toLocalTime()).isEqualTo("23:41");
    assertThat(way.arrival().toLocalTime()).isEqualTo("23:44:20");
    assertThat(answer.notices()).extracting(Notice::code).contains("taxi_estimated");
  }

  /// Called at 23:50 none is there for the train of 23:40, and nobody waits for a later one.
  @Test
  void noTaxiComesToATrainThatHasArrived() {
    TestCity city = town("line 1 rail A 23:30 B 23:40", OnDemand.none());
    assertThat(joined(plan(city, 3_000, 11_000, "23:10", "23:50"))).isEmpty();
  }

  /// 3.50, the night and two kilometres of 1.75; the ticket of the train and the hour of the taxi
  /// are not known, and never nothing.
  @Test
  void thePriceIsThatOfBothAndEnergyIsAdded() {
    TestCity city = town("line 1 rail A 23:30 B 23:40", OnDemand.none());
    Alternative way = only(plan(city, 3_000, 11_000, "23:10", "22:00"));
    assertThat(way.costs().fare().known()).isFalse();
    assertThat(way.costs().fare().atLeastCents()).isEqualTo(350 + 250 + 350);
    assertThat(way.costs().fare().items())
        .singleElement()
        .satisfies(item -> assertThat(item.kind()).isEqualTo("taxi"));
    int sum = way.legs().stream().mapToInt(leg -> leg.costs().energy().atLeastWattHours()).sum();
    assertThat(way.costs().energy().atLeastWattHours()).isBetween(sum - 2, sum + 2);
    assertThat(way.costs().energy().atLeastWattHours())
        .isGreaterThan(way.legs().getLast().costs().energy().atLeastWattHours());
  }

  @Test
  void aTaxiLeadsToTheTrainAsLateAsItCan() {
    TestCity city = town("line 1 rail A 14:30 B 14:40", OnDemand.none());
    Alternative way = only(plan(city, 1_000, 9_000, "14:00", "13:00"));
    assertThat(way.departure().toLocalTime()).isEqualTo("14:25:40");
    assertThat(way.modes()).startsWith(TravelMode.TAXI, TravelMode.RAIL);
    assertThat(way.arrival().toLocalTime()).isEqualTo("14:40");
  }

  /// Called at 14:17 it comes at 14:27, too late for the train.
  @Test
  void aTaxiThatIsCalledNowMustBeThereInTime() {
    TestCity city = town("line 1 rail A 14:30 B 14:40", OnDemand.none());
    assertThat(joined(plan(city, 1_000, 9_000, "14:00", "14:17"))).isEmpty();
    assertThat(joined(plan(city, 1_000, 9_000, "14:00", "14:15"))).hasSize(1);
  }

  @Test
  void nobodyIsDrivenToATramOrTakesATaxiForMostOfTheWay() {
    TestCity tram = town("line 1 tram A 14:30 B 14:40", OnDemand.none());
    assertThat(joined(plan(tram, 1_000, 9_000, "14:00", "13:00"))).isEmpty();
    TestCity far = town("line 1 rail H 14:30 A 14:31", OnDemand.none());
    assertThat(joined(plan(far, 1_000, 3_000, "14:00", "13:00"))).isEmpty();
  }

  /// To A, for one stop by metro, to the bus at K would leave last: who takes a taxi has it drive
  /// to the bus.
  @Test
  @Tag("OD-07")
  void nobodyDrivesToOneStopByMetroAndABus() {
    String lines =
        stop("K", 4_400) + "line 1 metro A 14:38:30 K 14:39\nline 2 bus K 14:40 B 14:50\n";
    PlanAnswer answer = plan(town(lines, OnDemand.none()), 1_000, 9_000, "14:00", "13:00");
    assertThat(only(answer).modes()).containsExactly(TravelMode.TAXI, TravelMode.BUS);
    assertThat(answer.pareto().cuts()).containsExactly(new PlanAnswer.Cut("taxi_chains", 1));
    assertThat(answer.pareto().truncated()).isTrue();
  }

  /// From A the metro to the bus at K carries 2.05 km after 2.1 in the taxi; K itself is nearer to
  /// the other end. It leaves later and arrives sooner than the train and the tram.
  @Test
  @Tag("OD-07")
  void whatIsNotWorthItDoesNotHideWhatIs() {
    String lines =
        stop("K", 5_050)
            + stop("M", 7_000)
            + """
            line 1 metro A 14:38:30 K 14:39:30
            line 2 bus K 14:41 B 14:50
            line 3 rail H 14:30 M 14:38
            line 4 tram M 14:41 B 14:50:30
            """;
    PlanAnswer answer = plan(town(lines, OnDemand.none()), 900, 9_000, "14:00", "13:00");
    assertThat(only(answer).modes())
        .containsExactly(TravelMode.TAXI, TravelMode.RAIL, TravelMode.TRAM);
    assertThat(answer.pareto().cuts()).containsExactly(new PlanAnswer.Cut("taxi_chains", 1));
  }

  /// Two kilometres on foot take 25 minutes, the taxi three: not half an hour more.
  @Test
  void whereItIsWalkedToTheTrainNoTaxiIsOffered() {
    TestCity city = town("line 1 rail A 14:30 B 14:40", OnDemand.none());
    PlanRequest request = request(1_000, 9_000, "14:00", new Limits(5, 2_500, 25_000));
    assertThat(joined(TestCity.answered(city.planner.plan(request, at(city, "13:00"))))).isEmpty();
  }

  /// From the village (0 to 2 km) a bus that is called brings to stop H, 100 m from the train,
  /// where it arrives until 14:20.
  @Test
  void aRideOnDemandLeadsToAStopBesideTheStation() {
    TestCity city = town("line 1 rail A 14:30 B 14:40", village());
    PlanAnswer answer = plan(city, 1_000, 9_000, "14:00", "13:00", new Limits(5, 500, 25_000));
    Alternative way = onDemand(answer);
    assertThat(way.modes()).containsExactly(TravelMode.TAXI, TravelMode.WALK, TravelMode.RAIL);
    assertThat(way.legs().getFirst().arrival().toLocalTime()).isEqualTo("14:20");
    assertThat(way.legs().getFirst().booking()).isNotNull();
    assertThat(way.costs().energy().known()).isFalse();
    assertThat(way.costs().fare().known()).isFalse();
  }

  @Test
  void identitiesLeadBackToTheSameWays() {
    TestCity city = town("line 1 rail A 14:30 B 14:40", village());
    Limits limits = new Limits(5, 500, 25_000);
    List<Alternative> shown = joined(plan(city, 1_000, 9_000, "14:00", "13:00", limits));
    assertThat(shown).hasSize(2);
    for (Alternative one : shown) {
      Outcome<Alternative> again = city.planner.again(one.id(), "en", at(city, "13:00"));
      assertThat(again)
          .isInstanceOfSatisfying(
              Outcome.Done.class,
              done -> {
                Alternative same = (Alternative) done.value();
                assertThat(same.id()).isEqualTo(one.id());
                assertThat(same.group()).isEqualTo("taxi+public");
                assertThat(same.departure()).isEqualTo(one.departure());
                assertThat(same.arrival()).isEqualTo(one.arrival());
                assertThat(same.costs()).isEqualTo(one.costs());
              });
    }
  }

  private static OnDemand village() {
    OnDemandBuilder rides = new OnDemandBuilder();
    int here =
        rides.addPlace(
            new PlaceRow(
                "t:village",
                "",
                List.of(StreetTown.box(StreetTown.point(0), StreetTown.point(2_000))),
                List.of()));
    int there = rides.addPlace(new PlaceRow("t:stop", "", List.of(), List.of(2)));
    int from = 13 * 3600;
    int until = 14 * 3600 + 1200;
    rides.addTrip(
        new TripRow(
            "t:ride",
            0,
            0,
            0,
            List.of(
                new CallRow(here, from, until, FlexCalls.PICKUP, -1, -1, 1, 0),
                new CallRow(there, from, until, FlexCalls.DROP_OFF, -1, -1, 1, 0))));
    return rides.build();
  }

  private static Alternative only(PlanAnswer answer) {
    assertThat(joined(answer)).hasSize(1);
    return joined(answer).getFirst();
  }

  private static Alternative onDemand(PlanAnswer answer) {
    return joined(answer).stream()
        .filter(way -> way.legs().stream().anyMatch(leg -> leg.booking() != null))
        .findFirst()
        .orElseThrow();
  }

  private static List<Alternative> joined(PlanAnswer answer) {
    return answer.alternatives().stream().filter(way -> way.group().equals("taxi+public")).toList();
  }

  private static PlanAnswer plan(TestCity city, int from, int to, String time, String now) {
    return plan(city, from, to, time, now, new Limits(5, 50, 25_000));
  }

  private static PlanAnswer plan(
      TestCity city, int from, int to, String time, String now, Limits limits) {
    return TestCity.answered(city.planner.plan(request(from, to, time, limits), at(city, now)));
  }

  private static KnownNow at(TestCity city, String time) {
    return KnownNow.nothing(StreetTown.instant(time), city.engine.city());
  }

  private static PlanRequest request(int from, int to, String time, Limits limits) {
    Set<TravelMode> modes =
        EnumSet.of(
            TravelMode.TAXI, TravelMode.RAIL, TravelMode.TRAM, TravelMode.METRO, TravelMode.BUS);
    return StreetTown.request(
        from,
        to,
        new When(StreetTown.instant(time), false, Duration.ofHours(1)),
        modes,
        Traveller.ordinary(),
        limits);
  }
}
