package org.toret.feeds.gtfs.table;

import java.util.function.LongConsumer;

/// Counts the lines of a text that passes by and notices when it changes its line ending.
final class LineEndings {

  private final LongConsumer mixed;
  private long line = 1;
  private char previous = '\n';
  private int ending = -1;
  private boolean told;

  /// `mixed` is told the first line that ends otherwise than those before it.
  LineEndings(LongConsumer mixed) {
    this.mixed = mixed;
  }

  /// The 1-based line reached.
  long line() {
    return line;
  }

  void scan(char[] text, int from, int to) {
    char before = previous;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c == '\n') {
        ended(before == '\r' ? 2 : 1);
        line++;
      } else if (before == '\r') {
        ended(3);
        line++;
      }
      before = c;
    }
    previous = before;
  }

  private void ended(int kind) {
    if (ending < 0) {
      ending = kind;
    } else if (ending != kind && !told) {
      told = true;
      mixed.accept(line);
    }
  }
}
