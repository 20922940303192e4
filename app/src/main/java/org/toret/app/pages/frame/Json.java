package org.toret.app.pages.frame;

import tools.jackson.databind.json.JsonMapper;

/// Data written into a page for script to read.
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /// JSON that may stand inside a `script` element: nothing in it can end the element.
  public static String embed(Object value) {
    return MAPPER.writeValueAsString(value).replace("<", "\\u003c");
  }
}
