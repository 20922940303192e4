package org.toret.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.toret.app.city.CityPreparation;
import org.toret.app.city.CityProgress;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.CityKeeper;
import org.toret.base.outcome.Outcome;
import org.toret.router.fare.DriveCosts;

/// A city of three stops and one line, as a traveller would draw it on a napkin:
///
/// ```
///   A ──10 min── B ──10 min── C      tram 1, every 30 min from 06:00, 2025 … 2030
/// ```
///
/// A, B and C lie 2 km apart on a meridian near Turin.
public final class TinyCity {

  private static final int FIRST_HOUR = 6;

  private TinyCity() {}

  /// Writes the city's only feed, `tiny.zip`, into a folder.
  ///
  /// @param trips how many trips run in each direction every day
  public static Path write(Path folder, int trips) {
    return write(folder.resolve("tiny.zip"), trips, "20301231");
  }

  /// Compiles what was written into `data` of a folder, and opens it.
  public static void open(Path folder, CityHolder holder, Clock clock) {
    Path data = folder.resolve("data");
    CityPreparation preparation =
        new CityPreparation(Optional.of(data), folder.resolve("state"), clock);
    CityKeeper keeper = new CityKeeper(preparation, holder, DriveCosts.tables());
    var ears = new CityKeeper.Ears(CityProgress.NONE, refused -> {});
    assertThat(keeper.refresh(ears)).isInstanceOf(Outcome.Done.class);
  }

  /// Writes the feed to a file.
  public static Path write(Path file, int trips, String lastDay) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "agency.txt",
        "agency_id,agency_name,agency_url,agency_timezone,agency_lang\n"
            + "t,Tiny,https://example.org,Europe/Rome,it\n");
    files.put(
        "stops.txt",
        "stop_id,stop_code,stop_name,stop_lat,stop_lon,wheelchair_boarding\n"
            + "A,1,Piazza Alfa,45.00,7.60,1\nB,2,Ponte Beta,45.02,7.60,1\nC,3,Corso Gamma,45.04,7.60,2\n");
    files.put(
        "routes.txt",
        "route_id,agency_id,route_short_name,route_long_name,route_type,route_color\n"
            + "1,t,1,Alfa - Gamma,0,cc0000\n");
    files.put(
        "calendar.txt",
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
            + "start_date,end_date\nd,1,1,1,1,1,1,1,20250101,"
            + lastDay
            + "\n");
    files.put("trips.txt", trips(trips));
    files.put("stop_times.txt", stopTimes(trips));
    files.put(
        "feed_info.txt",
        "feed_publisher_name,feed_publisher_url,feed_lang,feed_version\n"
            + "Tiny,https://example.org,it,v"
            + trips
            + "\n");
    zip(file, files);
    return file;
  }

  private static String trips(int trips) {
    StringBuilder out =
        new StringBuilder("route_id,service_id,trip_id,trip_headsign,direction_id\n");
    for (int i = 0; i < trips; i++) {
      out.append("1,d,there").append(i).append(",Gamma,0\n");
      out.append("1,d,back").append(i).append(",Alfa,1\n");
    }
    return out.toString();
  }

  private static String stopTimes(int trips) {
    StringBuilder out =
        new StringBuilder("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n");
    for (int i = 0; i < trips; i++) {
      for (int call = 0; call < 3; call++) {
        int minutes = FIRST_HOUR * 60 + 30 * i + 10 * call;
        String time = "%02d:%02d:00".formatted(minutes / 60, minutes % 60);
        out.append("there%d,%s,%s,%s,%d%n".formatted(i, time, time, "ABC".charAt(call), call));
        out.append("back%d,%s,%s,%s,%d%n".formatted(i, time, time, "CBA".charAt(call), call));
      }
    }
    return out.toString().replace("\r", "");
  }

  private static void zip(Path file, Map<String, String> files) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
        for (Map.Entry<String, String> entry : files.entrySet()) {
          ZipEntry named = new ZipEntry(entry.getKey());
          named.setTime(0);
          out.putNextEntry(named);
          out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
