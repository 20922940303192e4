package org.toret.feeds.gtfsrt;

import java.util.List;

/// A text in any number of languages, in the order published; empty where there is none.
public record TranslatedText(List<Translation> translations) {

  /// No text.
  public static final TranslatedText NONE = new TranslatedText(List.of());

  public TranslatedText {
    translations = List.copyOf(translations);
  }

  /// A text in one language.
  ///
  /// @param language BCP 47, empty where it is not told
  public record Translation(String text, String language) {}

  public boolean isEmpty() {
    return translations.isEmpty();
  }

  /// The text in a language, else in another, else in one not told, else the first; empty where
  /// there is none. Regions are not heeded: `it` finds `it-IT`.
  public String in(String language, String otherwise) {
    for (String wanted : List.of(language, otherwise, "")) {
      for (Translation translation : translations) {
        if (primary(translation.language()).equalsIgnoreCase(primary(wanted))) {
          return translation.text();
        }
      }
    }
    return isEmpty() ? "" : translations.getFirst().text();
  }

  private static String primary(String language) {
    return language.replaceFirst("[-_].*", "");
  }
}
