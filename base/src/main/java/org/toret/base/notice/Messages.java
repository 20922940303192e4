package org.toret.base.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/// Texts by code and language, from UTF-8 property files named `stem_it.properties`,
/// `stem_en.properties` and so on beside a class. Adding a language is adding a file.
///
/// Texts are [MessageFormat] patterns with `{0}`, `{1}` …; an unknown code prints as itself with
/// its arguments, so that nothing is ever swallowed.
public final class Messages {

  /// The language used when the wanted one has no text.
  public static final Locale FALLBACK = Locale.ENGLISH;

  private final Map<String, Map<String, String>> textsByLanguage = new HashMap<>();

  /// Reads `stem_LANGUAGE.properties` beside `anchor` for every language given; a missing file is
  /// our own fault and throws.
  public Messages load(Class<?> anchor, String stem, String... languages) {
    for (String language : languages) {
      String name = stem + "_" + language + ".properties";
      try (InputStream in = anchor.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("No " + name + " beside " + anchor.getName());
        }
        Properties texts = new Properties();
        texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<String, String> target =
            textsByLanguage.computeIfAbsent(language, ignored -> new HashMap<>());
        texts.forEach((code, text) -> target.put((String) code, (String) text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  /// The text of a code in a language.
  public String text(Locale locale, String code, List<String> args) {
    String pattern = pattern(locale.getLanguage(), code);
    return new MessageFormat(pattern, locale).format(args.toArray());
  }

  /// The text of a notice in a language.
  public String text(Locale locale, Notice notice) {
    String code = notice.code();
    if (!knows(locale.getLanguage(), code) && !knows(FALLBACK.getLanguage(), code)) {
      return code + " " + String.join(", ", notice.args());
    }
    return text(locale, code, notice.args());
  }

  /// Every code that has a text in a language.
  public Set<String> codes(String language) {
    return Set.copyOf(textsByLanguage.getOrDefault(language, Map.of()).keySet());
  }

  private boolean knows(String language, String code) {
    return textsByLanguage.getOrDefault(language, Map.of()).containsKey(code);
  }

  private String pattern(String language, String code) {
    String lang = knows(language, code) ? language : FALLBACK.getLanguage();
    return textsByLanguage.getOrDefault(lang, Map.of()).getOrDefault(code, code);
  }
}
