package org.toret.feeds.osm;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RAMDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.feeds.elevation.ElevationModel;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetNetwork;

/// Turns an OpenStreetMap extract (PBF) into street columns and map features. All in memory, the
/// same file always gives the same columns.
public final class OsmImport {

  private OsmImport() {}

  /// Loads the texts of this package's notices and refusals.
  public static Messages messages(Messages target) {
    return target.load(OsmImport.class, "osm", "it", "en");
  }

  /// Hears how far an import is.
  public interface Progress {
    /// @param step what is being done: `streets`, `features`, `columns`
    /// @param share how far the whole is, 0 to 1
    void at(String step, double share);
  }

  /// Reads one extract. Refused as `osm_unreadable`, `osm_not_pbf`, `osm_truncated`, `osm_damaged`
  /// or `osm_no_streets`.
  public static Outcome<StreetNetwork> read(
      Path pbf, @Nullable ElevationModel elevation, Notices notices, Progress progress) {
    StreetTags tags = new StreetTags();
    try (BaseGraph graph =
        new BaseGraph.Builder(tags.encoding())
            .setDir(new RAMDirectory())
            .set3D(elevation != null)
            .withTurnCosts(true)
            .create()) {
      progress.at("streets", 0);
      int originalEdges = new StreetGraphReader(pbf, graph, tags, elevation).read();
      progress.at("columns", 0.7);
      StreetBuilder streets = new StreetBuilder(elevation != null);
      new StreetColumns(graph, tags, originalEdges).copyTo(streets);
      StreetNetwork network = streets.build(MapFeatures.NONE);
      notices.add(
          Notice.of(
              "streets_read",
              Severity.INFO,
              Place.ofFile("", String.valueOf(pbf.getFileName())),
              network.nodes().count(),
              network.edges().count()));
      progress.at("columns", 1);
      return Outcome.done(network);
    } catch (IOException e) {
      return Outcome.refused("osm_unreadable", pbf, e);
    }
  }
}
