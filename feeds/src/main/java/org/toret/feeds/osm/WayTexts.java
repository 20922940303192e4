package org.toret.feeds.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for the distinct texts that ways carry through the library, which keeps numbers only; 0
/// is none. Texts beyond the most that fit are left out, and counted.
final class WayTexts {

  private final int most;
  private final List<String> texts = new ArrayList<>(List.of(""));
  private final Map<String, Integer> numbers = new HashMap<>();
  private int left;

  /// @param bits of a number
  WayTexts(int bits) {
    most = (1 << bits) - 1;
  }

  String text(int of) {
    return texts.get(of);
  }

  /// How many ways had texts beyond those that can be kept.
  int left() {
    return left;
  }

  int numberOf(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    if (texts.size() > most) {
      left++;
      return 0;
    }
    texts.add(text);
    numbers.put(text, texts.size() - 1);
    return texts.size() - 1;
  }
}
