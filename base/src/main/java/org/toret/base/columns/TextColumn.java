package org.toret.base.columns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A column of strings held as UTF-8 bytes and decoded when asked for: 4 bytes per element plus the
/// text, each distinct text stored once.
///
/// @param rows index into the distinct texts, one per element
/// @param offsets start of each distinct text in `bytes`, one longer than their number
public record TextColumn(int[] rows, int[] offsets, byte[] bytes) {

  /// A column of these texts.
  public static TextColumn of(List<String> texts) {
    var distinct = new java.util.HashMap<String, Integer>();
    var order = new ArrayList<byte[]>();
    int[] rows = new int[texts.size()];
    int total = 0;
    for (int i = 0; i < rows.length; i++) {
      String text = texts.get(i);
      Integer known = distinct.get(text);
      if (known == null) {
        known = order.size();
        distinct.put(text, known);
        order.add(text.getBytes(StandardCharsets.UTF_8));
        total += order.getLast().length;
      }
      rows[i] = known;
    }
    return packed(rows, order, total);
  }

  public int size() {
    return rows.length;
  }

  /// The text of an element; empty where the source had none.
  public String get(int index) {
    int row = rows[index];
    return new String(bytes, offsets[row], offsets[row + 1] - offsets[row], StandardCharsets.UTF_8);
  }

  /// The same column with more elements behind; copies it.
  public TextColumn with(List<String> more) {
    TextColumn added = of(more);
    int texts = offsets.length - 1;
    int[] longerRows = Arrays.copyOf(rows, rows.length + more.size());
    for (int i = 0; i < more.size(); i++) {
      longerRows[rows.length + i] = texts + added.rows[i];
    }
    int[] longerOffsets = Arrays.copyOf(offsets, texts + added.offsets.length);
    for (int i = 0; i < added.offsets.length; i++) {
      longerOffsets[texts + i] = bytesEnd() + added.offsets[i];
    }
    byte[] longerBytes = Arrays.copyOf(bytes, bytesEnd() + added.bytes.length);
    System.arraycopy(added.bytes, 0, longerBytes, bytesEnd(), added.bytes.length);
    return new TextColumn(longerRows, longerOffsets, longerBytes);
  }

  private int bytesEnd() {
    return offsets[offsets.length - 1];
  }

  /// The same column with its elements in another order: element `i` is the old `order[i]`.
  public TextColumn reordered(int[] order) {
    int[] moved = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      moved[i] = rows[order[i]];
    }
    return new TextColumn(moved, offsets, bytes);
  }

  private static TextColumn packed(int[] rows, List<byte[]> texts, int total) {
    int[] offsets = new int[texts.size() + 1];
    byte[] bytes = new byte[total];
    for (int i = 0; i < texts.size(); i++) {
      byte[] text = texts.get(i);
      System.arraycopy(text, 0, bytes, offsets[i], text.length);
      offsets[i + 1] = offsets[i] + text.length;
    }
    return new TextColumn(rows, offsets, bytes);
  }
}
