package org.toret.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;

/// A folder of published files as they come: what was recognised in it, and what was assumed.
/// Nothing is ever written to it.
///
/// @param root the folder
/// @param sources recognised sources in the order of their names, unknown files left out
/// @param notices what was not recognised, not used or assumed
public record DataFolder(Path root, CityConfig config, List<Source> sources, Notices notices) {

  /// Looks through a folder. Refused as `data_absent`, `data_unreadable`, or `data_empty` where
  /// there is neither a timetable nor a street map in it.
  public static Outcome<DataFolder> read(Path root) {
    if (!Files.isDirectory(root)) {
      return Outcome.refused("data_absent", root);
    }
    Notices notices = new Notices();
    CityConfig config = CityYaml.read(root, notices);
    List<Source> sources = new ArrayList<>();
    try {
      new FolderWalk(root, config, notices, sources).walk();
    } catch (IOException e) {
      return Outcome.refused("data_unreadable", root, e);
    }
    DataFolder folder = new DataFolder(root, config, List.copyOf(sources), notices);
    if (folder.list(SourceKind.GTFS).isEmpty() && folder.list(SourceKind.OSM).isEmpty()) {
      return Outcome.refused("data_empty", root);
    }
    return Outcome.done(folder);
  }

  /// Every source of a kind.
  public List<Source> list(SourceKind kind) {
    return sources.stream().filter(source -> source.kind() == kind).toList();
  }
}
