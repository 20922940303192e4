package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMReader;
import com.graphhopper.routing.OSMReaderConfig;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.PointList;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.toret.base.geo.Heights;

/// GraphHopper's reading of one file, with heights from `ele` tags or the ground.
final class StreetGraphReader extends OSMReader {

  /// Stored where a node has no height; the library has no value for that.
  static final double NO_HEIGHT = -900;

  /// A bend that is straight on the map is left out when it is no higher than this above its
  /// neighbours' line.
  private static final double SMALLEST_HILL_METRES = 2;

  private final Heights ground;
  private int edges;
  private int heights;
  private int heightsKnown;

  StreetGraphReader(Path file, BaseGraph graph, StreetTags tags, Heights ground) {
    super(graph, tags.parsers(), config());
    this.ground = ground;
    setFile(file.toFile());
  }

  /// One decoder thread, so that the order is the file's; bends that only rise or fall are kept.
  private static OSMReaderConfig config() {
    return new OSMReaderConfig()
        .setWorkerThreads(1)
        .setElevationMaxWayPointDistance(SMALLEST_HILL_METRES);
  }

  /// How many edges are streets; those behind them are copies made for turn restrictions.
  int edgeCount() {
    return edges;
  }

  /// How many street nodes there are, bends included.
  int heights() {
    return heights;
  }

  /// How many of them have a height.
  int heightsKnown() {
    return heightsKnown;
  }

  /// Whether a height is one.
  static boolean isHeight(double metres) {
    return metres > NO_HEIGHT + 1;
  }

  /// Whether reading failed only since nothing was found: the failure has no deeper cause.
  boolean isWhole(Throwable failure) {
    return failure.getCause() == null;
  }

  @Override
  protected double getElevation(ReaderNode node) {
    double metres = tagged(node);
    if (Double.isNaN(metres)) {
      metres = ground.metres(node.getLat(), node.getLon());
    }
    heights++;
    if (Double.isNaN(metres)) {
      return NO_HEIGHT;
    }
    heightsKnown++;
    return metres;
  }

  @Override
  protected void addEdge(
      int from, int to, PointList points, ReaderWay way, List<Map<String, Object>> nodeTags) {
    super.addEdge(from, to, points, way, nodeTags);
    edges++;
  }

  private static double tagged(ReaderNode node) {
    String said = node.getTag("ele", "");
    if (said.isEmpty()) {
      return Double.NaN;
    }
    try {
      double metres = Double.parseDouble(said.replace(',', '.').replace("m", "").trim());
      return metres > -500 && metres < 9000 ? metres : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
