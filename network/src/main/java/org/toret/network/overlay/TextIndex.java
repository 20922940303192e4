package org.toret.network.overlay;

import java.util.Arrays;
import org.toret.base.columns.TextColumn;

/// Finds the row of a text: 8 bytes per row.
///
/// @param keys hash of the text above its row, sorted
record TextIndex(TextColumn texts, long[] keys) {

  static TextIndex of(TextColumn texts) {
    long[] keys = new long[texts.size()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = (long) texts.get(row).hashCode() << 32 | row;
    }
    Arrays.sort(keys);
    return new TextIndex(texts, keys);
  }

  /// The first row with a text, -1 where none has it.
  int find(String text) {
    int hash = text.hashCode();
    int at = Arrays.binarySearch(keys, (long) hash << 32);
    for (int i = at < 0 ? -at - 1 : at; i < keys.length && keys[i] >> 32 == hash; i++) {
      if (texts.get((int) keys[i]).equals(text)) {
        return (int) keys[i];
      }
    }
    return -1;
  }
}
