package org.toret.feeds.gtfs.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;

/// The files of one GTFS feed: those of a folder, or of a zip archive, there also in a folder of
/// their own. Nothing is read before it is asked for. Not thread-safe; close it.
public final class GtfsSource implements AutoCloseable {

  private static final Set<String> CORE =
      Set.of(
          "agency.txt",
          "stops.txt",
          "routes.txt",
          "trips.txt",
          "stop_times.txt",
          "calendar.txt",
          "calendar_dates.txt");

  private final String feed;
  private final @Nullable ZipFile zip;
  private final Map<String, Entry> entries;
  private final int otherFolders;

  /// One file: its name inside the archive, or its path, and its size in bytes.
  private record Entry(String name, @Nullable Path file, long bytes) {}

  private GtfsSource(String feed, @Nullable ZipFile zip, List<Entry> found) {
    this.feed = feed;
    this.zip = zip;
    Map<String, Map<String, Entry>> folders = byFolder(found);
    entries = fullest(folders);
    otherFolders =
        (int)
            folders.values().stream()
                .filter(folder -> folder != entries && coreCount(folder.keySet()) >= 2)
                .count();
  }

  /// Whether a zip archive or folder looks like GTFS: it holds two or more of its core files.
  public static boolean recognises(Path path) {
    try (GtfsSource source = opened("", path)) {
      return source != null && coreCount(source.entries.keySet()) >= 2;
    } catch (IOException e) {
      return false;
    }
  }

  /// Opens a feed; refuses what is neither a readable zip archive nor a folder with GTFS files.
  public static Outcome<GtfsSource> open(String feed, Path path, Notices notices) {
    try {
      GtfsSource source = opened(feed, path);
      if (source == null) {
        return Outcome.refused("not_an_archive", path.getFileName());
      }
      if (coreCount(source.entries.keySet()) == 0) {
        source.close();
        return Outcome.refused("no_gtfs_files", path.getFileName());
      }
      source.reportNames(notices);
      return Outcome.done(source);
    } catch (IOException e) {
      return Outcome.refused("not_an_archive", path.getFileName());
    }
  }

  /// The feed's id, which stands in every notice.
  public String feed() {
    return feed;
  }

  /// Lower-case names of the files, in alphabetical order.
  public Set<String> files() {
    return entries.keySet();
  }

  public boolean has(String file) {
    return entries.containsKey(file);
  }

  /// Tells of files that are not part of GTFS, and so not used.
  public void reportUnknownFiles(Notices notices) {
    for (String name : entries.keySet()) {
      if (!GtfsSchema.knows(name)) {
        notices.add(Notice.of("unknown_file", Severity.INFO, Place.ofFile(feed, name), name));
      }
    }
  }

  /// Uncompressed size of a file, -1 when it is unknown.
  public long bytes(String file) {
    Entry entry = entries.get(file);
    return entry == null ? -1 : entry.bytes();
  }

  /// Opens a file that [#has] says is there.
  public InputStream stream(String file) throws IOException {
    Entry entry = entries.get(file);
    if (entry == null) {
      throw new IOException("No " + file);
    }
    if (entry.file() != null) {
      return Files.newInputStream(entry.file());
    }
    if (zip == null) {
      throw new IllegalStateException("Neither file nor archive");
    }
    return zip.getInputStream(zip.getEntry(entry.name()));
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }

  private static @Nullable GtfsSource opened(String feed, Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return new GtfsSource(feed, null, listFolder(path));
    }
    if (!Files.isRegularFile(path) || !startsLikeZip(path)) {
      return null;
    }
    ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
    return new GtfsSource(feed, zip, listArchive(zip));
  }

  private static boolean startsLikeZip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && start[0] == 'P' && start[1] == 'K';
    }
  }

  private static List<Entry> listFolder(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      List<Entry> found = new ArrayList<>();
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        found.add(new Entry(path.getFileName().toString(), path, Files.size(path)));
      }
      return found;
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  private static List<Entry> listArchive(ZipFile zip) {
    List<Entry> found = new ArrayList<>();
    zip.stream()
        .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX"))
        .forEach(entry -> found.add(entry(entry)));
    return found;
  }

  private static Entry entry(ZipEntry entry) {
    return new Entry(entry.getName(), null, entry.getSize());
  }

  private static Map<String, Map<String, Entry>> byFolder(List<Entry> found) {
    Map<String, Map<String, Entry>> folders = new TreeMap<>();
    for (Entry entry : found) {
      int slash = entry.name().lastIndexOf('/');
      String folder = entry.name().substring(0, slash + 1);
      String name = entry.name().substring(slash + 1).toLowerCase(Locale.ROOT).strip();
      if (!name.startsWith(".")) {
        folders.computeIfAbsent(folder, ignored -> new TreeMap<>()).putIfAbsent(name, entry);
      }
    }
    return folders;
  }

  /// The files of the folder that has most of the core files, the shallowest first.
  private static Map<String, Entry> fullest(Map<String, Map<String, Entry>> folders) {
    Map<String, Entry> best = Map.of();
    for (Map<String, Entry> folder : folders.values()) {
      if (coreCount(folder.keySet()) > coreCount(best.keySet())) {
        best = folder;
      }
    }
    return best;
  }

  private static int coreCount(Set<String> names) {
    return (int) names.stream().filter(CORE::contains).count();
  }

  private void reportNames(Notices notices) {
    entries.forEach((name, entry) -> {
      int slash = entry.name().lastIndexOf('/');
      String given = entry.name().substring(slash + 1);
      if (!given.equals(name)) {
        notices.add(Notice.of("file_name_case", Severity.WARNING, Place.ofFile(feed, name), given));
      }
    });
    if (otherFolders > 0) {
      notices.add(
          Notice.of("several_feeds", Severity.WARNING, Place.ofFeed(feed), otherFolders + 1));
    }
    Entry any = entries.values().iterator().next();
    int slash = any.name().lastIndexOf('/');
    if (slash >= 0) {
      String folder = any.name().substring(0, slash);
      notices.add(Notice.of("files_in_subfolder", Severity.WARNING, Place.ofFeed(feed), folder));
    }
  }
}
