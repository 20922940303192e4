package org.toret.app.ask;

import java.util.List;
import org.toret.base.outcome.Outcome;

/// What engine and contexts refuse, as problems of the question.
public final class Refusals {

  private static final int NOT_FOUND = 404;
  private static final int BAD_REQUEST = 400;

  private Refusals() {}

  /// The value of an outcome; a refusal is thrown as a [ProblemException].
  public static <T> T orThrow(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(String code, List<String> args) ->
          throw new ProblemException(Problem.of(code, status(code), args.toArray()));
    };
  }

  private static int status(String code) {
    return code.startsWith("unknown_") ? NOT_FOUND : BAD_REQUEST;
  }
}
