package org.toret.app.city;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.toret.base.notice.Notices;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What is known about a compiled city besides its columns, stored beside them as `about.json`.
///
/// @param inputHash hash of the inputs and the format
/// @param name name of the city for people
/// @param zone IANA time zone
/// @param languages languages of the public, the city's own first
/// @param demo whether it is the demo city, which must be marked as such wherever it shows
/// @param compiledAt instant, ISO-8601
/// @param sources what it was compiled from
/// @param notices everything that was said while compiling, recognition included
public record About(
    String inputHash,
    String name,
    String zone,
    List<String> languages,
    boolean demo,
    String compiledAt,
    List<SourceFacts> sources,
    List<Notices.Tally> notices) {

  /// @param kind as in [org.toret.app.data.SourceKind#id]
  public record SourceFacts(String kind, String id, String name, long bytes, String sha256) {}

  public About {
    languages = List.copyOf(languages);
    sources = List.copyOf(sources);
    notices = List.copyOf(notices);
  }

  void write(Path file) {
    JsonMapper.shared().writeValue(file.toFile(), this);
  }

  /// What a file says, if it can be read.
  static Optional<About> read(Path file) {
    try {
      return Optional.of(JsonMapper.shared().readValue(file.toFile(), About.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
