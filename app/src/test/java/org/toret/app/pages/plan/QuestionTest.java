package org.toret.app.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.app.ask.PlanQuestion;
import org.toret.app.ask.ProblemException;
import org.toret.app.pages.frame.Address;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Vehicle;
import org.toret.mobility.plan.Waypoint;

final class QuestionTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Rome");
  private static final Instant NOW = Instant.parse("2026-09-15T06:14:31Z");
  private static final PlanQuestion.Setting SETTING =
      new PlanQuestion.Setting(NOW, ZONE, Set.of(TravelMode.WALK, TravelMode.METRO), "it");

  @Test
  void aTimeWithoutOffsetIsCityTime() {
    assertThat(asked("at", "2026-09-15T08:15").at(NOW, ZONE))
        .contains(Instant.parse("2026-09-15T06:15:00Z"));
    assertThat(asked("at", "2026-09-15T08:15:00+01:00").at(NOW, ZONE))
        .contains(Instant.parse("2026-09-15T07:15:00Z"));
    assertThat(asked("at", "2026-09-15T08:15:00 01:00").at(NOW, ZONE))
        .as("a plus sign that an address turned into a blank")
        .contains(Instant.parse("2026-09-15T07:15:00Z"));
    assertThat(asked("at", "domani").at(NOW, ZONE)).isEmpty();
  }

  @Test
  void nowIsTheMinuteThatRuns() {
    assertThat(asked().at(NOW, ZONE)).contains(Instant.parse("2026-09-15T06:14:00Z"));
    assertThat(asked("at", "2026-01-01T00:00", "when", "now").at(NOW, ZONE))
        .contains(Instant.parse("2026-09-15T06:14:00Z"));
  }

  @Test
  void arrivalIsAskedForInEitherWay() {
    assertThat(asked("at", "2026-09-15T08:15", "arriveBy", "true").when()).isEqualTo("arrive");
    assertThat(asked("at", "2026-09-15T08:15", "when", "arrive").when()).isEqualTo("arrive");
    assertThat(asked("at", "2026-09-15T08:15").when()).isEqualTo("depart");
  }

  @Test
  void theRequestSaysWhatTheFormSaid() {
    Question question =
        asked(
            "modes",
            "walk,transit",
            "vehicle",
            "diesel:5",
            "maxWalk",
            "500",
            "walkSpeed",
            "0.89",
            "luggage",
            "true");
    PlanRequest request = question.ask(NOW, SETTING).request();
    assertThat(request.from()).isEqualTo(new Waypoint.Point(new GeoPoint(45.07, 7.68), "Casa"));
    assertThat(request.to()).isEqualTo(new Waypoint.Stop("gtt:100"));
    assertThat(request.via()).containsExactly(new Waypoint.Stop("gtt:7"));
    assertThat(request.modes()).containsExactlyInAnyOrder(TravelMode.WALK, TravelMode.METRO);
    assertThat(request.traveller().vehicles()).containsExactly(new Vehicle("diesel", 5));
    assertThat(request.traveller().luggage()).isTrue();
    assertThat(request.traveller().walkMetresPerSecond()).isEqualTo(0.89);
    assertThat(request.limits().maxWalkMetres()).isEqualTo(500);
    assertThat(request.limits().maxTransfers()).isEqualTo(7);
  }

  @Test
  @Tag("UI-24")
  void whatIsHeldIsReadAsTheInterfaceReadsIt() {
    for (String since : List.of("2026-09-01T00:00", "2026-09-01T00:00:00+02:00")) {
      assertThat(
              asked("holds", "gtt:month@" + since).ask(NOW, SETTING).request().traveller().holds())
          .containsExactly("gtt:month@2026-08-31T22:00:00Z");
    }
    assertThat(asked("holds", "gtt:day@2026-09-15").ask(NOW, SETTING).request().traveller().holds())
        .as("a day begins when its night is over")
        .containsExactly("gtt:day@2026-09-15T02:00:00Z");
    assertThat(asked("holds", "gtt:month").ask(NOW, SETTING).request().traveller().holds())
        .containsExactly("gtt:month");
  }

  @Test
  @Tag("UI-24")
  void whatCannotBeUnderstoodIsNotPassedOver() {
    assertThat(
            Stream.of("holds month", "holds gtt:month@soon", "persons many", "vehicle steam:5")
                .map(pair -> pair.split(" "))
                .map(pair -> problem(asked(pair[0], pair[1]))))
        .containsExactly("invalid_holds", "invalid_holds", "invalid_number", "invalid_vehicle");
    assertThat(asked("modes", "walk,car").ask(NOW, SETTING).notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.code()).isEqualTo("mode_not_offered"));
  }

  private static String problem(Question question) {
    try {
      return question.ask(NOW, SETTING).toString();
    } catch (ProblemException e) {
      return e.problem().kind();
    }
  }

  @Test
  void onlyPointsOnTheEarthArePoints() {
    assertThat(Question.point(" 45.07 , 7.68 ")).contains(new GeoPoint(45.07, 7.68));
    assertThat(Question.point("95.0,7.68")).isEmpty();
    assertThat(Question.point("Via Roma 12, 3")).isEmpty();
  }

  private static Question asked(String... pairs) {
    Map<String, String[]> given = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      given.put(pairs[i], new String[] {pairs[i + 1]});
    }
    return new Question(
        Address.of(given),
        new Question.End("Casa", "45.07,7.68"),
        new Question.End("Porta Nuova", "gtt:100"),
        List.of(new Question.End("Marconi", "gtt:7")));
  }
}
