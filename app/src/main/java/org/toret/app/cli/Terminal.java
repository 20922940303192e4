package org.toret.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.toret.base.notice.Messages;

/// What a command may know about where it runs: its two outputs, whether a person watches them, the
/// language and the environment.
///
/// @param out the answer
/// @param err everything said about the answer: progress, notices, faults
/// @param outWatched whether `out` is a terminal, so that colours are welcome
/// @param errWatched whether `err` is a terminal, so that a line may be redrawn
/// @param locale Italian or English
/// @param environment environment variables
public record Terminal(
    PrintStream out,
    PrintStream err,
    boolean outWatched,
    boolean errWatched,
    Locale locale,
    Map<String, String> environment) {

  private static final Messages TEXTS = new Messages().load(Terminal.class, "cli", "it", "en");

  /// The terminal of this process. The launcher says in `toret.terminal` which outputs are watched.
  public static Terminal ofProcess() {
    String watched = System.getProperty("toret.terminal", "");
    return new Terminal(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        watched.contains("out"),
        watched.contains("err"),
        locale(System.getenv()),
        System.getenv());
  }

  /// Italian where the environment says so, else English.
  public static Locale locale(Map<String, String> environment) {
    for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value.startsWith("it") ? Locale.ITALIAN : Locale.ENGLISH;
      }
    }
    return Locale.ENGLISH;
  }

  /// A text of the command line in the language of the terminal.
  public String text(String code, Object... args) {
    return TEXTS.text(locale, code, java.util.Arrays.stream(args).map(String::valueOf).toList());
  }

  /// Says something about the answer.
  public void say(String code, Object... args) {
    err.println(text(code, args));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
