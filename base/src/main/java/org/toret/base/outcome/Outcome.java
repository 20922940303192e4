package org.toret.base.outcome;

import java.util.List;
import java.util.function.Function;

/// The answer to a wish: done, or refused with a reason a person can act on.
///
/// Refusals are expected (a closed feed, a date without service); our own faults throw instead.
public sealed interface Outcome<T> {

  /// The wish was carried out.
  record Done<T>(T value) implements Outcome<T> {}

  /// The wish cannot be carried out.
  ///
  /// @param code stable lower_snake_case identifier; its text stands in the message files
  /// @param args values for the text
  record Refused<T>(String code, List<String> args) implements Outcome<T> {

    public Refused {
      args = List.copyOf(args);
    }
  }

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(String code, Object... args) {
    return new Refused<>(code, java.util.Arrays.stream(args).map(String::valueOf).toList());
  }

  /// Applies a function to what was done; a refusal stays as it is.
  default <R> Outcome<R> map(Function<? super T, ? extends R> function) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(function.apply(value));
      case Refused<T>(String code, List<String> args) -> new Refused<>(code, args);
    };
  }

  /// Applies a function that may itself refuse.
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> function) {
    return switch (this) {
      case Done<T>(T value) -> function.apply(value);
      case Refused<T>(String code, List<String> args) -> new Refused<>(code, args);
    };
  }
}
