package org.toret.app.simulate.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.toret.app.simulate.Simulation;
import org.toret.app.simulate.Standing;
import org.toret.app.simulate.StationNow;
import org.toret.network.sharing.PriceSteps;
import org.toret.network.sharing.PricingPlans;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.VehicleTypes;

/// A sharing system as the files of GBFS 3.0. Ids are those of its published files, so that what
/// changes by the minute can be joined with them; what those leave open is filled in (places of a
/// station, the type of a system without types). Zones are not repeated.
public final class GbfsFeed {

  private static final String VERSION = "3.0";
  private static final int TTL_SECONDS = 30;

  /// The type of a system that names none.
  private static final String USUAL_TYPE = "bike";

  private final Simulation simulation;
  private final Sharing sharing;
  private final int system;
  private final String language;

  /// @param system index of a sharing system
  public GbfsFeed(Simulation simulation, int system) {
    this.simulation = simulation;
    this.sharing = simulation.city().sharing();
    this.system = system;
    List<String> languages = simulation.city().info().languages();
    this.language = languages.isEmpty() ? "en" : languages.getFirst();
  }

  /// Names of its files, without `gbfs`.
  public List<String> files() {
    List<String> files = new ArrayList<>(List.of("system_information", "vehicle_types"));
    if (simulation.stations(system, 0).size() > 0) {
      files.addAll(List.of("station_information", "station_status"));
    }
    if (!simulation.standing(system, 0).isEmpty()) {
      files.add("vehicle_status");
    }
    if (!own(sharing.plans().systems()).isEmpty()) {
      files.add("system_pricing_plans");
    }
    return files;
  }

  /// `gbfs.json`: where the others are.
  public byte[] directory(long epochSecond, String address) {
    List<Map<String, Object>> feeds = new ArrayList<>();
    for (String file : files()) {
      feeds.add(Map.of("name", file, "url", address + file + ".json"));
    }
    return file(epochSecond, Map.of("feeds", feeds));
  }

  /// One of [#files].
  public byte[] file(String name, long epochSecond) {
    return file(
        epochSecond,
        switch (name) {
          case "system_information" -> system();
          case "vehicle_types" -> Map.of("vehicle_types", types());
          case "station_information" -> Map.of("stations", stations());
          case "station_status" -> Map.of("stations", status(epochSecond));
          case "vehicle_status" -> Map.of("vehicles", vehicles(epochSecond));
          case "system_pricing_plans" -> Map.of("plans", plans());
          default -> throw new IllegalArgumentException("No such file: " + name);
        });
  }

  private static byte[] file(long epochSecond, Map<String, ?> data) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("last_updated", Json.time(epochSecond));
    tree.put("ttl", TTL_SECONDS);
    tree.put("version", VERSION);
    tree.put("data", data);
    return Json.bytes(tree);
  }

  private Map<String, Object> system() {
    Map<String, Object> data = new LinkedHashMap<>();
    String name = sharing.systems().names().get(system);
    data.put("system_id", sharing.systems().systemIds().get(system));
    data.put("languages", List.of(language));
    data.put("name", text(name.isEmpty() ? sharing.systems().ids().get(system) : name));
    data.put("opening_hours", "24/7");
    data.put("feed_contact_email", "simulated@example.org");
    data.put("timezone", simulation.city().info().zone().getId());
    return data;
  }

  private List<Map<String, Object>> types() {
    VehicleTypes types = sharing.types();
    List<Map<String, Object>> list = new ArrayList<>();
    for (int type : own(types.systems())) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("vehicle_type_id", typeId(type));
      told.put("form_factor", lower(types.form(type)));
      told.put("propulsion_type", lower(types.propulsion(type)));
      if (types.maxRangeMetres()[type] != VehicleTypes.NO_RANGE) {
        told.put("max_range_meters", types.maxRangeMetres()[type]);
      }
      if (!types.names().get(type).isEmpty()) {
        told.put("name", text(types.names().get(type)));
      }
      told.put("return_constraint", lower(types.returns(type)));
      int plan = types.plans()[type];
      if (plan >= 0) {
        told.put("default_pricing_plan_id", sharing.plans().ids().get(plan));
        told.put("pricing_plan_ids", List.of(sharing.plans().ids().get(plan)));
      }
      list.add(told);
    }
    return list;
  }

  private List<Map<String, Object>> stations() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (int station : own(sharing.stations().systems())) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("station_id", local(sharing.stations().ids().get(station)));
      told.put("name", text(sharing.stations().names().get(station)));
      told.put("lat", sharing.stations().point(station).lat());
      told.put("lon", sharing.stations().point(station).lon());
      told.put("capacity", simulation.stationCapacity(station));
      list.add(told);
    }
    return list;
  }

  private List<Map<String, Object>> status(long epochSecond) {
    int[] types = simulation.stationTypes(system);
    List<Map<String, Object>> list = new ArrayList<>();
    for (StationNow now : simulation.stations(system, epochSecond)) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("station_id", local(sharing.stations().ids().get(now.station())));
      told.put("num_vehicles_available", now.vehicles());
      List<Map<String, Object>> byType = new ArrayList<>();
      for (int i = 0; i < types.length; i++) {
        byType.add(Map.of("vehicle_type_id", typeId(types[i]), "count", now.byType()[i]));
      }
      told.put("vehicle_types_available", byType);
      told.put("num_docks_available", now.docks());
      told.put("is_installed", true);
      told.put("is_renting", true);
      told.put("is_returning", true);
      told.put("last_reported", Json.time(epochSecond));
      list.add(told);
    }
    return list;
  }

  private List<Map<String, Object>> vehicles(long epochSecond) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Standing standing : simulation.standing(system, epochSecond)) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("vehicle_id", standing.id());
      told.put("lat", standing.point().lat());
      told.put("lon", standing.point().lon());
      told.put("is_reserved", false);
      told.put("is_disabled", false);
      told.put("vehicle_type_id", typeId(standing.type()));
      told.put("last_reported", Json.time(standing.since()));
      if (standing.rangeMetres() != VehicleTypes.NO_RANGE) {
        told.put("current_range_meters", standing.rangeMetres());
      }
      list.add(told);
    }
    return list;
  }

  private List<Map<String, Object>> plans() {
    PricingPlans plans = sharing.plans();
    List<Map<String, Object>> list = new ArrayList<>();
    for (int plan : own(plans.systems())) {
      Map<String, Object> told = new LinkedHashMap<>();
      String name = plans.names().get(plan);
      told.put("plan_id", plans.ids().get(plan));
      told.put("name", text(name.isEmpty() ? plans.ids().get(plan) : name));
      told.put("description", text(name.isEmpty() ? plans.ids().get(plan) : name));
      told.put("currency", plans.currencies().get(plan));
      told.put("price", plans.priceMicros()[plan] / 1e6);
      told.put("is_taxable", plans.has(plan, PricingPlans.TAXED_APART));
      steps(told, "per_min_pricing", plans.perMinute(), plan);
      steps(told, "per_km_pricing", plans.perKilometre(), plan);
      list.add(told);
    }
    return list;
  }

  private static void steps(Map<String, Object> told, String name, PriceSteps steps, int plan) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (int i = steps.offsets()[plan]; i < steps.offsets()[plan + 1]; i++) {
      Map<String, Object> step = new LinkedHashMap<>();
      step.put("start", steps.starts()[i]);
      step.put("rate", steps.rateMicros()[i] / 1e6);
      step.put("interval", steps.intervals()[i]);
      if (steps.ends()[i] != PriceSteps.NO_END) {
        step.put("end", steps.ends()[i]);
      }
      list.add(step);
    }
    if (!list.isEmpty()) {
      told.put(name, list);
    }
  }

  private Set<Integer> own(int[] systems) {
    Set<Integer> rows = new java.util.LinkedHashSet<>();
    for (int row = 0; row < systems.length; row++) {
      if (systems[row] == system) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Map<String, String>> text(String text) {
    return List.of(Map.of("text", text, "language", language));
  }

  private String typeId(int type) {
    String id = sharing.types().ids().get(type);
    return id.isEmpty() ? USUAL_TYPE : id;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String local(String id) {
    return id.substring(id.indexOf(':') + 1);
  }
}
