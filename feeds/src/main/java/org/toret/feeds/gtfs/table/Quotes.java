package org.toret.feeds.gtfs.table;

import java.util.HashSet;
import java.util.Set;

/// Where the quotes of a text mean something: everywhere but on some lines, and from a line on.
///
/// @param fromLine first line from which no quote means anything
record Quotes(Set<Long> lines, long fromLine) {

  Quotes() {
    this(Set.of(), Long.MAX_VALUE);
  }

  /// The same, with one line more on which quotes mean nothing.
  Quotes without(long line) {
    Set<Long> more = new HashSet<>(lines);
    more.add(line);
    return new Quotes(Set.copyOf(more), fromLine);
  }

  /// The same, with no quotes from a line on.
  Quotes withoutFrom(long line) {
    return new Quotes(lines, Math.min(fromLine, line));
  }

  /// Whether some line has quotes that mean nothing.
  boolean anyIgnored() {
    return !lines.isEmpty() || fromLine != Long.MAX_VALUE;
  }

  boolean isIgnoredOn(long line) {
    return line >= fromLine || lines.contains(line);
  }
}
