package org.toret.network.fare.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.columns.TextColumn;

/// Numbers ids in the order in which they first appear; an empty id is -1.
final class Names {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  int of(String id) {
    if (id.isEmpty()) {
      return -1;
    }
    Integer known = numbers.putIfAbsent(id, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  int count() {
    return numbers.size();
  }

  TextColumn column() {
    return TextColumn.of(List.copyOf(numbers.keySet()));
  }
}
