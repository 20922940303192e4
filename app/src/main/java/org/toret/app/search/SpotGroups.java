package org.toret.app.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.columns.IntList;

/// Joins things of one name that lie close together: those in the same or in neighbouring cells of
/// a grid belong to one group.
final class SpotGroups {

  private final int cellE7;
  private final Map<Key, IntList> cells = new HashMap<>();

  private record Key(String name, int row, int column) {}

  SpotGroups(int cellMetres) {
    this.cellE7 = cellMetres * 90;
  }

  void add(String name, int item, int latE7, int lonE7) {
    Key key = new Key(name, Math.floorDiv(latE7, cellE7), Math.floorDiv(lonE7, cellE7));
    cells.computeIfAbsent(key, ignored -> new IntList(2)).add(item);
  }

  /// The groups, each with its items. Consumes what was added.
  List<int[]> groups() {
    List<int[]> groups = new ArrayList<>();
    while (!cells.isEmpty()) {
      IntList group = new IntList();
      List<Key> open = new ArrayList<>();
      open.add(cells.keySet().iterator().next());
      while (!open.isEmpty()) {
        Key key = open.removeLast();
        IntList items = cells.remove(key);
        if (items != null) {
          group.addAll(items.toArray());
          addNeighbours(key, open);
        }
      }
      groups.add(group.toArray());
    }
    return groups;
  }

  private void addNeighbours(Key key, List<Key> open) {
    for (int row = key.row() - 1; row <= key.row() + 1; row++) {
      for (int column = key.column() - 1; column <= key.column() + 1; column++) {
        Key neighbour = new Key(key.name(), row, column);
        if (cells.containsKey(neighbour)) {
          open.add(neighbour);
        }
      }
    }
  }
}
