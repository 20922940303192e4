package org.toret.feeds.gtfs.table;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What the first bytes of a text say about its encoding.
///
/// @param length bytes to skip
/// @param notice code of the notice it deserves, none for plain UTF-8
record ByteOrderMark(Charset charset, int length, @Nullable String notice) {

  /// How many bytes are looked at.
  static final int LONGEST = 4;

  static ByteOrderMark of(ByteBuffer start) {
    int first = at(start, 0);
    int second = at(start, 1);
    if (first == 0xef && second == 0xbb && at(start, 2) == 0xbf) {
      return new ByteOrderMark(StandardCharsets.UTF_8, 3, null);
    }
    if (first == 0xfe && second == 0xff) {
      return new ByteOrderMark(StandardCharsets.UTF_16BE, 2, "utf16_file");
    }
    if (first == 0xff && second == 0xfe) {
      return new ByteOrderMark(StandardCharsets.UTF_16LE, 2, "utf16_file");
    }
    return unmarked(first, second, at(start, 2), at(start, 3));
  }

  private static ByteOrderMark unmarked(int first, int second, int third, int fourth) {
    if (first > 0 && second == 0 && third > 0 && fourth == 0) {
      return new ByteOrderMark(StandardCharsets.UTF_16LE, 0, "utf16_file");
    }
    if (first == 0 && second > 0 && third == 0 && fourth > 0) {
      return new ByteOrderMark(StandardCharsets.UTF_16BE, 0, "utf16_file");
    }
    return new ByteOrderMark(StandardCharsets.UTF_8, 0, null);
  }

  private static int at(ByteBuffer bytes, int index) {
    return index < bytes.remaining() ? bytes.get(index) & 0xff : -1;
  }
}
