package org.toret.app.tiles;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.columns.IntList;

/// Joins lines that end where others begin, so that a street is one long line: fewer bytes, and its
/// name has room.
final class Chains {

  private final Map<Long, Deque<Integer>> byEnd = new HashMap<>();
  private final List<int[]> lines;
  private final boolean[] used;

  private Chains(List<int[]> lines) {
    this.lines = lines;
    this.used = new boolean[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      int[] line = lines.get(i);
      byEnd.computeIfAbsent(start(line), key -> new ArrayDeque<>()).add(i);
      byEnd.computeIfAbsent(end(line), key -> new ArrayDeque<>()).add(i);
    }
  }

  static List<int[]> join(List<int[]> lines) {
    return lines.size() < 2 ? lines : new Chains(lines).joined();
  }

  private List<int[]> joined() {
    List<int[]> chains = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!used[i]) {
        used[i] = true;
        int[] forward = extended(lines.get(i));
        chains.add(reversed(extended(reversed(forward))));
      }
    }
    return chains;
  }

  private int[] extended(int[] line) {
    IntList chain = new IntList(line.length * 2);
    chain.addAll(line);
    long at = end(line);
    for (int next = unusedAt(at); next >= 0; next = unusedAt(at)) {
      used[next] = true;
      int[] more = start(lines.get(next)) == at ? lines.get(next) : reversed(lines.get(next));
      for (int i = 2; i < more.length; i++) {
        chain.add(more[i]);
      }
      at = end(more);
    }
    return chain.toArray();
  }

  private int unusedAt(long point) {
    Deque<Integer> candidates = byEnd.getOrDefault(point, new ArrayDeque<>());
    while (!candidates.isEmpty()) {
      int candidate = candidates.poll();
      if (!used[candidate]) {
        return candidate;
      }
    }
    return -1;
  }

  private static int[] reversed(int[] line) {
    int[] back = new int[line.length];
    for (int i = 0; i < line.length; i += 2) {
      back[i] = line[line.length - 2 - i];
      back[i + 1] = line[line.length - 1 - i];
    }
    return back;
  }

  private static long start(int[] line) {
    return key(line[0], line[1]);
  }

  private static long end(int[] line) {
    return key(line[line.length - 2], line[line.length - 1]);
  }

  private static long key(int x, int y) {
    return (long) x << 32 | y & 0xffffffffL;
  }
}
