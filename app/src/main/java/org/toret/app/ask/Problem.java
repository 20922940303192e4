package org.toret.app.ask;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Messages;

/// Why a question cannot be answered, as RFC 9457 wants it told.
///
/// @param kind stable name; the `type` of the document is `/problems/` and this with dashes
/// @param status HTTP status
/// @param parameter the parameter at fault, null where it is none
/// @param args values for the text
public record Problem(String kind, int status, @Nullable String parameter, List<String> args) {

  public Problem {
    args = List.copyOf(args);
  }

  /// A parameter whose value makes no sense.
  public static Problem parameter(String kind, String parameter, Object... args) {
    return new Problem(kind, 400, parameter, texts(args));
  }

  public static Problem of(String kind, int status, Object... args) {
    return new Problem(kind, status, null, texts(args));
  }

  public String type() {
    return "/problems/" + kind.replace('_', '-');
  }

  /// What kind of problem it is, in a language.
  public String title(Messages messages, Locale locale) {
    return messages.text(locale, "problem." + kind + ".title", args);
  }

  /// What exactly is wrong here and what to do about it, in a language.
  public String detail(Messages messages, Locale locale) {
    return messages.text(locale, "problem." + kind, args);
  }

  private static List<String> texts(Object... args) {
    return java.util.Arrays.stream(args).map(String::valueOf).toList();
  }
}
