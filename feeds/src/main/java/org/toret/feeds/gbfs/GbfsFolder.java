package org.toret.feeds.gbfs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.feeds.Moments;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files of one GBFS system in one version, as they lie in a folder.
///
/// A file is found by its name (`station_information.json`, also with dashes or gzipped), else by
/// the last part of the address that `gbfs.json` gives for it; the addresses themselves are never
/// asked.
public final class GbfsFolder {

  /// The files that change by the minute; the others last.
  private static final List<String> CHANGING =
      List.of("station_status", "free_bike_status", "vehicle_status", "system_alerts");

  private final Path folder;
  private final String feed;
  private final Notices notices;
  private final JsonMapper mapper = new JsonMapper();
  private final Map<String, Path> files = new HashMap<>();
  private final Map<String, Path> asAnnounced = new HashMap<>();
  private final Map<String, byte[]> held = new HashMap<>();

  private GbfsFolder(String feed, Path folder, Notices notices) {
    this.feed = feed;
    this.folder = folder;
    this.notices = notices;
  }

  /// One file.
  ///
  /// @param lastUpdatedEpochSeconds when it was published, [Long#MIN_VALUE] where it does not say
  ///   so
  record Content(String file, String version, long lastUpdatedEpochSeconds, JsonNode data) {}

  /// Which system and version it is, so that the newest can be chosen.
  ///
  /// @param systemId `system_id`, empty where there is none
  public record Head(String systemId, String version) {

    /// Whether this version is newer than another.
    public boolean isNewerThan(Head other) {
      return order(version) > order(other.version);
    }

    private static double order(String version) {
      try {
        String[] parts = version.split("[.-]");
        double minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return Integer.parseInt(parts[0]) + minor / 1000;
      } catch (NumberFormatException e) {
        return 0;
      }
    }
  }

  /// Looks which files there are; what is wrong with them is told when they are read.
  public static GbfsFolder open(String feed, Path folder, Notices notices) throws IOException {
    GbfsFolder opened = new GbfsFolder(feed, folder, notices);
    try (Stream<Path> children = Files.list(folder)) {
      children
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> opened.files.putIfAbsent(name(file), file));
    }
    opened.announced();
    return opened;
  }

  /// Files that came in as messages, by their GBFS names; nothing is read from a disk.
  static GbfsFolder ofMessages(String feed, Map<String, byte[]> messages, Notices notices) {
    GbfsFolder held = new GbfsFolder(feed, Path.of(""), notices);
    held.held.putAll(messages);
    return held;
  }

  /// Whether a file of a GBFS folder changes by the minute.
  public static boolean isChanging(Path file) {
    return CHANGING.contains(name(file));
  }

  public Head head() {
    Optional<Content> system = find("system_information");
    return system
        .map(content -> new Head(Fields.text(content.data(), "system_id"), content.version()))
        .orElse(new Head("", ""));
  }

  /// A file by its GBFS name; empty where it is not there or cannot be read, which is noted.
  Optional<Content> find(String name) {
    byte[] message = held.get(name);
    Path path = files.getOrDefault(name, asAnnounced.get(name));
    if (message == null && path == null) {
      return Optional.empty();
    }
    String file = path == null ? name : String.valueOf(path.getFileName());
    try {
      JsonNode tree =
          message == null ? read(Objects.requireNonNull(path)) : mapper.readTree(message);
      JsonNode data = tree.path("data");
      if (!data.isObject()) {
        note("gbfs_unreadable", Severity.ERROR, file, file, "data");
        return Optional.empty();
      }
      return Optional.of(
          new Content(
              file, Fields.text(tree, "version"), epochSecond(tree.path("last_updated")), data));
    } catch (IOException | JacksonException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      note("gbfs_unreadable", Severity.ERROR, file, file, why);
      return Optional.empty();
    }
  }

  String feed() {
    return feed;
  }

  void note(String code, Severity severity, String file, Object... args) {
    notices.add(Notice.of(code, severity, Place.ofFile(feed, file), args));
  }

  /// A moment: seconds since 1970 (version 2), or RFC 3339 (version 3); [Long#MIN_VALUE] for
  /// anything else.
  static long epochSecond(JsonNode node) {
    if (node.isNumber()) {
      long told = node.asLong();
      return Moments.isUsual(told) ? told : Long.MIN_VALUE;
    }
    return Moments.instant(node.asString("")).map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
  }

  /// Files that carry the name of their address, for example `si.json`.
  private void announced() {
    Optional<Content> gbfs = find("gbfs");
    if (gbfs.isEmpty()) {
      return;
    }
    for (JsonNode entry :
        gbfs.get().data().findValues("feeds").stream().flatMap(JsonNode::valueStream).toList()) {
      String url = Fields.text(entry, "url");
      Path file = folder.resolve(url.substring(url.lastIndexOf('/') + 1).replaceAll("[?#].*", ""));
      if (!url.isEmpty() && Files.isRegularFile(file)) {
        asAnnounced.putIfAbsent(Fields.text(entry, "name"), file);
      }
    }
  }

  private JsonNode read(Path path) throws IOException {
    InputStream raw = Files.newInputStream(path);
    boolean zipped = path.toString().endsWith(".gz");
    try (InputStream in = zipped ? new GZIPInputStream(raw) : raw) {
      return mapper.readTree(in);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName())
        .toLowerCase(Locale.ROOT)
        .replaceFirst("\\.gz$", "")
        .replaceFirst("\\.json$", "")
        .replace('-', '_');
  }
}
