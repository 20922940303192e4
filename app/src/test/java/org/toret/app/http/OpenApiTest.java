package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks everything that `openapi.json` describes, with its own examples, of the demo city, and
/// compares the answers with the schemas it promises.
final class OpenApiTest {

  private static final String BODY = "/requestBody/content/application~1json/example";

  @TempDir Path state;

  private final Map<String, JsonNode> answers = new HashMap<>();

  @Test
  @Tag("UI-02")
  void theExamplesRunAndTheAnswersAreAsDescribed() {
    try (TestServer server = TestServer.start(Optional.empty(), state, "2026-09-15T08:00+02:00")) {
      JsonNode description = server.json("api/v1/openapi.json");
      SchemaCheck schemas = new SchemaCheck(description);
      List<String> asked = new ArrayList<>();
      description
          .path("paths")
          .properties()
          .forEach(path -> {
            JsonNode operation = path.getValue().path("get");
            if (!operation.isMissingNode()) {
              ask(server, path.getKey(), operation, schemas);
              asked.add(operation.path("operationId").asString());
            }
            JsonNode posting = path.getValue().path("post");
            if (!posting.at(BODY).isMissingNode()) {
              post(server, path.getKey(), posting, schemas);
              asked.add(posting.path("operationId").asString());
            }
          });
      assertThat(asked)
          .containsExactlyInAnyOrder(
              "plan",
              "planAgain",
              "reach",
              "matrix",
              "stops",
              "departures",
              "trip",
              "sharing",
              "parking",
              "alerts",
              "vehicles",
              "roads",
              "events",
              "follow",
              "feeds",
              "tile",
              "gtfsRealtime",
              "siri",
              "health",
              "metrics");
    }
  }

  private void post(TestServer server, String path, JsonNode operation, SchemaCheck schemas) {
    var body = HttpRequest.BodyPublishers.ofString(operation.at(BODY).toString());
    var request = server.request(path).header("Content-Type", "application/json").POST(body);
    HttpResponse<String> response = server.send(request.build());
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    JsonNode answer = JsonMapper.shared().readTree(response.body());
    JsonNode schema = operation.at("/responses/200/content/application~1json/schema");
    assertThat(schemas.faults(answer, schema)).as(path).isEmpty();
  }

  private void ask(TestServer server, String path, JsonNode operation, SchemaCheck schemas) {
    if (operation.at("/responses/200/content").has("text/event-stream")) {
      // what never ends is asked elsewhere
      return;
    }
    String address = address(path, operation);
    HttpResponse<String> response = server.get(address, "it");
    assertThat(response.statusCode()).as(address + " " + response.body()).isEqualTo(200);
    JsonNode content = operation.at("/responses/200/content");
    String type = content.propertyNames().iterator().next();
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    JsonNode schema = content.path(type).path("schema");
    if (!schema.isMissingNode()) {
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      assertThat(schemas.faults(answer, schema)).as(address).isEmpty();
      answers.put(operation.path("operationId").asString(), answer);
    }
  }

  private String address(String path, JsonNode operation) {
    String address = path;
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      Optional<String> example = example(parameter);
      String name = parameter.path("name").asString();
      if (example.isPresent()) {
        String value = URLEncoder.encode(example.get(), StandardCharsets.UTF_8);
        switch (parameter.path("in").asString()) {
          case "path" -> address = address.replace("{" + name + "}", value.replace("%3A", ":"));
          case "query" -> query.add(name + "=" + value);
          default -> {}
        }
      }
    }
    return query.isEmpty() ? address : address + "?" + String.join("&", query);
  }

  private Optional<String> example(JsonNode parameter) {
    String from = parameter.path("x-exampleFrom").asString("");
    if (from.isEmpty()) {
      return parameter.has("example")
          ? Optional.of(parameter.path("example").asString())
          : Optional.empty();
    }
    String[] parts = from.split(":", 2);
    JsonNode value = java.util.Objects.requireNonNull(answers.get(parts[0]), from).at(parts[1]);
    assertThat(value.isMissingNode()).as(from).isFalse();
    return Optional.of(value.asString());
  }
}
