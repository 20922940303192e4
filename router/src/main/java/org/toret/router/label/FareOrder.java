package org.toret.router.label;

/// Compares states of what was paid and may still be ridden on it. States of one kind compare alike
/// with all others; there are many states, since tickets begin at any second, and few kinds.
public interface FareOrder {

  /// Every state is as good as any other: fares do not count.
  FareOrder NONE =
      new FareOrder() {
        @Override
        public int kind(int state) {
          return 0;
        }

        @Override
        public boolean isNoDearer(int kind, int other) {
          return true;
        }
      };

  /// The kind of a state.
  int kind(int state);

  /// Whether who is in a state of one kind never pays more in all than who is in one of another,
  /// whatever both ride afterwards.
  boolean isNoDearer(int kind, int other);
}
