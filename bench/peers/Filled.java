import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies the timetables of a folder and gives every call a time: where times are left blank, which
/// GTFS allows, planners guess differently (some by distance, some by number of stops, some not at
/// all), and would be asked about different timetables. Here every stop between two times takes as
/// long. Run by `peers.sh`.
public final class Filled {

  private static final int ARRIVAL = 0;
  private static final int DEPARTURE = 1;
  private static final int TRIP = 2;
  private static final int SEQUENCE = 3;

  /// How people write it: folder read, folder written.
  public static void main(String[] arguments) throws IOException {
    Path to = Files.createDirectories(Path.of(arguments[1]));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(arguments[0]), "*.zip")) {
      for (Path file : files) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
          if (zip.getEntry("stop_times.txt") != null) {
            copy(zip, to.resolve(file.getFileName()));
          }
        }
      }
    }
  }

  private static void copy(ZipFile zip, Path to) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals("stop_times.txt")) {
          try (BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            for (String line : filled(in.lines().toList(), to)) {
              out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
          }
        } else {
          zip.getInputStream(entry).transferTo(out);
        }
      }
    }
  }

  private static List<String> filled(List<String> lines, Path name) {
    List<String> head =
        cells(lines.getFirst().replace("\ufeff", "")).stream().map(Filled::plain).toList();
    int[] columns = {
      head.indexOf("arrival_time"),
      head.indexOf("departure_time"),
      head.indexOf("trip_id"),
      head.indexOf("stop_sequence")
    };
    List<List<String>> rows = new ArrayList<>();
    Map<String, List<List<String>>> trips = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      if (!line.isBlank()) {
        List<String> row = cells(line);
        rows.add(row);
        trips.computeIfAbsent(row.get(columns[TRIP]), fresh -> new ArrayList<>()).add(row);
      }
    }
    int blank = trips.values().stream().mapToInt(trip -> fill(trip, columns)).sum();
    System.out.printf("%s: %d of %d calls had no time%n", name.getFileName(), blank, rows.size());
    List<String> written = new ArrayList<>();
    written.add(lines.getFirst());
    rows.forEach(row -> written.add(String.join(",", row)));
    return written;
  }

  private static int fill(List<List<String>> trip, int[] columns) {
    trip.sort(
        (a, b) ->
            Integer.compare(
                Integer.parseInt(plain(a.get(columns[SEQUENCE]))),
                Integer.parseInt(plain(b.get(columns[SEQUENCE])))));
    int filled = 0;
    int last = -1;
    for (int i = 0; i < trip.size(); i++) {
      String arrival = plain(trip.get(i).get(columns[ARRIVAL]));
      if (arrival.isEmpty()) {
        continue;
      }
      for (int between = last + 1; last >= 0 && between < i; between++) {
        int before = seconds(plain(trip.get(last).get(columns[DEPARTURE])));
        long share = (long) (seconds(arrival) - before) * (between - last) / (i - last);
        int at = (int) (before + share);
        String time = "%02d:%02d:%02d".formatted(at / 3600, at / 60 % 60, at % 60);
        trip.get(between).set(columns[ARRIVAL], time);
        trip.get(between).set(columns[DEPARTURE], time);
        filled++;
      }
      last = i;
    }
    return filled;
  }

  private static int seconds(String time) {
    String[] parts = time.split(":");
    return Integer.parseInt(parts[0].strip()) * 3600
        + Integer.parseInt(parts[1]) * 60
        + Integer.parseInt(parts[2]);
  }

  private static String plain(String cell) {
    return cell.replace("\"", "").strip();
  }

  /// The cells as they stand, quotes kept.
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == ',' && !quoted) {
        cells.add(line.substring(from, i));
        from = i + 1;
      }
    }
    cells.add(line.substring(from));
    return cells;
  }
}
