package org.toret.app.simulate;

/// Chance that remembers nothing: the same seed and keys always give the same number, in any order
/// of asking. So nothing has to be played through to know what is so at a moment.
///
/// Keys are mixed by the finalizer of SplitMix64 (Steele, Lea, Flood: *Fast Splittable Pseudorandom
/// Number Generators*, 2014). Cost: a few nanoseconds for each key.
record Chance(long seed) {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /// Another stream of numbers, independent of this one.
  Chance of(String name) {
    return new Chance(bits(key(name)));
  }

  /// A key for a text.
  static long key(String text) {
    long key = text.length();
    for (int i = 0; i < text.length(); i++) {
      key = mix(key * 31 + text.charAt(i));
    }
    return key;
  }

  long bits(long... keys) {
    long bits = mix(seed + GOLDEN);
    for (long key : keys) {
      bits = mix((bits ^ key) + GOLDEN);
    }
    return bits;
  }

  /// Evenly in [0, 1).
  double uniform(long... keys) {
    return (bits(keys) >>> 11) * 0x1.0p-53;
  }

  /// Evenly among `0 … bound - 1`.
  int below(int bound, long... keys) {
    return (int) (uniform(keys) * bound);
  }

  /// Normal with mean 0 and variance 1 (Box and Muller).
  double normal(long... keys) {
    long bits = bits(keys);
    double radius = Math.sqrt(-2 * Math.log(1 - (bits >>> 11) * 0x1.0p-53));
    return radius * Math.cos(2 * Math.PI * (mix(bits + GOLDEN) >>> 11) * 0x1.0p-53);
  }

  private static long mix(long value) {
    long a = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
