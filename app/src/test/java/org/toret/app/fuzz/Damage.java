package org.toret.app.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damages files in ways that know what files are made of: bytes, numbers, marks, runs between
/// marks, lines, nesting. Drawn from a seed.
final class Damage {

  private static final String MARKS = "<>\"',;:=&[]{}()/\n\r\t\0 -.#|%*!?";
  private static final String[] WORDS = {
    "",
    "0",
    "-1",
    "NaN",
    "1e309",
    "2147483647",
    "-2147483648",
    "2147483648",
    "9223372036854775807",
    "99999999999999999999",
    "0.0000000000001",
    "24:00:00",
    "25:61:99",
    "99999:00:00",
    "20261332",
    "2026-02-30T25:00:00Z",
    "+292278994-08-17T07:12:55Z",
    "null",
    "true",
    "[]",
    "{}",
    "\ufeff",
    "\ud800",
    "À€",
    "&amp;",
    "&#x0;",
    "<!DOCTYPE a [<!ENTITY b \"b\">]>",
    "<![CDATA[",
    "*x",
    "&x ",
    "!!java.lang.Object",
    "..",
    "../../etc",
    "http://localhost:1/"
  };
  private static final byte[] EXTREMES = {0, 1, -1, 127, -128, 9, 10, 13, 34, 44, 60, 91, 123};
  private static final int MOST_NESTING = 20_000;
  private static final int MOST_REPEATS = 3_000;

  private final Random random;

  Damage(Random random) {
    this.random = random;
  }

  /// One to four wounds.
  ///
  /// @param others good files of which parts may be spliced in
  byte[] done(byte[] good, List<byte[]> others) {
    byte[] bytes = good;
    for (int wounds = random.nextInt(4); wounds >= 0; wounds--) {
      bytes = wound(bytes, others);
    }
    return bytes;
  }

  private byte[] wound(byte[] bytes, List<byte[]> others) {
    if (bytes.length == 0) {
      return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
    }
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(12)) {
      case 0 -> set(bytes, at, (byte) random.nextInt(256));
      case 1 -> set(bytes, at, EXTREMES[random.nextInt(EXTREMES.length)]);
      case 2 -> set(bytes, at, (byte) MARKS.charAt(random.nextInt(MARKS.length())));
      case 3 -> Arrays.copyOf(bytes, at);
      case 4 -> replaced(bytes, at, end(bytes, at), word());
      case 5 -> replaced(bytes, at, end(bytes, at), new byte[0]);
      case 6 -> replaced(bytes, at, at, part(bytes, 200));
      case 7 -> replaced(bytes, at, at, part(others.get(random.nextInt(others.size())), 2_000));
      case 8 -> integer(bytes, at);
      case 9 -> replaced(bytes, at, Math.min(bytes.length, at + random.nextInt(400)), new byte[0]);
      case 10 -> replaced(bytes, at, at, repeated(part(bytes, 40), MOST_REPEATS));
      default -> replaced(bytes, at, at, nesting(bytes, at));
    };
  }

  private byte[] word() {
    return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] set(byte[] bytes, int at, byte value) {
    byte[] copy = bytes.clone();
    copy[at] = value;
    return copy;
  }

  /// The end of the run without marks that begins here.
  private static int end(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && end - at < 200 && MARKS.indexOf(bytes[end]) < 0) {
      end++;
    }
    return Math.max(end, at + 1);
  }

  private byte[] part(byte[] bytes, int longest) {
    if (bytes.length == 0) {
      return bytes;
    }
    int from = random.nextInt(bytes.length);
    return Arrays.copyOfRange(
        bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(longest)));
  }

  private byte[] repeated(byte[] part, int most) {
    int times = 1 + random.nextInt(most);
    byte[] all = new byte[part.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(part, 0, all, i * part.length, part.length);
    }
    return all;
  }

  /// A bracket, or the tag before this place, opened again and again.
  private byte[] nesting(byte[] bytes, int at) {
    int open = at;
    while (open > 0 && at - open < 100 && bytes[open] != '<') {
      open--;
    }
    int close = open;
    while (close < bytes.length && close - open < 100 && bytes[close] != '>') {
      close++;
    }
    boolean isTag = bytes[open] == '<' && close < bytes.length && bytes[close] == '>';
    byte[] tag = isTag ? Arrays.copyOfRange(bytes, open, close + 1) : new byte[] {'['};
    byte[] mark =
        random.nextBoolean() ? tag : new byte[] {(byte) (random.nextBoolean() ? 123 : 91)};
    return repeated(mark, MOST_NESTING);
  }

  /// Two, four or eight bytes as an extreme number, either way round.
  private byte[] integer(byte[] bytes, int at) {
    long[] numbers = {
      0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, 0xffff, 1 << 24
    };
    long number = numbers[random.nextInt(numbers.length)];
    int size = 2 << random.nextInt(3);
    boolean big = random.nextBoolean();
    byte[] copy = bytes.clone();
    for (int i = 0; i < size && at + i < copy.length; i++) {
      copy[at + i] = (byte) (number >> 8 * (big ? size - 1 - i : i));
    }
    return copy;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] with) {
    int until = Math.min(to, bytes.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + with.length);
    out.write(bytes, 0, from);
    out.write(with, 0, with.length);
    out.write(bytes, until, bytes.length - until);
    return out.toByteArray();
  }
}
