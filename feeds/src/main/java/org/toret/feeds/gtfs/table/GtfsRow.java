package org.toret.feeds.gtfs.table;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The row being read, as trimmed runs of characters: a text is made only when it is asked for, and
/// the text of the row before is given again when nothing changed. Reused for every row.
final class GtfsRow extends CsvCallbackHandler<GtfsRow> {

  private char[] chars = new char[1024];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private @Nullable String[] before = new String[32];
  private int used;
  private int count;
  private int trimmed;
  private int multiline;
  private int breaks;
  private int separators;
  private long line;
  private boolean empty;

  /// 1-based line on which the row starts.
  long line() {
    return line;
  }

  /// How many cells the row has.
  int count() {
    return count;
  }

  /// Whether the row has nothing in it at all.
  boolean isEmpty() {
    return empty || count == 0 || (count == 1 && length(0) == 0);
  }

  /// Index of a cell that had spaces around it, or -1.
  int trimmed() {
    return trimmed;
  }

  /// Index of the last cell that has line breaks inside, or -1.
  int multiline() {
    return multiline;
  }

  /// Whether a cell holds so many line breaks and separators that it must have swallowed rows of
  /// about so many columns, as an unclosed quote does.
  boolean hasSwallowed(int columns) {
    return breaks >= 2 && columns >= 2 && separators >= (breaks - 1) * (columns - 1);
  }

  int length(int cell) {
    return cell < 0 || cell >= count ? 0 : ends[cell] - starts[cell];
  }

  char charAt(int cell, int index) {
    return chars[starts[cell] + index];
  }

  String text(int cell) {
    int length = length(cell);
    if (length == 0) {
      return "";
    }
    String last = before[cell];
    if (last != null && same(last, starts[cell], length)) {
      return last;
    }
    String text = new String(chars, starts[cell], length);
    before[cell] = text;
    return text;
  }

  private boolean same(String text, int start, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = length - 1; i >= 0; i--) {
      if (text.charAt(i) != chars[start + i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  protected RecordType getRecordType() {
    return RecordType.DATA;
  }

  @Override
  protected int getFieldCount() {
    return count;
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    line = startingLineNumber;
    used = 0;
    count = 0;
    trimmed = -1;
    multiline = -1;
    breaks = 0;
    separators = 0;
    empty = false;
  }

  @Override
  protected void addField(char[] buffer, int offset, int length, boolean quoted) {
    int from = offset;
    int to = offset + length;
    while (from < to && isSpace(buffer[from])) {
      from++;
    }
    while (to > from && isSpace(buffer[to - 1])) {
      to--;
    }
    if (!quoted && to - from >= 2 && buffer[from] == '"' && buffer[to - 1] == '"') {
      from++;
      to--;
    }
    if (to - from < length) {
      trimmed = count;
    }
    append(buffer, from, to - from);
    if (quoted) {
      noteBreaks();
    }
    count++;
  }

  @Override
  protected void setComment(char[] buffer, int offset, int length) {
    addField(buffer, offset, length, false);
  }

  @Override
  protected void setEmpty() {
    empty = true;
  }

  @Override
  protected GtfsRow buildRecord() {
    return this;
  }

  private void append(char[] buffer, int from, int length) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      before = Arrays.copyOf(before, count * 2);
    }
    if (used + length > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(used + length, chars.length * 2));
    }
    System.arraycopy(buffer, from, chars, used, length);
    starts[count] = used;
    used += length;
    ends[count] = used;
  }

  private void noteBreaks() {
    int found = 0;
    int commas = 0;
    for (int i = starts[count]; i < used; i++) {
      boolean bare = chars[i] == '\r' && (i + 1 == used || chars[i + 1] != '\n');
      found += chars[i] == '\n' || bare ? 1 : 0;
      commas += chars[i] == ',' ? 1 : 0;
    }
    if (found > breaks || (found > 0 && multiline < 0)) {
      multiline = count;
      breaks = found;
      separators = commas;
    }
  }

  /// Spaces of any kind, no-break space and a stray byte order mark included.
  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\ufeff';
  }
}
