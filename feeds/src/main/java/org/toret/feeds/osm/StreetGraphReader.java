package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMReader;
import com.graphhopper.routing.OSMReaderConfig;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.PointList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.feeds.elevation.ElevationModel;

/// GraphHopper's reading of one file, with heights from an elevation model or, where a node has
/// one, its `ele` tag.
final class StreetGraphReader extends OSMReader {

  private final @Nullable ElevationModel elevation;
  private int originalEdges;

  StreetGraphReader(
      Path file, BaseGraph graph, StreetTags tags, @Nullable ElevationModel elevation) {
    super(graph, tags.parsers(), new OSMReaderConfig().setWorkerThreads(2));
    this.elevation = elevation;
    setFile(file.toFile());
  }

  /// Reads the file; returns how many edges are streets, the rest being copies made for turn
  /// restrictions.
  int read() throws IOException {
    readGraph();
    return originalEdges;
  }

  @Override
  protected double getElevation(ReaderNode node) {
    double metres = tagged(node);
    if (Double.isNaN(metres) && elevation != null) {
      metres = elevation.metres(node.getLat(), node.getLon());
    }
    return Double.isNaN(metres) ? 0 : metres;
  }

  @Override
  protected void addEdge(
      int from, int to, PointList points, ReaderWay way, List<Map<String, Object>> nodeTags) {
    super.addEdge(from, to, points, way, nodeTags);
    originalEdges++;
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
