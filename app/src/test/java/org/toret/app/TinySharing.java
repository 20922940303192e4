package org.toret.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A sharing system for the [TinyCity]: stations at A and C, a bicycle and an e-bike, and a scooter
/// that stands at B. Everything was so on 15 September 2026 at 08:15.
public final class TinySharing {

  private TinySharing() {}

  /// Writes the files of a version into a folder.
  public static Path write(Path folder, String version) {
    try {
      Files.createDirectories(folder);
      file(folder, version, "gbfs", "{'it':{'feeds':[]}}");
      file(
          folder,
          version,
          "system_information",
          "{'system_id':'tiny','name':'Tiny bikes','timezone':'Europe/Rome','language':'it',"
              + "'license_url':'https://example.org/licence'}");
      file(
          folder,
          version,
          "vehicle_types",
          "{'vehicle_types':["
              + "{'vehicle_type_id':'bike','form_factor':'bicycle','propulsion_type':'human',"
              + "'name':'Bike','default_pricing_plan_id':'p','return_constraint':'any_station'},"
              + "{'vehicle_type_id':'ebike','form_factor':'bicycle','name':'E-bike',"
              + "'propulsion_type':'electric_assist','max_range_meters':40000,"
              + "'default_pricing_plan_id':'p','return_constraint':'any_station'},"
              + "{'vehicle_type_id':'step','form_factor':'scooter','propulsion_type':'electric',"
              + "'name':'Step','max_range_meters':20000,'return_constraint':'free_floating'}]}");
      file(
          folder,
          version,
          "station_information",
          "{'stations':["
              + "{'station_id':'a','name':'Alfa','lat':45.001,'lon':7.6,'capacity':10},"
              + "{'station_id':'c','name':'Gamma','lat':45.039,'lon':7.6,'capacity':8}]}");
      file(
          folder,
          version,
          "system_pricing_plans",
          "{'plans':[{'plan_id':'p','name':'Plan','currency':'EUR','price':1,'is_taxable':false,"
              + "'per_min_pricing':[{'start':0,'rate':0.1,'interval':1}]}]}");
      status(folder, version);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void status(Path folder, String version) throws IOException {
    file(
        folder,
        version,
        "station_status",
        "{'stations':["
            + "{'station_id':'a','num_bikes_available':3,'num_docks_available':7,"
            + "'is_installed':true,'is_renting':true,'is_returning':true,"
            + "'vehicle_types_available':[{'vehicle_type_id':'bike','count':2},"
            + "{'vehicle_type_id':'ebike','count':1}]},"
            + "{'station_id':'c','num_bikes_available':0,'num_docks_available':8,"
            + "'is_installed':true,'is_renting':true,'is_returning':true}]}");
    file(
        folder,
        version,
        "free_bike_status",
        "{'bikes':[{'bike_id':'v','lat':45.02,'lon':7.601,'vehicle_type_id':'step',"
            + "'is_reserved':false,'is_disabled':false,'current_range_meters':9000}]}");
  }

  private static void file(Path folder, String version, String name, String data)
      throws IOException {
    String text =
        "{'last_updated':1789452900,'ttl':60,'version':'%s','data':%s}".formatted(version, data);
    Files.writeString(folder.resolve(name + ".json"), text.replace('\'', '"'));
  }
}
