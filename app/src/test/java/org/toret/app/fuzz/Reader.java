package org.toret.app.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/// A reader of files under test.
///
/// @param seeds good files, of which the damaged ones are made
/// @param longestMillis processor time that one small file may take
/// @param wounds how files are damaged
record Reader(String name, List<byte[]> seeds, long longestMillis, Reading reading, Wounds wounds) {

  /// A reader of bytes of any kind.
  Reader(String name, List<byte[]> seeds, long longestMillis, Reading reading) {
    this(
        name,
        seeds,
        longestMillis,
        reading,
        (random, good) -> new Damage(random).done(good, seeds));
  }

  /// Damages a good file.
  interface Wounds {
    byte[] done(Random random, byte[] good);
  }

  /// Reads a file; whatever is in it, only the disk may be at fault.
  interface Reading {
    void read(byte[] file, int seed) throws IOException;
  }

  @Override
  public String toString() {
    return name;
  }
}
