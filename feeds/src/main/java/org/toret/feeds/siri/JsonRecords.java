package org.toret.feeds.siri;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// Reads SIRI Lite in JSON: members are elements, an array is the same element several times, and a
/// text with a language is an object with `value` and `lang`.
final class JsonRecords {

  private JsonRecords() {}

  /// Reads to the end, or until there are enough records.
  ///
  /// @throws IOException that names what is wrong, whatever it is
  static void read(InputStream in, Records records) throws IOException {
    try (JsonParser json = JsonMapper.shared().createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no object");
      }
      members(json, records);
    } catch (JacksonException | Records.TooMuch e) {
      throw new IOException(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  private static void members(JsonParser json, Records records) throws IOException {
    while (!records.isFull() && json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      member(name, json, records);
    }
  }

  private static void member(String name, JsonParser json, Records records) throws IOException {
    JsonToken token = json.currentToken();
    if (token == null) {
      throw new IOException("breaks off");
    }
    switch (token) {
      case START_ARRAY -> {
        while (!records.isFull() && json.nextToken() != JsonToken.END_ARRAY) {
          member(name, json, records);
        }
      }
      case START_OBJECT -> {
        records.start(name, "");
        members(json, records);
        if (!records.isFull()) {
          records.end();
        }
      }
      case VALUE_NULL -> {
        // not told
      }
      default -> scalar(name, json.getValueAsString(), records);
    }
  }

  private static void scalar(String name, String value, Records records) {
    switch (name) {
      case "value" -> records.text(value);
      case "lang", "xml:lang", "@lang" -> records.language(value);
      default -> {
        records.start(name, "");
        records.text(value);
        records.end();
      }
    }
  }
}
