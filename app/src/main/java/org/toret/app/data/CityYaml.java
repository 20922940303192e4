package org.toret.app.data;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.BoundingBox;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads `city.yaml`. What is wrong in it gets a notice and the default holds.
///
/// ```yaml
/// name: Torino
/// timezone: Europe/Rome
/// country: IT
/// languages: [it, en]
/// bounds: [44.9, 7.4, 45.3, 7.9]   # south, west, north, east
/// feeds:
///   gtt: gtfs.zip                  # id: file inside the folder
/// ignore: [archive/**]
/// rules: [rules/fares.csv]
/// live:
///   gtt-trips: https://…             # GTFS-Realtime, asked every 20 seconds; also file:///…
///   tobike: https://…/gbfs.json      # the files of the minute that a GBFS directory lists
///   parking: https://…/pk.xml        # car parks of 5T, DATEX II or JSON
///   traffic: https://…               # 5T or DATEX II, the same way
/// ```
final class CityYaml {

  private final Notices notices;
  private final Map<String, Object> values;

  private CityYaml(Map<String, Object> values, Notices notices) {
    this.values = values;
    this.notices = notices;
  }

  static CityConfig read(Path folder, Notices notices) {
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    Path file = folder.resolve(CityConfig.FILE);
    if (!Files.isRegularFile(file)) {
      add(notices, "city_yaml_absent", Severity.INFO, "", name);
      return CityConfig.assumed(name);
    }
    try {
      var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      Object loaded = yaml.load(Files.readString(file));
      return new CityYaml(texts(loaded), notices).config(name);
    } catch (IOException | YAMLException e) {
      add(notices, "city_yaml_unreadable", Severity.ERROR, "", firstLine(e));
      return CityConfig.assumed(name);
    }
  }

  private CityConfig config(String fallbackName) {
    values.keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(key -> add(notices, "city_yaml_unknown_key", Severity.WARNING, key, key));
    return new CityConfig(
        values.get("name") instanceof String name ? name : fallbackName,
        Boolean.TRUE.equals(values.get("demo")),
        zone(),
        country(),
        list("languages"),
        bounds(),
        idsByFile(),
        list("ignore"),
        list("rules"),
        live());
  }

  private static final List<String> KEYS =
      List.of(
          "name",
          "demo",
          "timezone",
          "country",
          "languages",
          "bounds",
          "feeds",
          "ignore",
          "rules",
          "live");

  private Optional<ZoneId> zone() {
    Object value = values.get("timezone");
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(String.valueOf(value)));
    } catch (DateTimeException e) {
      wrong("timezone", value);
      return Optional.empty();
    }
  }

  private Optional<String> country() {
    Object value = values.get("country");
    if (value instanceof String code && code.matches("[A-Za-z]{2}")) {
      return Optional.of(code.toUpperCase(Locale.ROOT));
    }
    if (value != null) {
      wrong("country", value);
    }
    return Optional.empty();
  }

  private Optional<BoundingBox> bounds() {
    Object value = values.get("bounds");
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map<?, ?> sides) {
      value =
          Stream.of("south", "west", "north", "east")
              .map(side -> sides.containsKey(side) ? sides.get(side) : "")
              .toList();
    }
    if (value instanceof List<?> list
        && list.size() == 4
        && list.stream().allMatch(Number.class::isInstance)) {
      double[] box = list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
      if (box[0] < box[2] && box[1] < box[3]) {
        return Optional.of(new BoundingBox(box[0], box[1], box[2], box[3]));
      }
    }
    wrong("bounds", value);
    return Optional.empty();
  }

  private Map<String, String> idsByFile() {
    Map<String, String> ids = new HashMap<>();
    texts(values.get("feeds"))
        .forEach((id, file) -> {
          if (id.isBlank() || id.contains(":") || !(file instanceof String path)) {
            wrong("feeds." + id, file);
          } else {
            ids.put(path, id);
          }
        });
    return ids;
  }

  private Map<String, URI> live() {
    Map<String, URI> live = new HashMap<>();
    texts(values.get("live"))
        .forEach((id, address) -> {
          Optional<URI> uri = address(String.valueOf(address));
          if (id.isBlank() || id.contains(":") || uri.isEmpty()) {
            wrong("live." + id, address);
          } else {
            live.put(id, uri.get());
          }
        });
    return live;
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme());
      boolean file = scheme.equals("file") && uri.getPath() != null;
      boolean web = Set.of("http", "https").contains(scheme) && uri.getHost() != null;
      return file || web ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private List<String> list(String key) {
    Object value = values.get(key);
    List<String> out = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> out.add(String.valueOf(element)));
    } else if (value != null) {
      wrong(key, value);
    }
    return out;
  }

  private void wrong(String key, @Nullable Object value) {
    add(notices, "city_yaml_wrong_value", Severity.ERROR, key, key, String.valueOf(value));
  }

  private static Map<String, Object> texts(@Nullable Object loaded) {
    Map<String, Object> out = new HashMap<>();
    if (loaded instanceof Map<?, ?> map) {
      map.forEach((key, value) -> out.put(String.valueOf(key), value == null ? "" : value));
    }
    return out;
  }

  private static void add(
      Notices notices, String code, Severity severity, String field, Object... args) {
    notices.add(Notice.of(code, severity, new Place("", CityConfig.FILE, 0, field), args));
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
