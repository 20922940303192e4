package org.toret.feeds.gtfs.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.feeds.gtfs.table.GtfsTable;

/// The ids of one kind of thing in one feed, numbered in the order of the file.
public final class Ids {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> ids = new ArrayList<>();

  /// The number of an id, or -1 when it is not defined.
  public int find(String id) {
    Integer number = numbers.get(id);
    return number == null ? -1 : number;
  }

  /// The id with a number.
  public String id(int number) {
    return ids.get(number);
  }

  public int count() {
    return ids.size();
  }

  /// The number of an id, which is new or known.
  int put(String id) {
    int known = find(id);
    if (known >= 0) {
      return known;
    }
    numbers.put(id, ids.size());
    ids.add(id);
    return ids.size() - 1;
  }

  /// Whether the row's id may be taken: it is there and no row before has it. If not, the row is
  /// left out with a notice.
  boolean isFree(GtfsTable table, int column) {
    String id = table.text(column);
    if (id.isEmpty()) {
      table.error("missing_id", column);
      return false;
    }
    if (find(id) >= 0) {
      table.error("duplicate_id", column, id);
      return false;
    }
    return true;
  }
}
