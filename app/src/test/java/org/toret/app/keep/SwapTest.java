package org.toret.app.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.TinyCity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// New feed versions while the server answers.
final class SwapTest {

  private static final String NOW = "2026-09-15T08:00+02:00";

  @TempDir Path temporary;
  private Path data;
  private TestServer server;

  @BeforeEach
  void start() {
    data = temporary.resolve("data");
    TinyCity.write(data, 20);
    server = TestServer.start(Optional.of(data), temporary.resolve("state"), NOW);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("CC-06")
  void aBetterFeedIsServedAtOnceAndSurvivesARestart() throws IOException {
    HttpResponse<String> response = put(TinyCity.write(file(), 24, "20301231"), TestServer.TOKEN);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(trips()).isEqualTo(48);
    server.close();
    server = TestServer.start(Optional.of(data), temporary.resolve("state"), NOW);
    assertThat(trips()).isEqualTo(48);
    assertThat(Files.list(data)).containsExactly(data.resolve("tiny.zip"));
  }

  @Test
  @Tag("CC-06")
  void aFileThatChangesAfterwardsIsTheNewerWord() throws IOException {
    put(TinyCity.write(file(), 24, "20301231"), TestServer.TOKEN);
    TinyCity.write(data, 22);
    server.refresh();
    assertThat(trips()).isEqualTo(44);
    assertThat(server.get("api/v1/feeds", "en").body()).contains("put_in_outdated");
  }

  @Test
  @Tag("CC-06")
  void aWorseFeedIsRefusedWithTheReasonAndTheOldOneStays() throws IOException {
    String image = server.json("health").path("image").asString();
    assertThat(refusal(TinyCity.write(file(), 9, "20301231"), "it")).contains("18", "40");
    assertThat(refusal(TinyCity.write(file(), 30, "20260901"), "en"))
        .contains("ended on 2026-09-01");
    Path nonsense = Files.writeString(file(), "no zip at all");
    assertThat(refusal(nonsense, "en")).contains("not a GTFS archive");
    assertThat(server.json("health").path("image").asString()).isEqualTo(image);
    assertThat(trips()).isEqualTo(40);
  }

  @Test
  @Tag("CC-06")
  void onlyOperatorsMayPutFeedsIn() throws IOException {
    Path better = TinyCity.write(file(), 24, "20301231");
    assertThat(put(better, "guess").statusCode()).isEqualTo(401);
    assertThat(put(better, "").statusCode()).isEqualTo(401);
    assertThat(trips()).isEqualTo(40);
  }

  @Test
  @Tag("CC-06")
  void changedFilesAreNoticedWhenTheyHaveComeToRest() {
    TinyCity.write(data, 26);
    server.keeper().look();
    assertThat(trips()).as("still being copied, perhaps").isEqualTo(40);
    server.keeper().look();
    assertThat(trips()).isEqualTo(52);
  }

  @Test
  @Tag("CC-06")
  void filesThatCannotBeUsedLeaveTheOldCity() throws IOException {
    Files.writeString(data.resolve("tiny.zip"), "broken");
    server.keeper().look();
    server.keeper().look();
    assertThat(trips()).isEqualTo(40);
    TinyCity.write(data, 26);
    server.keeper().look();
    server.keeper().look();
    assertThat(trips()).isEqualTo(52);
  }

  @Test
  @Tag("CC-06")
  void noAnswerUnderLoadIsEverHalfOldAndHalfNew() {
    AtomicBoolean over = new AtomicBoolean();
    List<CompletableFuture<Integer>> askers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      askers.add(CompletableFuture.supplyAsync(() -> ask(over), Thread::startVirtualThread));
    }
    for (int trips = 21; trips <= 26; trips++) {
      TinyCity.write(data, trips);
      server.refresh();
    }
    over.set(true);
    int asked = askers.stream().mapToInt(CompletableFuture::join).sum();
    assertThat(asked).isPositive();
  }

  /// Asks again and again; every answer must be whole and name the image it was computed from.
  private int ask(AtomicBoolean over) {
    int asked = 0;
    while (!over.get()) {
      JsonNode answer = server.json("api/v1/plan?from=tiny:A&to=tiny:C&modes=transit");
      assertThat(answer.at("/alternatives/0/arrival").asString())
          .isEqualTo("2026-09-15T08:20:00+02:00");
      assertThat(answer.at("/state/image").asString()).hasSize(64);
      JsonNode feeds = server.json("api/v1/feeds");
      int trips = feeds.at("/feeds/0/counts/trips").asInt();
      assertThat(feeds.at("/feeds/0/version").asString()).isEqualTo("v" + trips / 2);
      asked++;
    }
    return asked;
  }

  private int trips() {
    return server.json("api/v1/feeds").at("/feeds/0/counts/trips").asInt();
  }

  private Path file() {
    return temporary.resolve("new.zip");
  }

  private String refusal(Path feed, String language) throws IOException {
    HttpResponse<String> response = put(feed, TestServer.TOKEN, language);
    assertThat(response.statusCode()).isEqualTo(422);
    JsonNode problem = JsonMapper.shared().readTree(response.body());
    assertThat(problem.path("type").asString()).isEqualTo("/problems/feed-refused");
    return problem.path("detail").asString();
  }

  private HttpResponse<String> put(Path feed, String token) throws IOException {
    return put(feed, token, "en");
  }

  private HttpResponse<String> put(Path feed, String token, String language) throws IOException {
    HttpRequest.Builder request =
        server
            .request("api/v1/feeds")
            .header("Accept-Language", language)
            .header("Content-Type", "application/zip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Files.readAllBytes(feed)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return server.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
