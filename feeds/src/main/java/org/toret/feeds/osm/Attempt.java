package org.toret.feeds.osm;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Runs code of the library, whose only way to say that a file is damaged is an unchecked exception
/// of no kind of its own, and hands what went wrong on as a value. What no program can mend, such
/// as the end of memory, is thrown on.
final class Attempt {

  private Attempt() {}

  /// What went wrong, if anything.
  static Optional<Throwable> of(Callable<?> work) {
    FutureTask<?> task = new FutureTask<>(work);
    task.run();
    if (task.state() != Future.State.FAILED) {
      return Optional.empty();
    }
    Throwable failure = task.exceptionNow();
    if (failure instanceof Error beyondUs) {
      throw beyondUs;
    }
    return Optional.of(failure);
  }
}
