package org.toret.mobility.reliability;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Counts of delays by what they are counted for. What a cell is of is known by a 64-bit hash
/// alone, so that cells outlive every timetable.
///
/// Bounded: at most [#MOST] cells of 72 bytes, 43 MB, in memory and in a file before it is
/// compressed. Counts of a cell are halved when they reach [#MOST_IN_CELL], so that what was long
/// ago fades. Not thread-safe.
final class DelayCells {

  static final int MOST = 600_000;
  static final int MOST_IN_CELL = 4_000;

  private static final int BINS = DelayBins.COUNT;
  private static final int FORMAT = 0x544f4431;

  private long[] keys = new long[1 << 10];
  private short[] counts = new short[keys.length * BINS];
  private int size;

  /// The key of what is counted: parts of a name, an empty one for all of them.
  static long key(String line, String stop, int number) {
    long hash = 0xcbf29ce484222325L;
    for (byte one : (line + "\n" + stop + "\n" + number).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (one & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
    return hash == 0 ? 1 : hash;
  }

  int size() {
    return size;
  }

  /// Counts a delay; false where there is no room for another cell.
  boolean add(long key, int bin) {
    int at = slot(keys, key);
    if (keys[at] == 0) {
      if (size == MOST) {
        return false;
      }
      if (2 * (size + 1) > keys.length) {
        grow();
        at = slot(keys, key);
      }
      keys[at] = key;
      size++;
    }
    counts[at * BINS + bin]++;
    if (total(at) >= MOST_IN_CELL) {
      for (int i = at * BINS; i < (at + 1) * BINS; i++) {
        counts[i] >>= 1;
      }
    }
    return true;
  }

  /// Adds the counts of a cell to an array and returns their sum.
  int read(long key, int[] into) {
    Arrays.fill(into, 0);
    int at = slot(keys, key);
    if (keys[at] == 0) {
      return 0;
    }
    for (int bin = 0; bin < BINS; bin++) {
      into[bin] = counts[at * BINS + bin];
    }
    return total(at);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(FORMAT);
    out.writeInt(BINS);
    out.writeInt(size);
    for (int at = 0; at < keys.length; at++) {
      if (keys[at] != 0) {
        out.writeLong(keys[at]);
        for (int bin = 0; bin < BINS; bin++) {
          out.writeShort(counts[at * BINS + bin]);
        }
      }
    }
  }

  static DelayCells read(DataInput in) throws IOException {
    int format = in.readInt();
    int bins = in.readInt();
    int count = in.readInt();
    if (format != FORMAT || bins != BINS || count < 0 || count > MOST) {
      throw new IOException("format %x, %d classes, %d cells".formatted(format, bins, count));
    }
    DelayCells cells = new DelayCells();
    for (int i = 0; i < count; i++) {
      long key = in.readLong();
      if (key == 0) {
        throw new IOException("cell %d has no key".formatted(i));
      }
      if (2 * (cells.size + 1) > cells.keys.length) {
        cells.grow();
      }
      int at = slot(cells.keys, key);
      cells.size += cells.keys[at] == 0 ? 1 : 0;
      cells.keys[at] = key;
      for (int bin = 0; bin < BINS; bin++) {
        cells.counts[at * BINS + bin] = (short) Math.max(0, in.readShort());
      }
    }
    return cells;
  }

  private int total(int at) {
    int total = 0;
    for (int bin = 0; bin < BINS; bin++) {
      total += counts[at * BINS + bin];
    }
    return total;
  }

  private void grow() {
    long[] wider = new long[2 * keys.length];
    short[] moved = new short[wider.length * BINS];
    for (int at = 0; at < keys.length; at++) {
      if (keys[at] != 0) {
        int to = slot(wider, keys[at]);
        wider[to] = keys[at];
        System.arraycopy(counts, at * BINS, moved, to * BINS, BINS);
      }
    }
    keys = wider;
    counts = moved;
  }

  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    int at = (int) (key >>> 20) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }
}
