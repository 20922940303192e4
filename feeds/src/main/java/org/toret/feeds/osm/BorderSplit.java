package org.toret.feeds.osm;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.feeds.osm.area.Feet;

/// A street split into pieces of the same use, with new nodes between them.
final class BorderSplit {

  /// Two points nearer than this along the street are one.
  private static final double SAME_METRES = 0.5;

  private final BaseGraph graph;
  private final EdgeIteratorState street;
  private final IntList nodes = new IntList();
  private final List<EdgeIteratorState> pieces = new ArrayList<>();

  /// @param feet where it is split, in the order along it
  BorderSplit(BaseGraph graph, EdgeIteratorState street, List<Feet.Foot> feet) {
    this.graph = graph;
    this.street = street;
    PointList course = street.fetchWayGeometry(FetchMode.ALL);
    int from = street.getBaseNode();
    PointList piece = new PointList(course.size(), true);
    piece.add(course, 0);
    double last = -1;
    int passed = 0;
    for (Feet.Foot foot : feet) {
      if (foot.along() - last < SAME_METRES) {
        nodes.add(nodes.get(nodes.size() - 1));
        continue;
      }
      last = foot.along();
      for (; passed < foot.piece(); passed++) {
        piece.add(course, passed + 1);
      }
      double lat = foot.lat() / GeoPoint.E7;
      double lon = foot.lon() / GeoPoint.E7;
      double height = height(course, foot.piece());
      int node = graph.getNodes();
      graph.getNodeAccess().setNode(node, lat, lon, height);
      nodes.add(node);
      piece.add(lat, lon, height);
      add(from, node, piece);
      from = node;
      piece = new PointList(course.size(), true);
      piece.add(lat, lon, height);
    }
    for (; passed < course.size() - 1; passed++) {
      piece.add(course, passed + 1);
    }
    add(from, street.getAdjNode(), piece);
  }

  /// The node of one of the places it is split at.
  int node(int foot) {
    return nodes.get(foot);
  }

  List<EdgeIteratorState> pieces() {
    return pieces;
  }

  /// In the middle between both ends of a piece of the course, where both are known.
  private static double height(PointList course, int piece) {
    double before = course.getEle(piece);
    double after = course.getEle(piece + 1);
    boolean known = StreetGraphReader.isHeight(before) && StreetGraphReader.isHeight(after);
    return known ? (before + after) / 2 : StreetGraphReader.NO_HEIGHT;
  }

  private void add(int from, int to, PointList course) {
    EdgeIteratorState piece =
        graph
            .edge(from, to)
            .setDistance(DistanceCalcEarth.DIST_EARTH.calcDistance(course))
            .setFlags(street.getFlags());
    piece.setKeyValues(street.getKeyValues());
    if (course.size() > 2) {
      piece.setWayGeometry(course.shallowCopy(1, course.size() - 1, false));
    }
    pieces.add(piece);
  }
}
