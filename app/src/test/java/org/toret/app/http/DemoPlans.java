package org.toret.app.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.toret.app.TestServer;
import org.toret.demo.DemoCity;
import tools.jackson.databind.JsonNode;

/// Answers of the demo city on a Tuesday morning, and a rule table more for it.
final class DemoPlans {

  private DemoPlans() {}

  /// Serves the demo city with one table of rules more.
  static TestServer serve(Path temporary, String table) throws IOException {
    Path data = temporary.resolve("data");
    DemoCity.write(data);
    Files.writeString(data.resolve("more.csv"), table);
    Path yaml = data.resolve("city.yaml");
    String city = Files.readString(yaml);
    Files.writeString(
        yaml, city.replace("[demo-parking-tariff.csv]", "[demo-parking-tariff.csv, more.csv]"));
    return TestServer.start(
        Optional.of(data), temporary.resolve("state"), "2026-09-15T08:00+02:00");
  }

  static List<JsonNode> alternatives(JsonNode answer) {
    List<JsonNode> found = new ArrayList<>();
    answer.path("alternatives").forEach(found::add);
    return found;
  }

  static List<JsonNode> of(JsonNode answer, String group) {
    return alternatives(answer).stream()
        .filter(alternative -> alternative.path("group").asString().equals(group))
        .toList();
  }

  static List<String> codes(JsonNode answer) {
    return answer.path("notices").findValuesAsString("code");
  }
}
