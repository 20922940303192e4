package org.toret.feeds.osm;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RAMDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.feeds.QuietProtobuf;
import org.toret.feeds.osm.pbf.PbfFrame;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetNetwork;

/// Turns OpenStreetMap extracts (PBF) into street columns and map features. All in memory; the same
/// files in the same order always give the same columns.
public final class OsmImport {

  private OsmImport() {}

  /// Loads the texts of this package's notices and refusals.
  public static Messages messages(Messages target) {
    return target.load(OsmImport.class, "osm", "it", "en");
  }

  /// Whether a file looks like an OpenStreetMap extract in PBF, by its content.
  public static boolean isPbf(Path file) {
    return PbfFrame.isPbf(file);
  }

  /// Hears how far an import is.
  public interface Progress {
    /// @param step what is being done: `streets`, `features`, `columns`
    /// @param share how far the whole is, 0 to 1
    void at(String step, double share);
  }

  /// Reads one extract without its car parks.
  public static Outcome<StreetNetwork> read(
      Path pbf, Heights heights, Notices notices, Progress progress) {
    return read(List.of(pbf), heights, new CarParksBuilder(), notices, progress);
  }

  /// Reads one or several extracts as one city; where they overlap, what both have is taken once.
  ///
  /// Heights come, node by node, from `ele` tags or else from `heights`; a city gets elevation when
  /// at least four fifths of its street nodes have a height.
  ///
  /// A file that cannot be used is left out with a notice of severity error while another can be
  /// used; otherwise the whole is refused. Codes: `osm_unreadable`, `osm_not_pbf`, `osm_truncated`,
  /// `osm_damaged`, `osm_no_streets`.
  ///
  /// @param parks gets the car parks
  public static Outcome<StreetNetwork> read(
      List<Path> pbfs, Heights heights, CarParksBuilder parks, Notices notices, Progress progress) {
    StreetMerge merge = new StreetMerge();
    List<Path> used = new ArrayList<>();
    Outcome<StreetNetwork> refusal = Outcome.refused("osm_no_streets", "");
    List<Notice> left = new ArrayList<>();
    for (int i = 0; i < pbfs.size(); i++) {
      progress.at("streets", 0.7 * i / pbfs.size());
      Path pbf = pbfs.get(i);
      switch (PbfFrame.check(pbf).then(blocks -> addStreets(pbf, heights, merge, notices))) {
        case Outcome.Done<Integer>(Integer ways) -> used.add(pbf);
        case Outcome.Refused<Integer>(String code, List<String> args) -> {
          left.add(Notice.of(code, Severity.ERROR, place(pbf), args.toArray()));
          refusal = new Outcome.Refused<>(code, args);
        }
      }
    }
    if (used.isEmpty()) {
      return refusal;
    }
    left.forEach(notices::add);
    progress.at("features", 0.7);
    MapFeatures features = features(used, parks, notices);
    progress.at("columns", 0.85);
    StreetNetwork streets = merge.build(features);
    report(used, merge, streets, notices);
    progress.at("columns", 1);
    return Outcome.done(streets);
  }

  /// Adds one file's streets; returns the number of its ways.
  private static Outcome<Integer> addStreets(
      Path pbf, Heights heights, StreetMerge merge, Notices notices) {
    StreetTags tags = new StreetTags();
    try (QuietProtobuf _ = new QuietProtobuf();
        BaseGraph graph =
            new BaseGraph.Builder(tags.encoding())
                .setDir(new RAMDirectory())
                .set3D(true)
                .withTurnCosts(true)
                .create()) {
      AtomicReference<PedestrianAreas> areas = new AtomicReference<>(PedestrianAreas.none());
      Optional<Throwable> unread =
          Attempt.of(() -> {
            areas.set(PedestrianAreas.of(pbf));
            return pbf;
          });
      StreetGraphReader reader = new StreetGraphReader(pbf, graph, tags, areas.get(), heights);
      AtomicReference<AreaWays.Report> across = new AtomicReference<>(AreaWays.Report.NONE);
      Optional<Throwable> failure =
          Attempt.of(() -> {
            across.set(reader.readAll());
            return reader;
          });
      if (failure.isPresent()) {
        return refused(pbf, reader, failure.get());
      }
      merge.add(graph, tags, reader);
      report(pbf, across.get(), unread, notices);
      if (tags.access().left() > 0) {
        notices.add(
            Notice.of("osm_conditions_left", Severity.WARNING, place(pbf), tags.access().left()));
      }
      return Outcome.done(reader.edgeCount());
    }
  }

  private static void report(
      Path pbf, AreaWays.Report across, Optional<Throwable> unread, Notices notices) {
    Place place = place(pbf);
    if (across.lines() > 0) {
      notices.add(
          Notice.of("osm_areas_crossed", Severity.INFO, place, across.crossed(), across.lines()));
    }
    if (across.tooLarge() > 0) {
      notices.add(Notice.of("osm_areas_large", Severity.WARNING, place, across.tooLarge()));
    }
    if (across.open() > 0) {
      notices.add(Notice.of("osm_areas_open", Severity.INFO, place, across.open()));
    }
    if (unread.isPresent()) {
      notices.add(Notice.of("osm_areas_failed", Severity.WARNING, place, deepest(unread.get())));
    }
  }

  private static Outcome<Integer> refused(Path pbf, StreetGraphReader reader, Throwable failure) {
    if (failure instanceof IOException) {
      return Outcome.refused("osm_unreadable", pbf, failure);
    }
    return reader.edgeCount() == 0 && reader.isWhole(failure)
        ? Outcome.refused("osm_no_streets", pbf)
        : Outcome.refused("osm_damaged", pbf, deepest(failure));
  }

  private static MapFeatures features(List<Path> files, CarParksBuilder parks, Notices notices) {
    MapFeatures.Builder features = new MapFeatures.Builder();
    FeatureReader reader = new FeatureReader(files, features, parks);
    Optional<Throwable> failure =
        Attempt.of(() -> {
          reader.read();
          return reader;
        });
    if (failure.isEmpty()) {
      return features.done();
    }
    notices.add(
        Notice.of(
            "osm_features_failed",
            Severity.WARNING,
            place(files.getFirst()),
            deepest(failure.get())));
    return MapFeatures.NONE;
  }

  private static void report(
      List<Path> used, StreetMerge merge, StreetNetwork streets, Notices notices) {
    int nodes = streets.nodes().count();
    Place place = place(used.getFirst());
    notices.add(Notice.of("streets_read", Severity.INFO, place, nodes, streets.edges().count()));
    if (used.size() > 1) {
      List<String> names = used.stream().map(file -> file.getFileName() + "").toList();
      notices.add(
          Notice.of("streets_joined", Severity.INFO, place, used.size(), String.join(", ", names)));
    }
    if (streets.nodes().hasElevation()) {
      int percent = (int) Math.round(100 * merge.heightShare());
      notices.add(Notice.of("streets_elevation", Severity.INFO, place, percent));
    }
  }

  private static Place place(Path file) {
    return Place.ofFile("", String.valueOf(file.getFileName()));
  }

  private static String deepest(Throwable e) {
    Throwable at = e;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
  }
}
