package org.toret.app.pages.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The built script and styles, by the names that the build of `web/` gave them.
///
/// @param script the entry script
/// @param styles its style sheets
/// @param fonts fonts that the first words on a page need
public record Assets(String script, List<String> styles, List<String> fonts) {

  private static final String MANIFEST = "/static/manifest.json";
  private static final String ENTRY = "src/main.ts";

  /// Reads the list the web build left on the class path.
  public static Assets load() {
    try (InputStream in = Assets.class.getResourceAsStream(MANIFEST)) {
      if (in == null) {
        throw new IllegalStateException(
            "No "
                + MANIFEST
                + " on the class path. Maybe web/ was not built: run the build of app.");
      }
      JsonNode entry = JsonMapper.builder().build().readTree(in).path(ENTRY);
      return new Assets(
          "/" + entry.path("file").asString(), paths(entry, "css"), paths(entry, "assets"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> paths(JsonNode entry, String name) {
    return StreamSupport.stream(entry.path(name).spliterator(), false)
        .map(path -> "/" + path.asString())
        .toList();
  }
}
