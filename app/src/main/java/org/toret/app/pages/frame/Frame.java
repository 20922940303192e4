package org.toret.app.pages.frame;

import java.util.List;

/// What surrounds the content of a page: texts, look, city, and where the reader is.
///
/// @param theme `light`, `dark`, or empty to follow the reader's system
/// @param path the page's own path, as in `/network`
/// @param query its query without `?`, may be empty
public record Frame(Words words, String theme, String path, String query, Site site) {

  /// What does not change from page to page.
  ///
  /// @param city name of the city, may be empty
  /// @param attributions who published the data, each once
  /// @param invented whether any feed in use is a demonstration or a reconstruction
  public record Site(Assets assets, String city, List<String> attributions, boolean invented) {}

  public Formats formats() {
    return new Formats(words.locale());
  }

  /// The text of a code; short, since templates say it often.
  public String t(String code, Object... args) {
    return words.of(code, args);
  }

  /// This page again with one setting changed, for the switches in the header.
  public String with(String setting, String value) {
    String rest = query.isEmpty() ? "" : "&" + query;
    return path + "?set-" + setting + "=" + value + rest;
  }

  /// The language the switch offers: the next one there is.
  public String otherLanguage() {
    return Words.LANGUAGES.keySet().stream()
        .filter(language -> !language.equals(words.language()))
        .findFirst()
        .orElse(words.language());
  }

  /// All attributions in one line.
  public String attribution() {
    return String.join(" · ", site.attributions());
  }
}
