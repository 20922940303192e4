package org.toret.app.keep;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Holds the city that answers now. Swapping is one atomic step; whoever took the old city goes on
/// with it, and it is closed only when no request can be left that did.
public final class CityHolder {

  private static final long LONGEST_REQUEST_SECONDS = 120;

  private final AtomicReference<@Nullable OpenCity> current = new AtomicReference<>();
  private final List<Consumer<OpenCity>> shown = new CopyOnWriteArrayList<>();

  /// The city of this moment, absent until the first one is ready.
  public Optional<OpenCity> find() {
    return Optional.ofNullable(current.get());
  }

  /// The city of this moment; throws [CityNotReadyException] before the first.
  public OpenCity get() {
    return find().orElseThrow(CityNotReadyException::new);
  }

  /// Shows another state of the city that answers; another city that was swapped in meanwhile
  /// stays.
  public void show(OpenCity state) {
    OpenCity before = current.get();
    while (before != null && before.isSameImage(state)) {
      if (current.compareAndSet(before, state)) {
        shown.forEach(listener -> listener.accept(state));
        return;
      }
      before = current.get();
    }
  }

  /// Hears of every state that is shown.
  public void listen(Consumer<OpenCity> listener) {
    shown.add(listener);
  }

  /// Puts a city in the place of the one before.
  public void swap(OpenCity next) {
    OpenCity before = current.getAndSet(next);
    if (before != null) {
      CompletableFuture.delayedExecutor(
              LONGEST_REQUEST_SECONDS, TimeUnit.SECONDS, Thread::startVirtualThread)
          .execute(before::close);
    }
  }
}
