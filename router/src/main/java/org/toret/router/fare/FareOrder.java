package org.toret.router.fare;

/// Compares states of what was paid and may still be ridden on it.
public interface FareOrder {

  /// Every state is as good as any other: fares do not count.
  FareOrder NONE = (a, b) -> true;

  /// Whether who is in state `a` never pays more in all than who is in `b`, whatever both ride
  /// afterwards.
  boolean covers(int a, int b);
}
