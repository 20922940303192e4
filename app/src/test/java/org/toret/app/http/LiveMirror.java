package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What one server publishes of now, sent to another one that has the same timetable.
record LiveMirror(TestServer from, String feed) {

  static final List<String> REALTIME = List.of("trip-updates", "vehicle-positions", "alerts");
  static final List<String> SIRI = List.of("et", "vm", "sx");

  byte[] realtime(String kind) {
    return get("api/v1/gtfs-rt/" + feed + "/" + kind + ".pb", Optional.empty()).body();
  }

  byte[] siri(String kind) {
    return get("api/v1/siri/" + feed + "/" + kind + ".xml", Optional.empty()).body();
  }

  HttpResponse<byte[]> get(String path, Optional<String> tag) {
    HttpRequest.Builder request = from.request(path);
    tag.ifPresent(known -> request.header("If-None-Match", known));
    return from.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /// Sends a message, which is to be used.
  static void send(TestServer to, String source, byte[] message) {
    JsonNode answer = new JsonMapper().readTree(to.tell(source, message).body());
    assertThat(answer.path("state").asString()).as(answer.toString()).isEqualTo("fresh");
    assertThat(answer.path("failures").asInt()).as(answer.toString()).isZero();
  }

  void mirrorRealtime(TestServer to) {
    REALTIME.forEach(kind -> send(to, kind, realtime(kind)));
  }

  void mirrorSiri(TestServer to) {
    SIRI.forEach(kind -> send(to, "siri", siri(kind)));
  }
}
