package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A lift fails while somebody who needs it follows a trip in a [LiftTown].
@Tag("RE-08")
@Timeout(60)
final class LiftFollowTest {

  @TempDir static Path folder;
  @TempDir static Path state;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = LiftTown.serve(folder, state);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void mend() {
    works("QS", true);
  }

  @Test
  void whoNeedsALiftIsToldThatItFailedAndHowToGoOn() throws IOException {
    JsonNode way = metro("QS", "&wheelchair=true");
    try (Events events = follow(way)) {
      assertThat(events.next("updated").at("/alternative/id")).isEqualTo(way.path("id"));
      works("QS", false);
      JsonNode broken = events.next("broken");
      assertThat(broken.path("code").asString()).isEqualTo("lift_out_of_order");
      assertThat(broken.path("reason").asString()).contains("Q").contains("ascensore");
      assertThat(broken.path("state").asString()).isEqualTo("before");
      assertThat(broken.path("alternatives").size()).isPositive();
      for (JsonNode other : broken.path("alternatives")) {
        assertThat(other.path("modes").toString()).contains("bus").doesNotContain("metro");
      }
      works("QS", true);
      assertThat(events.next("updated").at("/alternative/id")).isEqualTo(way.path("id"));
    }
  }

  @Test
  void whoAvoidsStairsIsToldToo() throws IOException {
    try (Events events = follow(metro("QS", "&avoidStairs=true"))) {
      events.next("updated");
      works("QS", false);
      JsonNode broken = events.next("broken");
      assertThat(broken.path("code").asString()).isEqualTo("lift_out_of_order");
      assertThat(broken.at("/alternatives/0/modes").toString()).contains("bus");
    }
  }

  @Test
  void whoTakesStairsFollowsOn() {
    JsonNode way = metro("QS", "");
    works("QS", false);
    assertThat(again(way).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsAskedForAgainIsBrokenToo() {
    JsonNode way = metro("QS", "&wheelchair=true");
    assertThat(again(way).statusCode()).isEqualTo(200);
    works("QS", false);
    HttpResponse<String> broken = again(way);
    assertThat(broken.statusCode()).isEqualTo(410);
    assertThat(broken.body()).contains("At Q a lift");
  }

  @Test
  void anEscalatorUpIsEnoughToGetOut() {
    JsonNode out = metro("US", "&avoidStairs=true");
    works("US", false);
    assertThat(again(out).statusCode()).isEqualTo(200);
    works("US", true);
  }

  @Test
  void whereNobodyKnowsWhatIsLeftWhoAvoidsStairsIsToldSo() {
    JsonNode way = metro("RS", "&avoidStairs=true");
    works("RS", false);
    JsonNode told = new JsonMapper().readTree(again(way).body());
    assertThat(told.path("notices").toString())
        .contains("lift_out_stairs_unknown")
        .contains("At R");
    works("RS", true);
    assertThat(new JsonMapper().readTree(again(way).body()).path("notices").isEmpty()).isTrue();
  }

  private static JsonNode metro(String to, String needs) {
    JsonNode answer =
        server.json(
            "api/v1/plan?modes=transit&at=2026-09-15T08:09&from=town:PS&to=town:" + to + needs);
    for (JsonNode way : answer.path("alternatives")) {
      if (way.path("modes").toString().contains("metro")) {
        return way;
      }
    }
    throw new AssertionError("no metro: " + answer);
  }

  private static HttpResponse<String> again(JsonNode way) {
    return server.send(server.request("api/v1/plan/" + way.path("id").asString()).build());
  }

  private static void works(String station, boolean works) {
    String status = works ? "available" : "notAvailable";
    LiftTown.send(server, LiftTown.lift(status, "StopPlaceRef", station, ""));
  }

  private static Events follow(JsonNode way) {
    HttpRequest request =
        server
            .request("api/v1/plan/" + way.path("id").asString() + "/events?lang=it")
            .header("Accept", "text/event-stream")
            .build();
    InputStream body = server.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    return new Events(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
  }

  private record Events(BufferedReader lines) implements AutoCloseable {

    JsonNode next(String name) throws IOException {
      boolean meant = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        meant |= line.equals("event:" + name);
        if (meant && line.startsWith("data:")) {
          return JsonMapper.shared().readTree(line.substring(5));
        }
      }
      throw new AssertionError("no event " + name);
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
