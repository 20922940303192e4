package org.toret.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /// Looks at one file or folder alone, for checking: nothing is refused, and what is unknown is a
  /// notice.
  public static DataFolder lookThrough(Path path) throws IOException {
    Notices notices = new Notices();
    List<Source> sources = new ArrayList<>();
    if (Files.isDirectory(path)) {
      CityConfig config = CityYaml.read(path, new Notices());
      new FolderWalk(path, config, notices, sources).walk();
      return new DataFolder(path, config, List.copyOf(sources), notices);
    }
    Path file = path.toAbsolutePath().normalize();
    Path root = Objects.requireNonNull(file.getParent(), "A file lies in a folder");
    CityConfig config = CityConfig.assumed("");
    new FolderWalk(root, config, notices, sources).one(file);
    return new DataFolder(root, config, List.copyOf(sources), notices);
  }

  /// Every source of a kind.
  public List<Source> list(SourceKind kind) {
    return sources.stream().filter(source -> source.kind() == kind).toList();
  }
}
