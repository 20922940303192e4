package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.app.http.DemoPlans.codes;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;

/// No way that somebody with a map would laugh at, for random questions in the demo city: each is
/// held against walking and driving all the way, asked for on their own.
final class SensibleWaysTest {

  private static final String MODES = "walk,transit,bikeshare,kissride,parkride,bikeride";

  private static final List<String> ALL =
      List.of(
          "walk",
          "bike",
          "ebike",
          "bikeshare",
          "scooter",
          "car",
          "carshare",
          "taxi",
          "parkride",
          "kissride",
          "bikeride",
          "bus",
          "tram",
          "metro",
          "rail",
          "ferry",
          "transit");

  private static final List<String> TRANSIT = List.of("bus", "tram", "metro", "rail");

  private static final Map<String, List<String>> OF_MODES =
      Map.of(
          "taxi_estimated",
          List.of("taxi"),
          "taxi_wheelchair_unknown",
          List.of("taxi"),
          "hire_availability_unknown",
          List.of("bikeshare", "scooter", "carshare"),
          "bike_on_board_fare",
          TRANSIT,
          "accessibility_unknown",
          TRANSIT,
          "window_widened",
          TRANSIT,
          "kissride_return_not_counted",
          List.of("car"));

  @TempDir static Path state;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Optional.empty(), state, "2026-09-15T08:00+02:00");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String ends(Random random, double span) {
    double lat = 45.045 + random.nextDouble() * 0.03;
    double lon = 7.635 + random.nextDouble() * 0.05;
    return String.format(
        Locale.ROOT,
        "from=%.5f,%.5f&to=%.5f,%.5f&at=2026-09-15T%02d:%02d",
        lat,
        lon,
        lat + (random.nextDouble() - 0.5) * span,
        lon + (random.nextDouble() - 0.5) * span,
        7 + random.nextInt(12),
        random.nextInt(60));
  }

  private static JsonNode plan(String ends, String more) {
    return server.json("api/v1/plan?" + ends + "&" + more);
  }

  @Test
  @Tag("SR-14")
  void nobodyWalksMostOfTheWayToBeNoSoonerThanOnFoot() {
    Random random = new Random(7);
    int checked = 0;
    for (int i = 0; i < 100; i++) {
      String ends = ends(random, 0.04);
      JsonNode walk = plan(ends, "modes=walk&maxWalk=20000").at("/alternatives/0");
      JsonNode answer = plan(ends, "alternatives=0&modes=" + MODES);
      if (walk.at("/legs/0/metres").asInt() > 2_500) {
        long quickest = Long.MAX_VALUE;
        for (JsonNode way : answer.path("alternatives")) {
          int walked = 0;
          for (JsonNode leg : way.path("legs")) {
            walked += leg.path("mode").asString().equals("walk") ? leg.path("metres").asInt() : 0;
          }
          int seconds = way.at("/costs/time/seconds").asInt();
          boolean mostly = walked * 3 >= walk.at("/legs/0/metres").asInt() * 2;
          assertThat(mostly && seconds >= walk.at("/costs/time/seconds").asInt() - 120)
              .as("%s %s", ends, way.path("modes"))
              .isFalse();
          checked++;
          if (way.path("group").asString().equals("public")) {
            quickest = Math.min(quickest, seconds);
          }
        }
        if (quickest < Long.MAX_VALUE && quickest >= walk.at("/costs/time/seconds").asInt()) {
          assertThat(codes(answer)).contains("walk_longer");
        }
      }
    }
    assertThat(checked).isGreaterThan(100);
  }

  @Test
  @Tag("SR-01")
  void nothingByTimetableStandsOnTwoPages() {
    Random random = new Random(3);
    int checked = 0;
    for (int i = 0; i < 40; i++) {
      String ends = ends(random, 0.06);
      String asked = "alternatives=0&window=PT15M&modes=walk,transit";
      JsonNode answer = plan(ends, asked);
      OffsetDateTime end = OffsetDateTime.parse(answer.path("at").asString()).plusMinutes(15);
      for (JsonNode way : answer.path("alternatives")) {
        if (way.path("group").asString().equals("public")
            && !answer.path("notices").toString().contains("window_widened")) {
          boolean later = OffsetDateTime.parse(way.path("departure").asString()).isAfter(end);
          assertThat(later && !way.equals(soonest(answer))).as(ends).isFalse();
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(50);
  }

  /// Whatever one asks for alone, with needs or without: where nothing is offered something is
  /// told.
  @Test
  @Tag("SR-45")
  void nothingIsOfferedWithoutAWord() {
    Random random = new Random(5);
    int empty = 0;
    List<String> needs =
        List.of("", "&wheelchair=true", "&bikeOnBoard=true", "&luggage=true", "&maxWalk=0");
    for (String mode : ALL) {
      for (String need : needs) {
        JsonNode answer = plan(ends(random, 0.05), "modes=" + mode + need);
        if (answer.path("alternatives").isEmpty()) {
          assertThat(codes(answer))
              .as(mode + need)
              .isNotEmpty()
              .isNotEqualTo(List.of("accessibility_unknown"))
              .isNotEqualTo(List.of("luggage_heeded"));
          empty++;
        }
      }
    }
    assertThat(empty).isGreaterThan(10);
  }

  /// Of all modes, what is told of vehicles is told beside ways that use them.
  @Test
  @Tag("SR-45")
  void noticesAreOfWaysThatAreThere() {
    Random random = new Random(9);
    int checked = 0;
    for (int i = 0; i < 40; i++) {
      String need = i % 4 == 0 ? "wheelchair=true" : i % 4 == 1 ? "bikeOnBoard=true" : "";
      JsonNode answer = plan(ends(random, 0.05), "alternatives=" + (1 + i % 6) + "&" + need);
      List<String> modes = answer.path("alternatives").findValuesAsString("mode");
      for (String code : codes(answer)) {
        List<String> any = OF_MODES.getOrDefault(code, List.of());
        if (!any.isEmpty()) {
          assertThat(modes).as("%d %s", i, code).containsAnyElementsOf(any);
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(20);
    JsonNode called = plan(ends(random, 0.05), "modes=taxi&wheelchair=true");
    assertThat(codes(called)).contains("taxi_wheelchair_unknown");
    for (int persons = 5; persons <= 6; persons++) {
      JsonNode driven = plan(ends(random, 0.05), "modes=car&persons=" + persons);
      assertThat(codes(driven).contains("car_full"))
          .as("%d people in a car", persons)
          .isEqualTo(persons == 6);
    }
  }

  /// Everything is told again as it was, whatever the pace.
  @Test
  @Tag("SR-46")
  void whatIsAskedForAgainIsTheSame() {
    Random random = new Random(13);
    int checked = 0;
    for (int i = 0; i < 12; i++) {
      String pace = i % 2 == 0 ? "&walkSpeed=1.9&bikeSpeed=6" : "&walkSpeed=0.8&bikeSpeed=3";
      for (JsonNode way : plan(ends(random, 0.05), "alternatives=0" + pace).path("alternatives")) {
        JsonNode again =
            server.json("api/v1/plan/" + way.path("id").asString()).path("alternative");
        for (String part : List.of("departure", "arrival", "transfers", "modes")) {
          assertThat(again.path(part))
              .as("%s %s", way.path("group"), part)
              .isEqualTo(way.path(part));
        }
        assertThat(again.at("/costs/fare/cents")).isEqualTo(way.at("/costs/fare/cents"));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(100);
  }

  /// At night, when windows move: turned to earlier or later, no page shows what the one before
  /// did.
  @Test
  @Tag("SR-46")
  void noPageShowsWhatTheOneBeforeDid() {
    Random random = new Random(17);
    int checked = 0;
    for (int i = 0; i < 24; i++) {
      String by =
          "&modes=transit&alternatives=0"
              + (i % 2 == 0 ? "" : "&arriveBy=true")
              + (i % 3 == 0 ? "&via=45.0610,7.6620" : "");
      String ends = ends(random, 0.06).replaceFirst("T[0-9]+", "T0" + (1 + i % 5));
      String turned = i % 4 < 2 ? "previous" : "next";
      JsonNode page = plan(ends, by);
      for (int turn = 0; turn < 3 && page.path(turned).isString(); turn++) {
        JsonNode other = plan(ends, by + "&page=" + page.path(turned).asString());
        Set<String> repeated = ids(page);
        repeated.retainAll(ids(other));
        assertThat(repeated.size())
            .as("%s %s %d: but for one that is first to arrive", ends + by, turned, turn)
            .isLessThanOrEqualTo(ids(other).size() > 1 ? 1 : 0);
        checked += other.path("alternatives").size();
        page = other;
      }
    }
    assertThat(checked).isGreaterThan(50);
  }

  /// Who turns back to what has left is told so, and comes forward again.
  @Test
  @Tag("SR-46")
  void aPageOfThePastIsEmptyAndLeadsOn() {
    String asked = "from=45.0700,7.6600&to=45.0450,7.6700&at=2026-09-15T09:00&arriveBy=true";
    JsonNode first = plan(asked, "");
    JsonNode past = plan(asked, "page=" + first.path("previous").asString());
    assertThat(past.path("alternatives")).isEmpty();
    assertThat(codes(past)).contains("page_past");
    JsonNode again = plan(asked, "page=" + past.path("next").asString());
    assertThat(ids(again)).isEqualTo(ids(first));
  }

  private static Set<String> ids(JsonNode answer) {
    Set<String> ids = new HashSet<>();
    answer.path("alternatives").forEach(way -> ids.add(way.path("id").asString()));
    return ids;
  }

  private static JsonNode soonest(JsonNode answer) {
    JsonNode soonest = answer.at("/alternatives/0");
    for (JsonNode way : answer.path("alternatives")) {
      OffsetDateTime arrival = OffsetDateTime.parse(way.path("arrival").asString());
      boolean ridden = way.path("group").asString().equals("public");
      if (ridden && arrival.isBefore(OffsetDateTime.parse(soonest.path("arrival").asString()))) {
        soonest = way;
      }
    }
    return soonest;
  }

  @Test
  @Tag("SR-21")
  void nobodyDrivesNearlyAllTheWayToATrain() {
    Random random = new Random(11);
    int checked = 0;
    for (int i = 0; i < 60; i++) {
      String ends = ends(random, 0.1);
      JsonNode drive =
          plan(ends.replaceFirst("T[0-9:]+", "T22:30"), "modes=car&alternatives=0")
              .at("/alternatives/0/legs/0");
      JsonNode answer = plan(ends, "alternatives=0&modes=" + MODES);
      for (JsonNode way : answer.path("alternatives")) {
        JsonNode first = way.at("/legs/0");
        if (first.path("mode").asString().equals("car") && !drive.isMissingNode()) {
          assertThat(first.path("metres").asInt())
              .as("%s %s", ends, way.path("group"))
              .isLessThanOrEqualTo((int) (drive.path("metres").asInt() * 0.9));
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(50);
  }
}
