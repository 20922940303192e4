package org.toret.feeds.osm;

import com.graphhopper.storage.BaseGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.columns.IntList;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Joins the streets of several files. Nodes are the same when they lie at the same place; of
/// several nodes at one place in one file (a barrier is two) the first is joined with the first,
/// the second with the second. An edge that an earlier file has between the same nodes, with the
/// same length and use, is not added again.
final class StreetMerge {

  private static final double ENOUGH_HEIGHTS = 0.8;

  private final IntList lats = new IntList();
  private final IntList lons = new IntList();
  private final IntList heights = new IntList();
  private final List<StreetEdge> edges = new ArrayList<>();
  private final List<int[]> turns = new ArrayList<>();
  private final Map<Long, IntList> nodesByPlace = new HashMap<>();
  private final Map<EdgeKey, Integer> edgesByKey = new HashMap<>();
  private long heightCount;
  private long heightsKnown;

  private record EdgeKey(int from, int to, int decimetres, int flags) {
    static EdgeKey of(StreetEdge edge) {
      return new EdgeKey(edge.from(), edge.to(), edge.decimetres(), edge.flags());
    }
  }

  /// Adds the streets of one file.
  void add(BaseGraph graph, StreetTags tags, StreetGraphReader reader) {
    heightCount += reader.heights();
    heightsKnown += reader.heightsKnown();
    new StreetColumns(graph, tags, reader).copyTo(new OneFile());
  }

  /// The share of street nodes whose height is known.
  double heightShare() {
    return heightCount == 0 ? 0 : (double) heightsKnown / heightCount;
  }

  StreetNetwork build(MapFeatures features) {
    StreetBuilder streets = new StreetBuilder(heightShare() >= ENOUGH_HEIGHTS);
    for (int i = 0; i < lats.size(); i++) {
      streets.node(lats.get(i), lons.get(i), heights.get(i));
    }
    edges.forEach(streets::edge);
    turns.forEach(turn -> streets.forbidTurn(turn[0], turn[1], turn[2]));
    return streets.build(features);
  }

  /// Takes one file's nodes, edges and turns in.
  final class OneFile {

    private final Map<Long, Integer> seen = new HashMap<>();
    private final int edgesBefore = edges.size();
    private final int nodesBefore = lats.size();

    int node(int latE7, int lonE7, int heightDecimetres) {
      long place = (long) latE7 << 32 | (lonE7 & 0xffffffffL);
      int nth = seen.merge(place, 1, Integer::sum) - 1;
      IntList known = nodesByPlace.computeIfAbsent(place, key -> new IntList(1));
      if (nth < known.size() && known.get(nth) < nodesBefore) {
        return known.get(nth);
      }
      lats.add(latE7);
      lons.add(lonE7);
      heights.add(heightDecimetres);
      known.add(lats.size() - 1);
      return lats.size() - 1;
    }

    int edge(StreetEdge edge) {
      EdgeKey key = EdgeKey.of(edge);
      Integer known = edgesByKey.get(key);
      boolean copy = (edge.flags() & StreetFlags.COPY) != 0;
      if (known != null && known < edgesBefore && !copy) {
        return known;
      }
      edges.add(edge);
      edgesByKey.putIfAbsent(key, edges.size() - 1);
      return edges.size() - 1;
    }

    void forbidTurn(int fromEdge, int viaNode, int toEdge) {
      turns.add(new int[] {fromEdge, viaNode, toEdge});
    }
  }
}
