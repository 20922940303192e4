package org.toret.base.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts by code and language, from UTF-8 property files named `stem_it.properties`,
/// `stem_en.properties` and so on beside a class. Adding a language is adding a file.
///
/// Texts are [MessageFormat] patterns with `{0}`, `{1}` …; an unknown code prints as itself with
/// its arguments, so that nothing is ever swallowed.
///
/// What depends on how many there are stands in two forms: `{0} {0?line|lines}` is "1 line" and "2
/// lines". The first form is for 1 alone; any other number, and what is no number or is missing,
/// takes the second.
///
/// Where an argument is a day, `{2:day}` writes it as people do: `15 September 2026`. What is no
/// day stays as it is.
///
/// An argument may hold codes of names, `@named.taxi, @named.car`, which stand for the texts of
/// `named.taxi` and `named.car`, or for `taxi` and `car` where there are none.
public final class Messages {

  /// The language used when the wanted one has no text.
  public static final Locale FALLBACK = Locale.ENGLISH;

  private static final Pattern FORMS = Pattern.compile("\\{(\\d{1,2})\\?([^{}|]*)\\|([^{}|]*)\\}");

  private static final Pattern DAY = Pattern.compile("\\{(\\d{1,2}):day\\}");

  private static final String ONE = "1";

  private static final Pattern NAMED = Pattern.compile("(?<!\\S)@(named\\.([a-z]+))");

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
    List<String> named = args.stream().map(arg -> named(locale.getLanguage(), arg)).toList();
    return of(pattern(locale.getLanguage(), code), locale, named);
  }

  private String named(String language, String arg) {
    return NAMED
        .matcher(arg)
        .replaceAll(code -> {
          String text = pattern(language, code.group(1));
          return Matcher.quoteReplacement(text.equals(code.group(1)) ? code.group(2) : text);
        });
  }

  /// What a pattern says with its arguments.
  public static String of(String pattern, Locale locale, List<String> args) {
    Object[] told = args.toArray();
    String plain =
        DAY.matcher(pattern)
            .replaceAll(day -> {
              int at = Integer.parseInt(day.group(1));
              if (at < args.size()) {
                told[at] = day(args.get(at), locale);
              }
              return "{" + at + "}";
            });
    return new MessageFormat(chosen(plain, args), locale).format(told);
  }

  private static String day(String text, Locale locale) {
    try {
      return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  /// A pattern with the forms that fit its arguments.
  private static String chosen(String pattern, List<String> args) {
    return FORMS
        .matcher(pattern)
        .replaceAll(forms -> {
          int at = Integer.parseInt(forms.group(1));
          boolean one = at < args.size() && args.get(at).strip().equals(ONE);
          return Matcher.quoteReplacement(forms.group(one ? 2 : 3));
        });
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
