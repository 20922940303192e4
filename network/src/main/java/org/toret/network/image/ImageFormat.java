package org.toret.network.image;

/// The layout of a compiled city on disk, all numbers little-endian.
///
/// | bytes | content |
/// | --- | --- |
/// | 8 | the letters `TORETIMG` |
/// | 4 | format version |
/// | 4 | number of sections |
/// | 8 | length of the whole file |
/// | 32 | SHA-256 of everything behind the head |
/// | … | per section: 2 bytes name length, name, 1 byte kind, 8 bytes offset, 8 bytes element count |
/// | … | the columns, each starting at a multiple of 8 |
///
/// The version changes with any change of what a section means; an image of another version is
/// refused and built anew, never guessed at.
final class ImageFormat {

  static final byte[] MAGIC = {'T', 'O', 'R', 'E', 'T', 'I', 'M', 'G'};
  static final int HEAD_BYTES = 56;
  static final int HASH_OFFSET = 24;
  static final int HASH_BYTES = 32;
  static final int ALIGNMENT = 8;

  private ImageFormat() {}

  static long aligned(long offset) {
    return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
