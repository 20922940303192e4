package org.toret.router.walk;

import java.util.Arrays;

/// A 4-ary heap of `long`s, smallest first: the key in the high half, what it belongs to in the low
/// half. Old entries are left in and skipped by the caller. Not thread-safe.
public final class LongHeap {

  private long[] entries = new long[256];
  private int size;

  public static int key(long entry) {
    return (int) (entry >>> 32);
  }

  public static int item(long entry) {
    return (int) entry;
  }

  public void clear() {
    size = 0;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /// The smallest key, or the largest `int` when empty.
  int peekKey() {
    return size == 0 ? Integer.MAX_VALUE : key(entries[0]);
  }

  public void push(int key, int item) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    long entry = (long) key << 32 | item;
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) >> 2;
      if (entries[parent] <= entry) {
        break;
      }
      entries[at] = entries[parent];
      at = parent;
    }
    entries[at] = entry;
  }

  public long pop() {
    long top = entries[0];
    long last = entries[--size];
    int at = 0;
    while (true) {
      int first = 4 * at + 1;
      if (first >= size) {
        break;
      }
      int smallest = first;
      int end = Math.min(first + 4, size);
      for (int child = first + 1; child < end; child++) {
        if (entries[child] < entries[smallest]) {
          smallest = child;
        }
      }
      if (entries[smallest] >= last) {
        break;
      }
      entries[at] = entries[smallest];
      at = smallest;
    }
    entries[at] = last;
    return top;
  }
}
