package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toret.app.http.DemoPlans.codes;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Areas and tables of all modes of the demo city on a Tuesday morning, when its old town is closed
/// to cars, beside what `plan` answers for the same pairs of places.
final class ReachModesApiTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-09-15T08:20+02:00");
  private static final String CASTELLO = "45.0705,7.6850";
  private static final int PLACES = 5;

  /// Rides found many at once are a second off, at each end of a search with a limit.
  private static final int TOLERANCE = 3;

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

  private record Place(double lat, double lon) {

    String text() {
      return String.format(Locale.ROOT, "%.5f,%.5f", lat, lon);
    }

    String json() {
      return String.format(Locale.ROOT, "{\"lat\":%.5f,\"lon\":%.5f}", lat, lon);
    }
  }

  private static List<Place> places(Random random) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      places.add(
          new Place(45.045 + 0.035 * random.nextDouble(), 7.645 + 0.05 * random.nextDouble()));
    }
    return places;
  }

  private static JsonNode matrix(List<Place> from, List<Place> to, String modes) {
    String body =
        "{\"origins\":[%s],\"destinations\":[%s],\"at\":\"2026-09-15T08:20\",\"modes\":\"%s\"}"
            .formatted(
                String.join(",", from.stream().map(Place::json).toList()),
                String.join(",", to.stream().map(Place::json).toList()),
                modes);
    HttpRequest request =
        server
            .request("api/v1/matrix")
            .header("Accept-Language", "en")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = server.send(request);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  private static OptionalLong planned(Place from, Place to, String modes) {
    JsonNode answer =
        server.json(
            "api/v1/plan?from=%s&to=%s&at=2026-09-15T08:20&alternatives=0&modes=%s"
                .formatted(from.text(), to.text(), modes));
    return DemoPlans.alternatives(answer).stream()
        .mapToLong(one ->
            Duration.between(AT, OffsetDateTime.parse(one.path("arrival").asString())).toSeconds())
        .min();
  }

  /// A table is never later than the best way of a plan, and seldom earlier, where a shared bicycle
  /// is used at both ends. Where somebody rides to a station of its own it may be either, since a
  /// plan knows the whole journey when it leaves out rides that are not worth it: most are within a
  /// minute.
  ///
  /// @param same whether times are to be the same
  @ParameterizedTest
  @Tag("SH-11")
  @Tag("SR-18")
  @CsvSource(
      delimiter = '|',
      value = {
        "bikeshare | true",
        "taxi | true",
        "walk,transit,bikeshare | true",
        "walk,transit,bikeride | false",
        "walk,transit,kissride | false",
        "walk,transit,parkride | false",
      })
  void aTableTellsWhatPlansTell(String modes, boolean same) {
    Random random = new Random(7);
    List<Place> from = places(random);
    List<Place> to = places(random);
    JsonNode told = matrix(from, to, modes).path("seconds");
    List<Long> differences = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      for (int j = 0; j < PLACES; j++) {
        JsonNode seconds = told.get(i).get(j);
        OptionalLong best = planned(from.get(i), to.get(j), modes);
        if (best.isPresent()) {
          assertThat(seconds.isNull()).as("%s %s", from.get(i), to.get(j)).isFalse();
          differences.add(seconds.asLong() - best.getAsLong());
        } else {
          assertThat(same && !seconds.isNull()).as("%s %s", from.get(i), to.get(j)).isFalse();
        }
      }
    }
    assertThat(differences).hasSizeGreaterThan(PLACES * PLACES / 2);
    if (same) {
      assertThat(differences).allSatisfy(one -> assertThat(one).isLessThanOrEqualTo(TOLERANCE));
    }
    int off = same ? TOLERANCE : 60;
    long agreed = differences.stream().filter(one -> Math.abs(one) <= off).count();
    int least = same ? 9 * differences.size() / 10 : 6 * differences.size() / 10;
    assertThat(agreed).as(differences.toString()).isGreaterThanOrEqualTo(least);
  }

  private static JsonNode reach(String question) {
    return server.json("api/v1/reach?at=2026-09-15T08:20&" + question);
  }

  private static long area(JsonNode answer) {
    return answer.at("/features/0/properties/area").asLong();
  }

  @ParameterizedTest
  @Tag("UI-07")
  @CsvSource(
      delimiter = '|',
      value = {
        "walk | walk,bikeshare",
        "walk,transit | walk,transit,bikeshare",
        "walk,transit | walk,transit,bikeride",
        "walk,transit | walk,transit,kissride",
        "walk,transit | walk,transit,parkride",
        "walk | walk,taxi",
      })
  void oneMoreModeReachesNoLess(String fewer, String more) {
    // far from the metro, so that a ride to it is of use
    String ends = "from=45.0545,7.6958&minutes=30&modes=";
    double before = area(reach(ends + fewer));
    double after = area(reach(ends + more));
    // lines are wrong by an eighth of a cell, and cells lie otherwise in a larger area
    assertThat(after).isGreaterThan(0.99 * before);
  }

  @Test
  @Tag("UI-07")
  void aModeThatIsNotOfferedIsSaidAndReachesNothing() {
    JsonNode answer = reach("from=" + CASTELLO + "&minutes=15&modes=scooter");
    assertThat(area(answer)).isZero();
    assertThat(codes(answer)).contains("mode_not_offered");
  }

  @Test
  @Tag("ST-07")
  void theZoneAtWhoseEdgeOneStopsIsNamed() {
    JsonNode closed = reach("from=45.0420,7.6440&minutes=20&modes=car");
    assertThat(closed.path("notices").toString()).contains("reach_zone_closed", "ZTL dimostrativa");
    JsonNode near = reach("from=45.0420,7.6440&minutes=3&modes=car");
    assertThat(codes(near)).as("not there yet").doesNotContain("reach_zone_closed");
    JsonNode open =
        server.json("api/v1/reach?at=2026-09-15T20:00&from=45.0420,7.6440&minutes=20&modes=car");
    assertThat(codes(open)).doesNotContain("reach_zone_closed");
    JsonNode table =
        matrix(List.of(new Place(45.0420, 7.6440)), List.of(new Place(45.0705, 7.6850)), "car");
    assertThat(codes(table)).contains("reach_zone_closed");
  }

  /// Nothing is driven without a word.
  @Test
  @Tag("ST-07")
  void whoCannotDriveIsToldWhy() {
    JsonNode inside = reach("from=" + CASTELLO + "&minutes=20&modes=car");
    assertThat(area(inside)).as("who starts inside drives out").isPositive();
    assertThat(codes(inside)).doesNotContain("reach_start_closed");
    JsonNode hills = reach("from=45.2200,7.9000&minutes=5&modes=car");
    assertThat(area(hills)).isZero();
    assertThat(codes(hills)).contains("reach_no_street");
  }

  @Test
  @Tag("UI-07")
  void theLongestWalkIsNamed() {
    JsonNode answer = reach("from=" + CASTELLO + "&minutes=45");
    assertThat(answer.path("notices").toString()).contains("reach_walk_limit", "2500 m");
  }
}
