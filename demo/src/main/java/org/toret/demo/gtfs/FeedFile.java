package org.toret.demo.gtfs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.toret.base.geo.GeoPoint;

/// A GTFS feed being written: its files by name, put into one zip at the end, with a fixed date, so
/// that the same feed gives the same bytes.
public final class FeedFile {

  private static final LocalDateTime WRITTEN = LocalDateTime.of(2020, 1, 1, 0, 0);

  private final Map<String, Sheet> sheets = new TreeMap<>();
  private final Map<String, String> texts = new TreeMap<>();

  /// The file of that name; made with this header when it is first asked for.
  public Sheet sheet(String name, String... header) {
    return sheets.computeIfAbsent(name, x -> new Sheet(List.of(header)));
  }

  /// A file that is there already as text.
  public void text(String name, String text) {
    texts.put(name, text);
  }

  public void write(Path file) throws IOException {
    Map<String, String> all = new TreeMap<>(texts);
    sheets.forEach((name, sheet) -> all.put(name, sheet.text()));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : all.entrySet()) {
        ZipEntry head = new ZipEntry(entry.getKey());
        head.setTimeLocal(WRITTEN);
        zip.putNextEntry(head);
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  /// A degree as GTFS writes it.
  public static String degree(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  /// Latitude of a point as text, rounded to 6 decimals.
  public static String lat(GeoPoint point) {
    return degree(point.lat());
  }

  /// Longitude of a point as text, rounded to 6 decimals.
  public static String lon(GeoPoint point) {
    return degree(point.lon());
  }

  /// Seconds of the service day as `HH:MM:SS`; hours may pass 24.
  public static String time(int seconds) {
    int minutes = seconds / 60;
    return two(minutes / 60) + ":" + two(minutes % 60) + ":" + two(seconds % 60);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
