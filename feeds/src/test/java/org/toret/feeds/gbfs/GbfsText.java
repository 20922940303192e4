package org.toret.feeds.gbfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes small GBFS folders: one system of two stations, a bicycle and a scooter, in the words of
/// either version.
final class GbfsText {

  private GbfsText() {}

  /// A file whose `data` is this, single quotes for double ones.
  static void file(Path folder, String name, String version, String data) throws IOException {
    String updated = version.startsWith("3") ? "'2026-09-15T08:15:00+02:00'" : "1789452900";
    String text =
        "{'last_updated':%s,'ttl':60,'version':'%s','data':%s}".formatted(updated, version, data);
    Files.writeString(folder.resolve(name), text.replace('\'', '"'));
  }

  static Path second(Path folder) throws IOException {
    Files.createDirectories(folder);
    file(
        folder,
        "gbfs.json",
        "2.3",
        "{'it':{'feeds':[{'name':'system_regions','url':'https://example.org/x/zone.json?v=2'}]}}");
    file(folder, "zone.json", "2.3", "{'regions':[{'region_id':'c','name':'Centro'}]}");
    file(
        folder,
        "system_information.json",
        "2.3",
        "{'system_id':'prova','name':'Prova','timezone':'Europe/Rome','language':'it'}");
    file(
        folder,
        "vehicle_types.json",
        "2.3",
        "{'vehicle_types':["
            + "{'vehicle_type_id':'b','form_factor':'bicycle','propulsion_type':'human',"
            + "'default_pricing_plan_id':'p'},"
            + "{'vehicle_type_id':'s','form_factor':'scooter','propulsion_type':'electric',"
            + "'max_range_meters':20000.4,'return_constraint':'free_floating',"
            + "'default_pricing_plan_id':'none'}]}");
    file(
        folder,
        "station_information.json",
        "2.3",
        "{'stations':["
            + "{'station_id':'1','name':'Uno','lat':45.0,'lon':7.6,'capacity':9,'region_id':'c'},"
            + "{'station_id':2,'name':'Due','lat':45.01,'lon':7.6},"
            + "{'station_id':'3','name':'Nowhere','lat':0,'lon':0},"
            + "{'station_id':'1','name':'Twice','lat':45.0,'lon':7.6}]}");
    file(
        folder,
        "system_pricing_plans.json",
        "2.3",
        "{'plans':[{'plan_id':'p','name':'Base','currency':'EUR','price':'0.50','is_taxable':false,"
            + "'per_min_pricing':[{'start':0,'rate':0.05,'interval':1}]},"
            + "{'plan_id':'q','currency':'EUR','price':1,"
            + "'per_min_pricing':[{'start':0,'rate':'dear','interval':1}]}]}");
    secondStatus(folder);
    return folder;
  }

  private static void secondStatus(Path folder) throws IOException {
    file(
        folder,
        "station_status.json",
        "2.3",
        "{'stations':["
            + "{'station_id':'1','num_bikes_available':3,'num_docks_available':0,"
            + "'is_installed':1,'is_renting':1,'is_returning':1,"
            + "'vehicle_types_available':[{'vehicle_type_id':'b','count':3}]},"
            + "{'station_id':'2','num_bikes_available':2,'is_installed':true,'is_renting':false,"
            + "'is_returning':true,'vehicle_docks_available':[{'vehicle_type_ids':['b','s'],"
            + "'count':4}]},"
            + "{'station_id':'9','num_bikes_available':2}]}");
    file(
        folder,
        "free_bike_status.json",
        "2.3",
        "{'bikes':["
            + "{'bike_id':'v1','lat':45.0,'lon':7.61,'vehicle_type_id':'s',"
            + "'is_reserved':false,'is_disabled':false,'current_range_meters':1431.2},"
            + "{'bike_id':'v2','lat':45.0,'lon':7.61,'vehicle_type_id':'s','is_reserved':true},"
            + "{'bike_id':'v3','lat':45.0,'lon':7.61,'vehicle_type_id':'s','is_disabled':true},"
            + "{'bike_id':'v4','station_id':'1','vehicle_type_id':'b'}]}");
  }

  static Path third(Path folder) throws IOException {
    Files.createDirectories(folder);
    file(folder, "gbfs.json", "3.1-RC2", "{'feeds':[]}");
    file(
        folder,
        "system-information.json",
        "3.1-RC2",
        "{'system_id':'prova','name':[{'text':'Prova','language':'it'}],"
            + "'opening_hours':'Mo-Fr 07:00-20:00','languages':['it'],'timezone':'Europe/Rome'}");
    file(
        folder,
        "vehicle_types.json",
        "3.1-RC2",
        "{'vehicle_types':[{'vehicle_type_id':'k','form_factor':'cargo_bicycle',"
            + "'propulsion_type':'electric_assist','name':[{'text':'Cargo','language':'it'}],"
            + "'pricing_plan_ids':['p']},"
            + "{'vehicle_type_id':'x','form_factor':'hovercraft','propulsion_type':'electric'}]}");
    file(
        folder,
        "system_pricing_plans.json",
        "3.1-RC2",
        "{'plans':[{'plan_id':'p','name':[{'text':'Piano','language':'it'}],'currency':'EUR',"
            + "'price':1.2,'is_taxable':true,'surge_pricing':true}]}");
    file(
        folder,
        "vehicle_status.json",
        "3.1-RC2",
        "{'vehicles':[{'vehicle_id':'v1','lat':45.0,'lon':7.61,'vehicle_type_id':'k',"
            + "'is_reserved':false,'is_disabled':false,'current_fuel_percent':0.5}]}");
    return folder;
  }

  /// A square with one rule, and in version 3 what holds everywhere else.
  static void zone(Path folder, String version, String rule, String globalRules)
      throws IOException {
    file(
        folder,
        "geofencing_zones.json",
        version,
        "{'geofencing_zones':{'type':'FeatureCollection','features':[{'type':'Feature',"
            + "'geometry':{'type':'MultiPolygon','coordinates':[[[[7.6,45.0],[7.7,45.0],"
            + "[7.7,45.1],[7.6,45.1],[7.6,45.0]]]]},"
            + "'properties':{'rules':["
            + rule
            + "]}}]}"
            + (globalRules.isEmpty() ? "" : ",'global_rules':[" + globalRules + "]")
            + "}");
  }
}
