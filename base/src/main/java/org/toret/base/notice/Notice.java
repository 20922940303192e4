package org.toret.base.notice;

import java.util.List;

/// One thing that is wrong, odd or assumed about published data: counted and listed, never thrown.
///
/// The text of a notice stands in the message files, one per language, under its code; `args` fill
/// its numbered places.
///
/// @param code stable, lower_snake_case identifier, for example `undefined_stop`
/// @param args values for the text, already printable
public record Notice(String code, Severity severity, Place place, List<String> args) {

  public Notice {
    args = List.copyOf(args);
  }

  /// A notice whose arguments are printed with `toString`.
  public static Notice of(String code, Severity severity, Place place, Object... args) {
    return new Notice(
        code, severity, place, java.util.Arrays.stream(args).map(String::valueOf).toList());
  }
}
