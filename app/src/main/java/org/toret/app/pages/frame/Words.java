package org.toret.app.pages.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;

/// The texts of the pages in one language. Texts stand in `pages_it.properties` and
/// `pages_en.properties`; adding a language is adding a file and its name to [#LANGUAGES].
public final class Words {

  /// The languages the pages exist in, as they are called in themselves.
  public static final Map<String, String> LANGUAGES =
      new TreeMap<>(Map.of("it", "Italiano", "en", "English"));

  private static final String SCRIPT = "script.";

  private final Messages messages;
  private final Locale locale;

  private Words(Messages messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  /// Adds the pages' texts to the messages of the application.
  public static Messages loadInto(Messages messages) {
    return messages.load(Words.class, "pages", LANGUAGES.keySet().toArray(String[]::new));
  }

  /// The texts in a language, English for one the pages do not have.
  public static Words in(Messages messages, String language) {
    boolean known = LANGUAGES.containsKey(language);
    return new Words(messages, known ? Locale.of(language) : Messages.FALLBACK);
  }

  /// The text of a code.
  public String of(String code, Object... args) {
    return messages.text(locale, code, Arrays.stream(args).map(String::valueOf).toList());
  }

  /// The text of a code in its form for one or for many; `.one` and `.many` follow the code.
  public String count(String code, long count) {
    return of(code + (count == 1 ? ".one" : ".many"), new Formats(locale).number(count));
  }

  /// The text of a notice about published data.
  public String of(Notice notice) {
    return messages.text(locale, notice);
  }

  /// Whether a code has a text of its own.
  public boolean knows(String code) {
    return messages.codes(locale.getLanguage()).contains(code);
  }

  /// The texts that script needs, by code without its prefix, places left open.
  public Map<String, String> forScript() {
    Map<String, String> texts = new TreeMap<>();
    for (String code : messages.codes(locale.getLanguage())) {
      if (code.startsWith(SCRIPT)) {
        String open = messages.text(locale, code, List.of("{0}", "{1}", "{2}"));
        texts.put(code.substring(SCRIPT.length()), open);
      }
    }
    return texts;
  }

  public Locale locale() {
    return locale;
  }

  /// The two-letter code of the language.
  public String language() {
    return locale.getLanguage();
  }
}
