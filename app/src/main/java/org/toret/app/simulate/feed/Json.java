package org.toret.app.simulate.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// JSON as bytes.
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static byte[] bytes(Map<String, ?> tree) {
    return MAPPER.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
  }

  /// RFC 3339.
  static String time(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).toString();
  }
}
