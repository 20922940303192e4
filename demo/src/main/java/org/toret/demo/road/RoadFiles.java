package org.toret.demo.road;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// What the roads of the demo city are under: car parks (JSON after ParkAPI), their invented prices
/// (a rule table), and a zone of limited traffic (XML after 5T).
public final class RoadFiles {

  private RoadFiles() {}

  /// Writes the files into a folder that is there.
  ///
  /// @throws IOException if a file cannot be written
  public static void write(Path folder) throws IOException {
    file(folder.resolve("demo-parking.json"), parks());
    file(folder.resolve("demo-parking-tariff.csv"), tariff());
    file(folder.resolve("demo-ztl.xml"), zone());
  }

  private static String parks() {
    List<String> lots = new ArrayList<>();
    for (Row row : Tables.read("carparks.csv")) {
      lots.add(
          String.format(
              Locale.ROOT,
              "{\"id\":\"%s\",\"name\":\"%s\",\"coords\":{\"lat\":%.4f,\"lng\":%.4f},"
                  + "\"total\":%d,\"free\":null,\"park_ride\":\"%s\"}",
              row.text("id"),
              row.text("name"),
              row.number("lat"),
              row.number("lon"),
              Math.round(row.number("places")),
              row.text("ride")));
    }
    return "{\"lots\":[\n" + String.join(",\n", lots) + "\n]}\n";
  }

  private static String tariff() {
    List<String> lines = new ArrayList<>();
    lines.add("# table: parking-tariff");
    lines.add("# version: 2020-01-01");
    lines.add("# title: Prices of the car parks of the demo city, all invented");
    lines.add("# validFrom: 2020-01-01");
    lines.add("# numbers: centsPerHour stepMinutes centsPerDay");
    lines.add("# source demo: invented for the demo city | none | 2020");
    lines.add("row,source,validFrom,validTo,currency,centsPerHour,stepMinutes,centsPerDay");
    for (Row row : Tables.read("carparks.csv")) {
      lines.add(
          "parcheggi:%s,demo,2020-01-01,,EUR,%d,60,%d"
              .formatted(
                  row.text("id"), Math.round(row.number("hour")), Math.round(row.number("day"))));
    }
    lines.add("kerb,demo,2020-01-01,,EUR,200,30,1600");
    return String.join("\n", lines) + "\n";
  }

  private static String zone() {
    StringBuilder points = new StringBuilder();
    for (Row row : Tables.read("restricted.csv")) {
      points.append(
          String.format(
              Locale.ROOT,
              "      <point lat=\"%.4f\" lng=\"%.4f\"/>\n",
              row.number("lat"),
              row.number("lon")));
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <access_control_info xmlns="https://simone.5t.torino.it/ns/access_control.xsd">
      <ztl id="1" name="ZTL dimostrativa">
        <polyline>
    %s    </polyline>
        <access_policy>
          <time_policy>
            <weekday start_time="07:30:00" end_time="10:30:00"/>
          </time_policy>
        </access_policy>
      </ztl>
    </access_control_info>
    """
        .formatted(points);
  }

  private static void file(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
