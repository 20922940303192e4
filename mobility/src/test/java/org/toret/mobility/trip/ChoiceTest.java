package org.toret.mobility.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.When;
import org.toret.network.parking.CarParks;

/// Who finds what among many: expectations as a traveller has them, on alternatives made by hand.
@Tag("SR-29")
final class ChoiceTest {

  private static final long AT = 1_000_000;
  private static final When LEAVING =
      new When(Instant.ofEpochSecond(AT), false, Duration.ofHours(1));
  private static final Site PLACE = new Site(new GeoPoint(45, 7), "", -1);

  @Test
  void everybodyFindsOnesOwn() {
    List<Draft> front = new ArrayList<>();
    Draft bus = timed(5, 30, 1, 190, 600);
    Draft tram = timed(7, 49, 0, 190, 80);
    Draft fast = timed(0, 24, 3, 190, 900);
    Draft taxi = driven("taxi", 9, 1300, 1100);
    Draft bicycle = driven("bike", 25, 0, 0);
    Draft ownCar = driven("car", 18, 60, 900);
    Draft joined = new Draft("car+public", true, 1, legs(2, 25), costs(230, 700), each(), null);
    front.addAll(List.of(bus, tram, fast, taxi, bicycle, ownCar, joined));
    // the same again and again, never best in anything
    for (int i = 0; i < 100; i++) {
      front.add(timed(10 + i / 4.0, 36 + i / 4.0, 2, 190, 500 - i));
    }

    List<Draft> chosen = Choice.of(front, 8, LEAVING);

    assertThat(chosen).hasSize(8);
    assertThat(chosen).contains(bus, tram, fast, taxi, bicycle, ownCar, joined);
    assertThat(Choice.of(front, 0, LEAVING)).hasSameSizeAs(front);
  }

  @Test
  void whatIsFarFromUsualIsNoReasonToLeaveOutTheNextBus() {
    Draft first = timed(5, 30, 0, 190, 500);
    Draft next = timed(25, 50, 0, 190, 501);
    Draft silly = timed(4, 58, 3, 190, 499);
    List<Draft> front = List.of(first, next, silly, timed(45, 70, 0, 190, 502));

    // the silly one has the least emissions and is among the best; two more are asked for
    assertThat(Choice.of(front, 3, LEAVING)).contains(first, silly);
    List<Draft> clean = List.of(first, next, timed(4, 58, 3, 190, 600), timed(6, 31, 0, 190, 499));
    assertThat(Choice.of(clean, 3, LEAVING)).contains(first, next);
  }

  @Test
  @Tag("SR-30")
  void whatHasLeftIsNoWayToArriveInTime() {
    Draft left = timed(-20, 20, 0, 190, 500);
    Draft ahead = timed(10, 40, 0, 190, 500);
    When by = new When(Instant.ofEpochSecond(AT + 3600), true, Duration.ofHours(1));
    List<Draft> both = List.of(left, ahead);

    assertThat(Front.ahead(both, by, by, Instant.ofEpochSecond(AT))).containsExactly(ahead);
    assertThat(Front.ahead(both, by, by, Instant.ofEpochSecond(AT + 7200))).isEqualTo(both);
    assertThat(Front.ahead(both, LEAVING, LEAVING, Instant.ofEpochSecond(AT))).isEqualTo(both);
  }

  @Test
  void nobodyBoardsABusToSaveAMinuteOnFoot() {
    Draft walk = driven("walk", 21, 0, 0);
    Draft little = timed(27, 46.5, 0, 190, 16);
    Draft much = timed(27, 45, 0, 190, 51);

    assertThat(Choice.of(List.of(little, walk, much), 9, LEAVING))
        .containsExactlyInAnyOrder(walk, much);
    assertThat(Choice.of(List.of(little, walk, much), 0, LEAVING)).hasSize(3);
    assertThat(Choice.of(List.of(little, much), 9, LEAVING)).hasSize(2);
  }

  @Test
  void norLeavesABicycleForThat() {
    Draft bicycle = driven("bike", 24, 0, 0);
    Draft little = joined(0, 23, 380, 394);
    Draft much = joined(0, 20, 380, 394);

    assertThat(Choice.of(List.of(little, bicycle, much), 9, LEAVING))
        .containsExactlyInAnyOrder(bicycle, much);
  }

  @Test
  void whoChangesOnceMoreForAMinuteIsNotShown() {
    Draft direct = timed(5, 34, 0, 190, 500);
    Draft hardly = timed(5, 33, 1, 190, 600);
    Draft clearly = timed(5, 30, 1, 190, 600);
    Draft cleaner = timed(6, 33, 1, 190, 400);

    assertThat(Front.of(List.of(direct, hardly), true)).hasSize(2);
    assertThat(Choice.of(List.of(direct, hardly, timed(29, 58, 0, 190, 501)), 2, LEAVING))
        .doesNotContain(hardly);
    assertThat(Choice.of(List.of(direct, clearly, timed(29, 58, 0, 190, 501)), 2, LEAVING))
        .containsExactlyInAnyOrder(direct, clearly);
    assertThat(Choice.of(List.of(direct, cleaner, timed(29, 58, 0, 190, 501)), 2, LEAVING))
        .contains(cleaner);
  }

  @Test
  @Tag("SR-46")
  void pagesBeginWhereTheWindowEnds() {
    Duration hour = Duration.ofHours(1);
    When by = new When(at(0), true, hour);

    assertThat(Choice.later(LEAVING, LEAVING)).isEqualTo(at(60));
    assertThat(Choice.earlier(LEAVING, LEAVING)).isEqualTo(at(-60));
    assertThat(Choice.later(by, by)).isEqualTo(at(60));
    assertThat(Choice.earlier(by, by)).isEqualTo(at(-60));
  }

  /// The window moved to the first service of the morning, or to the last of the evening.
  @Test
  @Tag("SR-46")
  void whereTheWindowMovedTheyBeginASecondBehind() {
    Duration hour = Duration.ofHours(1);
    When morning = new When(at(300), false, hour);
    When evening = new When(at(-300), true, hour);
    When by = new When(at(0), true, hour);

    assertThat(Choice.later(LEAVING, morning)).isEqualTo(at(360).plusSeconds(1));
    assertThat(Choice.earlier(LEAVING, morning)).as("nothing leaves between").isEqualTo(at(-60));
    assertThat(Choice.earlier(by, evening)).isEqualTo(at(-360).minusSeconds(1));
    assertThat(Choice.later(by, evening)).isEqualTo(at(60));

    When back = new When(at(-300), false, hour);
    When on = new When(at(300), true, hour);
    assertThat(Choice.earlier(LEAVING, back)).isEqualTo(at(-360).minusSeconds(1));
    assertThat(Choice.later(by, on)).isEqualTo(at(360).plusSeconds(1));
  }

  private static Instant at(int minutes) {
    return Instant.ofEpochSecond(AT + 60L * minutes);
  }

  /// What a car uses on an unknown kind of fuel is not known, but a shorter drive uses less of it.
  @Test
  void ofUnknownConsumptionsTheLongerDriveIsNoBetter() {
    Draft near = unweighed(15);
    Draft far = unweighed(16);

    assertThat(Front.of(List.of(far, near), true)).containsExactly(near);
  }

  private static Draft unweighed(double minutes) {
    List<DraftLeg> legs =
        legs(0, minutes).stream().map(leg -> leg.parked(new DraftLeg.Parked(0, 0, 60))).toList();
    Costs known = costs(100, 0);
    Costs costs =
        new Costs(
            known.time(),
            known.fare(),
            new Costs.Energy(false, null, 0, 0, "no_factor", List.of(0), List.of()),
            new Costs.Emissions(
                false, null, 0, null, null, null, "no_factor", List.of(0), List.of()));
    return new Draft("car", false, 0, legs, costs, List.of(costs), null);
  }

  private static Draft joined(double from, double to, int cents, int grams) {
    return new Draft("bike+public", true, 0, legs(from, to), costs(cents, grams), each(), null);
  }

  /// Of two car parks without a known price the farther is no better; one with a toll that is not
  /// known is another matter.
  @Test
  void oneUnknownPriceOfParkingIsAsGoodAsAnother() {
    Draft door = parked(18, 61, "no_parking_price");
    Draft farther = parked(25, 65, "no_parking_price");
    Draft cheaper = parked(26, 50, "no_parking_price");
    Draft tolled = parked(30, 70, "no_road_toll");

    assertThat(Front.of(List.of(door, farther, cheaper, tolled), true))
        .containsExactly(door, cheaper, tolled);
  }

  private static Draft timed(double from, double to, int transfers, int cents, int grams) {
    return new Draft("public", true, transfers, legs(from, to), costs(cents, grams), each(), null);
  }

  private static Draft driven(String group, double minutes, int cents, int grams) {
    return new Draft(group, false, 0, legs(0, minutes), costs(cents, grams), each(), null);
  }

  private static Draft parked(double minutes, int cents, String reason) {
    int park = CarParks.none().count();
    List<DraftLeg> legs =
        legs(0, minutes).stream().map(leg -> leg.parked(new DraftLeg.Parked(park, 0, 60))).toList();
    Costs costs = costs(cents, 10 * cents, reason);
    return new Draft("car", false, 0, legs, costs, List.of(costs), null);
  }

  private static List<DraftLeg> legs(double from, double to) {
    long departure = AT + Math.round(60 * from);
    long arrival = AT + Math.round(60 * to);
    int metres = (int) (arrival - departure);
    return List.of(
        new DraftLeg(TravelMode.WALK, PLACE, PLACE, departure, arrival, metres, null, null));
  }

  private static List<Costs> each() {
    return List.of(costs(0, 0));
  }

  private static Costs costs(int cents, int grams) {
    return costs(cents, grams, null);
  }

  private static Costs costs(int cents, int grams, @Nullable String unknown) {
    boolean known = unknown == null;
    return new Costs(
        new Costs.Time(0, 0, 0),
        new Costs.Fare(
            known,
            known ? cents : null,
            cents,
            "EUR",
            unknown,
            known ? List.of() : List.of(0),
            List.of()),
        new Costs.Energy(true, 3 * grams, 3 * grams, 0, null, List.of(), List.of()),
        new Costs.Emissions(true, grams, grams, null, null, null, null, List.of(), List.of()));
  }
}
