package org.toret.base.columns;

import java.util.Arrays;

/// A growing column of `int`s, for builders. 4 bytes per element, at most doubled while growing.
public final class IntList {

  private int[] values;
  private int size;

  public IntList() {
    this(16);
  }

  public IntList(int capacity) {
    values = new int[Math.max(1, capacity)];
  }

  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
    }
    values[size++] = value;
  }

  public void addAll(int... more) {
    for (int value : more) {
      add(value);
    }
  }

  public int get(int index) {
    return values[java.util.Objects.checkIndex(index, size)];
  }

  public void set(int index, int value) {
    values[java.util.Objects.checkIndex(index, size)] = value;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public void clear() {
    size = 0;
  }

  /// A copy of exactly the elements added so far.
  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
