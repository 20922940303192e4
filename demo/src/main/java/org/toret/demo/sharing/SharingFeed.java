package org.toret.demo.sharing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// An invented bicycle sharing of stations, as a folder of GBFS 3.0 files: bicycles, free for half
/// an hour, and e-bikes, paid for by the minute. What is available at a moment is no part of it.
public final class SharingFeed {

  /// When the files say they were last updated; they never change.
  private static final String UPDATED = "2020-01-01T00:00:00+01:00";

  private static final String VERSION = "3.0";

  private SharingFeed() {}

  /// Writes the files into a folder, which is created if need be.
  ///
  /// @throws IOException if a file cannot be written
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    file(folder, "gbfs", "\"feeds\":[]");
    file(
        folder,
        "system_information",
        """
        "system_id":"toret-demo-bikes","languages":["it","en"],"timezone":"Europe/Rome",
        "opening_hours":"24/7","feed_contact_email":"info@example.org","license_id":"CC0-1.0",
        "name":[{"text":"Bici condivise dimostrative","language":"it"},
        {"text":"Demonstrative shared bicycles","language":"en"}]\
        """);
    file(
        folder,
        "vehicle_types",
        """
        "vehicle_types":[{"vehicle_type_id":"bici","form_factor":"bicycle",
        "propulsion_type":"human","return_constraint":"any_station",
        "default_pricing_plan_id":"bici","name":[{"text":"Bicicletta","language":"it"},
        {"text":"Bicycle","language":"en"}]},
        {"vehicle_type_id":"ebike","form_factor":"bicycle",
        "propulsion_type":"electric_assist","max_range_meters":50000,
        "return_constraint":"any_station","default_pricing_plan_id":"ebike",
        "name":[{"text":"Bicicletta a pedalata assistita","language":"it"},
        {"text":"E-bike","language":"en"}]}]\
        """);
    file(
        folder,
        "system_pricing_plans",
        """
        "plans":[{"plan_id":"bici","currency":"EUR","price":0,"is_taxable":false,
        "per_min_pricing":[{"start":30,"rate":1,"interval":30}],
        "name":[{"text":"Bicicletta (prezzo dimostrativo)","language":"it"}],
        "description":[{"text":"Prezzo inventato","language":"it"}]},
        {"plan_id":"ebike","currency":"EUR","price":0.5,"is_taxable":false,
        "per_min_pricing":[{"start":0,"rate":0.1,"interval":1}],
        "name":[{"text":"E-bike (prezzo dimostrativo)","language":"it"}],
        "description":[{"text":"Prezzo inventato","language":"it"}]}]\
        """);
    file(folder, "station_information", "\"stations\":[" + stations() + "]");
  }

  private static String stations() {
    List<String> stations = new ArrayList<>();
    for (Row row : Tables.read("bikes.csv")) {
      stations.add(
          String.format(
              Locale.ROOT,
              "{\"station_id\":\"%s\",\"name\":[{\"text\":\"%s\",\"language\":\"it\"}],"
                  + "\"lat\":%.5f,\"lon\":%.5f,\"capacity\":%d}",
              row.text("id"),
              row.text("name").replace("\\", "\\\\").replace("\"", "\\\""),
              row.number("lat"),
              row.number("lon"),
              row.integer("docks")));
    }
    return String.join(",\n", stations);
  }

  private static void file(Path folder, String name, String data) throws IOException {
    String text =
        "{\"last_updated\":\""
            + UPDATED
            + "\",\"ttl\":86400,\"version\":\""
            + VERSION
            + "\",\n"
            + "\"data\":{"
            + data
            + "}}\n";
    Files.write(folder.resolve(name + ".json"), text.getBytes(StandardCharsets.UTF_8));
  }
}
