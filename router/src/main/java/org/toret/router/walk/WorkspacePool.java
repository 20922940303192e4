package org.toret.router.walk;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;

/// Lends workspaces, so that searches on many threads reuse a few. Grows to the largest number of
/// searches that ever ran at once.
public final class WorkspacePool<W> {

  private final ConcurrentLinkedDeque<W> free = new ConcurrentLinkedDeque<>();
  private final Supplier<W> factory;

  public WorkspacePool(Supplier<W> factory) {
    this.factory = factory;
  }

  public <R> R with(Function<W, R> work) {
    W lent = free.pollFirst();
    if (lent == null) {
      lent = factory.get();
    }
    R result = work.apply(lent);
    free.addFirst(lent);
    return result;
  }
}
