package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;

/// What times alone leave of what all six criteria find, in the demo city.
final class CriteriaTest {

  private static final List<String> PLACES =
      List.of(
          "45.0420,7.6440",
          "45.0705,7.6850",
          "45.0624,7.6622",
          "45.0925,7.6590",
          "45.0300,7.6680",
          "45.0760,7.6480");

  @TempDir static Path temporary;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Optional.empty(), temporary, "2026-09-15T08:00+02:00");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private record Times(String departure, String arrival, int transfers)
      implements Comparable<Times> {

    boolean isAsGoodAs(Times other) {
      return departure.compareTo(other.departure) >= 0
          && arrival.compareTo(other.arrival) <= 0
          && transfers <= other.transfers;
    }

    @Override
    public int compareTo(Times other) {
      return toString().compareTo(other.toString());
    }
  }

  private static JsonNode plan(String query) {
    String at = query.contains("&at=") ? "" : "at=2026-09-15T08:15&";
    return server.json("/api/v1/plan?alternatives=0&" + at + query);
  }

  private static List<Times> timed(JsonNode answer) {
    List<Times> all = new ArrayList<>();
    for (JsonNode way : DemoPlans.of(answer, "public")) {
      all.add(
          new Times(
              way.path("departure").asString(),
              way.path("arrival").asString(),
              way.path("transfers").asInt()));
    }
    return all;
  }

  /// Whatever is best in times is among what is best in six criteria, and nothing else is, but for
  /// what is no better in times than what leaves after the window.
  @Test
  @Tag("SR-47")
  void timesAloneFindWhatIsBestInTimesOfAll() {
    int fewer = 0;
    for (String from : PLACES) {
      for (String to : PLACES) {
        if (from.equals(to)) {
          continue;
        }
        String ends = "modes=transit&from=" + from + "&to=" + to;
        List<Times> all = timed(plan(ends));
        List<Times> times = timed(plan(ends + "&criteria=times"));
        TreeSet<Times> best = new TreeSet<>(all);
        best.removeIf(
            one -> all.stream().anyMatch(other -> !other.equals(one) && other.isAsGoodAs(one)));
        List<Times> after = timed(plan(ends + "&criteria=times&at=2026-09-15T09:15:01"));
        best.removeIf(one -> after.stream().anyMatch(later -> later.isAsGoodAs(one)));
        assertThat(new TreeSet<>(times)).as(ends).isEqualTo(best);
        assertThat(times).as(ends).doesNotHaveDuplicates();
        fewer += all.size() > times.size() ? 1 : 0;
      }
    }
    assertThat(fewer).as("questions in which costs find more").isGreaterThan(5);
  }

  @Test
  void costsAreToldAllTheSame() {
    JsonNode answer =
        plan("criteria=times&modes=walk,transit,car&from=45.0420,7.6440&to=45.0925,7.6590");

    List<String> names = new ArrayList<>();
    answer.path("pareto").path("criteria").forEach(name -> names.add(name.asString()));
    assertThat(names).containsExactly("departure", "arrival", "transfers");
    assertThat(answer.path("pareto").path("scope").isObject()).isFalse();
    for (JsonNode way : DemoPlans.alternatives(answer)) {
      assertThat(way.path("costs").path("energy").path("known").asBoolean()).isTrue();
      assertThat(way.path("costs").path("emissions").path("known").asBoolean()).isTrue();
      assertThat(way.path("costs").path("fare").path("items").isArray()).isTrue();
    }
  }

  /// A car that costs less but takes as long as another is not worth showing by times.
  @Test
  void nothingIsShownThatIsOnlyCheaper() {
    JsonNode answer = plan("criteria=times&modes=car&from=45.0420,7.6440&to=45.0705,7.6850");

    assertThat(
            DemoPlans.of(answer, "car").stream().filter(way -> way.path("transfers").asInt() == 0))
        .hasSize(1);
  }

  @Test
  void whatIsNoneIsRefused() {
    HttpResponse<String> refused =
        server.get("/api/v1/plan?from=45.0420,7.6440&to=45.0705,7.6850&criteria=cheap", "en");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("/problems/invalid-criteria", "cheap");
  }
}
