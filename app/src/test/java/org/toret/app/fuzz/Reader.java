package org.toret.app.fuzz;

import java.io.IOException;
import java.util.List;

/// A reader of files under test.
///
/// @param seeds good files, of which the damaged ones are made
/// @param longestMillis processor time that one small file may take
record Reader(String name, List<byte[]> seeds, long longestMillis, Reading reading) {

  /// Reads a file; whatever is in it, only the disk may be at fault.
  interface Reading {
    void read(byte[] file, int seed) throws IOException;
  }

  @Override
  public String toString() {
    return name;
  }
}
