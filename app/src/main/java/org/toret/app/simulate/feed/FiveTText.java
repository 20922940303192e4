package org.toret.app.simulate.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Writes a `traffic_data` file of 5T.
final class FiveTText {

  private static final String SPACE = "https://simone.5t.torino.it/ns/traffic_data.xsd";

  private final StringBuilder out = new StringBuilder();

  /// @param epochSecond end of the time measured
  FiveTText(long epochSecond, int periodSeconds) {
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\" ?>");
    element(
        "traffic_data",
        "xmlns",
        SPACE,
        "datatype",
        "misura",
        "source",
        "Toret simulate",
        "generation_time",
        Instant.ofEpochSecond(epochSecond).toString(),
        "start_time",
        Instant.ofEpochSecond(epochSecond - periodSeconds).toString(),
        "end_time",
        Instant.ofEpochSecond(epochSecond).toString());
    out.append("<location_reference><WGS84_info/></location_reference>");
  }

  /// Opens an element.
  ///
  /// @param attributes alternating name and value
  void element(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
  }

  void close(String name) {
    out.append("</").append(name).append('>');
  }

  byte[] bytes() {
    close("traffic_data");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
