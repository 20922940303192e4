package org.toret.app.data;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.feeds.gtfs.table.GtfsSource;

/// Goes through a data folder and its sub-folders and tells what each file or folder is.
final class FolderWalk {

  private static final Set<String> GTFS_FILES =
      Set.of("agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt");
  private static final Set<String> GBFS_FILES =
      Set.of("gbfs.json", "system_information.json", "station_information.json");

  private final Path root;
  private final CityConfig config;
  private final Notices notices;
  private final List<Source> found;
  private final Set<String> idsTaken = new HashSet<>();
  private final List<PathMatcher> ignored;

  FolderWalk(Path root, CityConfig config, Notices notices, List<Source> found) {
    this.root = root;
    this.config = config;
    this.notices = notices;
    this.found = found;
    this.ignored =
        config.ignored().stream()
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
  }

  void walk() throws IOException {
    folder(root);
    config
        .idsByFile()
        .forEach((file, id) -> {
          if (!Files.exists(root.resolve(file))) {
            String field = "feeds." + id;
            notices.add(
                Notice.of(
                    "city_yaml_file_absent",
                    Severity.ERROR,
                    new Place(id, CityConfig.FILE, 0, field),
                    file));
          }
        });
  }

  /// Looks at one file.
  void one(Path file) {
    add(kind(file), file);
  }

  private void folder(Path folder) throws IOException {
    List<Path> children;
    try (Stream<Path> stream = Files.list(folder)) {
      children = stream.filter(path -> !isHidden(path)).sorted().toList();
    }
    if (count(children, GTFS_FILES) >= 2) {
      add(SourceKind.GTFS, folder);
    } else if (count(children, GBFS_FILES) >= 2) {
      add(SourceKind.GBFS, folder);
    } else {
      for (Path child : children) {
        child(child);
      }
    }
  }

  private void child(Path path) throws IOException {
    if (ignored.stream().anyMatch(matcher -> matcher.matches(root.relativize(path)))) {
      say("source_ignored", Severity.INFO, "", path);
    } else if (Files.isDirectory(path)) {
      folder(path);
    } else if (!isNamed(root.relativize(path).toString())) {
      add(kind(path), path);
    }
  }

  /// The configuration itself, and the rule tables it names.
  private boolean isNamed(String relative) {
    return relative.equals(CityConfig.FILE) || config.rules().contains(relative);
  }

  private static SourceKind kind(Path file) {
    try {
      SourceKind kind = FileHead.of(file).kind();
      return kind == SourceKind.UNKNOWN && GtfsSource.recognises(file) ? SourceKind.GTFS : kind;
    } catch (IOException e) {
      return SourceKind.UNKNOWN;
    }
  }

  private void add(SourceKind kind, Path path) {
    if (kind == SourceKind.UNKNOWN) {
      say("source_unknown", Severity.INFO, "", path);
      return;
    }
    String name = name(path);
    String configured = config.idsByFile().get(name);
    String id = free(configured == null ? stem(path) : configured);
    found.add(new Source(kind, id, path, name));
    if (kind == SourceKind.GTFS_RT || kind == SourceKind.SIRI || kind == SourceKind.TRAFFIC) {
      say("source_recorded", Severity.INFO, id, path);
    } else if (!kind.isUsed()) {
      say("source_unused", Severity.INFO, id, path, kind.id());
    } else if (configured == null && kind == SourceKind.GTFS) {
      say("feed_id_assumed", Severity.INFO, id, path, id);
    }
  }

  /// The same id for two files would mix their stops: the later one gets a number.
  private String free(String wanted) {
    String id = wanted;
    for (int number = 2; !idsTaken.add(id); number++) {
      id = wanted + "-" + number;
    }
    return id;
  }

  private void say(String code, Severity severity, String feed, Path path, Object... more) {
    Object[] args = Stream.concat(Stream.of(name(path)), Stream.of(more)).toArray();
    notices.add(Notice.of(code, severity, Place.ofFile(feed, name(path)), args));
  }

  private String name(Path path) {
    String name = root.relativize(path).toString().replace('\\', '/');
    return name.isEmpty() ? String.valueOf(root.toAbsolutePath().getFileName()) : name;
  }

  /// `gtfs.zip` is `gtfs`, `streets.osm.pbf` is `streets`; no colon, since ids are split there.
  static String stem(Path path) {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    String stem = Files.isDirectory(path) ? name : name.replaceFirst("\\.(osm\\.pbf|[^.]+)$", "");
    return stem.replaceAll("[:\\s]+", "-");
  }

  private static int count(List<Path> children, Set<String> names) {
    return (int)
        children.stream().filter(path -> names.contains(path.getFileName().toString())).count();
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }
}
