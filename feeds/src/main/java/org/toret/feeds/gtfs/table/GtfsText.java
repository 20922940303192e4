package org.toret.feeds.gtfs.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.ObjLongConsumer;

/// Decodes the bytes of a file that should be UTF-8 and often is not, and says what it had to mend.
///
/// A byte order mark chooses UTF-8 or UTF-16. A byte that is not UTF-8 is read as Windows-1252,
/// which most files of that kind are, so that texts stay readable and ids stay distinct. A NUL
/// becomes a space. 64 KiB of buffer whatever the size of the file.
final class GtfsText extends Reader {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final String WINDOWS_1252_FROM_80 =
      "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

  private final InputStream in;
  private final ObjLongConsumer<String> faults;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
  private final CharsetDecoder decoder;
  private final LineEndings endings;
  private final Quotes quotes;
  private boolean ended;
  private long faultyLine;

  /// Opens a text; `faults` is told the code and the line of everything that was mended.
  GtfsText(InputStream in, Quotes quotes, ObjLongConsumer<String> faults) throws IOException {
    this.in = in;
    this.quotes = quotes;
    this.faults = faults;
    endings = new LineEndings(line -> faults.accept("mixed_line_endings", line));
    ByteOrderMark mark = mark();
    bytes.position(bytes.position() + mark.length());
    if (mark.notice() != null) {
      faults.accept(mark.notice(), 1);
    }
    decoder =
        mark.charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /// The line reached, 1-based; ahead of what a reader of rows has made of it.
  long line() {
    return endings.line();
  }

  Quotes quotes() {
    return quotes;
  }

  /// What separates cells: a comma, unless the first line has none and semicolons or tabs instead.
  char separator() {
    int semicolons = 0;
    int tabs = 0;
    for (int i = bytes.position(); i < bytes.limit() && bytes.get(i) != '\n'; i++) {
      if (bytes.get(i) == ',') {
        return ',';
      }
      semicolons += bytes.get(i) == ';' ? 1 : 0;
      tabs += bytes.get(i) == '\t' ? 1 : 0;
    }
    if (semicolons + tabs == 0) {
      return ',';
    }
    faults.accept("wrong_separator", 1);
    return semicolons >= tabs ? ';' : '\t';
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    CharBuffer out = CharBuffer.wrap(target, offset, length);
    int from = offset;
    while (true) {
      CoderResult result = decoder.decode(bytes, out, ended);
      int to = out.position();
      scan(target, from, to);
      from = to;
      if (result.isError() && out.hasRemaining()) {
        out.put(mended(result.length()));
      } else if (result.isUnderflow() && !ended && to == offset) {
        fill();
      } else {
        int count = out.position() - offset;
        return count > 0 || length == 0 ? count : -1;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private ByteOrderMark mark() throws IOException {
    while (bytes.remaining() < ByteOrderMark.LONGEST && !ended) {
      fill();
    }
    return ByteOrderMark.of(bytes.slice());
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  private char mended(int length) {
    if (!decoder.charset().equals(StandardCharsets.UTF_8)) {
      report("invalid_utf16");
      bytes.position(bytes.position() + length);
      return '\uFFFD';
    }
    report("invalid_utf8");
    int value = bytes.get() & 0xff;
    if (value < 0x80 || value > 0x9f) {
      return (char) value;
    }
    return WINDOWS_1252_FROM_80.charAt(value - 0x80);
  }

  private void scan(char[] target, int from, int to) {
    boolean ignoring = quotes.anyIgnored();
    int scanned = from;
    for (int i = from; i < to; i++) {
      if (target[i] == 0) {
        endings.scan(target, scanned, i);
        scanned = i;
        report("contains_null");
        target[i] = ' ';
      } else if (ignoring && target[i] == '"') {
        endings.scan(target, scanned, i);
        scanned = i;
        if (quotes.isIgnoredOn(endings.line())) {
          target[i] = ' ';
        }
      }
    }
    endings.scan(target, scanned, to);
  }

  private void report(String code) {
    if (endings.line() != faultyLine) {
      faultyLine = endings.line();
      faults.accept(code, faultyLine);
    }
  }
}
