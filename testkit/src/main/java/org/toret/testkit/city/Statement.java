package org.toret.testkit.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One statement of a test text, cut into its keyword, its `key=value` options and the rest.
record Statement(String text, String keyword, List<String> words, Map<String, String> options) {

  static Statement of(String text) {
    List<String> words = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    for (String word : text.trim().split("\\s+")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        options.put(word.substring(0, equals), word.substring(equals + 1));
      } else {
        words.add(word);
      }
    }
    String keyword = words.isEmpty() ? "" : words.removeFirst();
    return new Statement(text.trim(), keyword, words, options);
  }

  String word(int index) {
    if (index >= words.size()) {
      throw wrong("something is missing at the end");
    }
    return words.get(index);
  }

  String option(String key, String otherwise) {
    return options.getOrDefault(key, otherwise);
  }

  /// 0 unknown, 1 yes, 2 no, as in GTFS.
  byte yesOrNo(String key) {
    return switch (option(key, "")) {
      case "yes" -> (byte) 1;
      case "no" -> (byte) 2;
      case "" -> (byte) 0;
      default -> throw wrong(key + " is 'yes' or 'no'");
    };
  }

  IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("'%s': %s".formatted(text, why));
  }
}
