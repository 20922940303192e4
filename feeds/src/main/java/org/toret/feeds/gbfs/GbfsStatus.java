package org.toret.feeds.gbfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Severity;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.VehicleTypes;
import tools.jackson.databind.JsonNode;

/// Reads what changes by the minute: `station_status` and `vehicle_status` (`free_bike_status` in
/// version 2).
public final class GbfsStatus {

  private final GbfsFolder folder;
  private final Sharing sharing;
  private final int system;
  private final AvailabilityBuilder builder;
  private final boolean oldestCounts;

  /// @param oldestCounts whether the oldest file says when it was so; else that of the stations
  private GbfsStatus(
      GbfsFolder folder,
      Sharing sharing,
      int system,
      AvailabilityBuilder builder,
      boolean oldestCounts) {
    this.oldestCounts = oldestCounts;
    this.folder = folder;
    this.sharing = sharing;
    this.system = system;
    this.builder = builder;
  }

  /// Reads the files of a system of the city; what cannot be read is noted and stays unknown.
  public static void read(
      Path path, Sharing sharing, int system, AvailabilityBuilder builder, Notices notices) {
    try {
      GbfsFolder folder = GbfsFolder.open(sharing.systems().ids().get(system), path, notices);
      new GbfsStatus(folder, sharing, system, builder, true).all();
    } catch (IOException e) {
      notices.add(
          org.toret.base.notice.Notice.of(
              "gbfs_unreadable",
              Severity.ERROR,
              org.toret.base.notice.Place.ofFeed(sharing.systems().ids().get(system)),
              path,
              String.valueOf(e.getMessage())));
    }
  }

  /// Reads messages of a system of the city. It is so fresh as what is told of its stations.
  ///
  /// @param messages bytes by GBFS file name, see [GbfsMessage#file]
  public static void read(
      Map<String, byte[]> messages,
      Sharing sharing,
      int system,
      AvailabilityBuilder builder,
      Notices notices) {
    GbfsFolder folder =
        GbfsFolder.ofMessages(sharing.systems().ids().get(system), messages, notices);
    new GbfsStatus(folder, sharing, system, builder, false).all();
  }

  private void all() {
    stations();
    vehicles(folder.find("vehicle_status").isPresent() ? "vehicle" : "bike");
  }

  private void stations() {
    folder
        .find("station_status")
        .ifPresent(content -> {
          Map<String, Integer> stations = stationsById();
          builder.at(system, content.lastUpdatedEpochSeconds());
          for (JsonNode status : content.data().path("stations")) {
            String id = Fields.text(status, "station_id");
            Integer station = stations.get(id);
            if (station == null) {
              folder.note("gbfs_station_undefined", Severity.WARNING, content.file(), id);
            } else {
              builder.station(station, plausible(station, status(status), content.file()));
            }
          }
        });
  }

  private Map<String, Integer> stationsById() {
    Map<String, Integer> stations = new HashMap<>();
    String prefix = sharing.systems().ids().get(system) + ":";
    for (int station = 0; station < sharing.stations().count(); station++) {
      if (sharing.stations().systems()[station] == system) {
        stations.put(sharing.stations().ids().get(station).substring(prefix.length()), station);
      }
    }
    return stations;
  }

  private AvailabilityBuilder.Status status(JsonNode status) {
    boolean installed = Fields.flag(status, "is_installed", true);
    int flags =
        (installed && Fields.flag(status, "is_renting", true) ? Availability.RENTING : 0)
            | (installed && Fields.flag(status, "is_returning", true) ? Availability.RETURNING : 0);
    int old = Fields.count(status, "num_bikes_available", 0);
    return new AvailabilityBuilder.Status(
        flags,
        Fields.count(status, "num_vehicles_available", old),
        Fields.count(status, "num_docks_available", -1),
        typed(status.path("vehicle_types_available")),
        typed(status.path("vehicle_docks_available")));
  }

  /// What is told is used as it is told; more than fits is said.
  private AvailabilityBuilder.Status plausible(
      int station, AvailabilityBuilder.Status status, String file) {
    int capacity = sharing.stations().capacities()[station];
    int told = status.vehicles() + Math.max(0, status.docks());
    if (capacity > 0 && told > capacity) {
      String id = sharing.stations().ids().get(station);
      folder.note("gbfs_more_than_capacity", Severity.INFO, file, id, told, capacity);
    }
    return status;
  }

  /// Alternating type and count.
  private int[] typed(JsonNode list) {
    IntList pairs = new IntList();
    for (JsonNode entry : list) {
      int count = Fields.count(entry, "count", 0);
      if (entry.has("vehicle_type_id")) {
        add(pairs, Fields.text(entry, "vehicle_type_id"), count);
      }
      Fields.texts(entry.path("vehicle_type_ids")).forEach(type -> add(pairs, type, count));
    }
    return pairs.toArray();
  }

  private void add(IntList pairs, String id, int count) {
    int type = sharing.types().find(system, id);
    if (type >= 0) {
      pairs.addAll(type, count);
    }
  }

  private void vehicles(String kind) {
    folder
        .find(kind.equals("bike") ? "free_bike_status" : "vehicle_status")
        .ifPresent(content -> {
          if (oldestCounts || folder.find("station_status").isEmpty()) {
            builder.at(system, content.lastUpdatedEpochSeconds());
          }
          for (JsonNode vehicle : content.data().path(kind + "s")) {
            vehicle(vehicle, Fields.text(vehicle, kind + "_id"), content.file());
          }
        });
  }

  /// Those at a station are counted there.
  private void vehicle(JsonNode vehicle, String id, String file) {
    boolean taken =
        Fields.flag(vehicle, "is_reserved", false) || Fields.flag(vehicle, "is_disabled", false);
    if (taken || !Fields.text(vehicle, "station_id").isEmpty()) {
      return;
    }
    var point = Fields.point(vehicle);
    int type = sharing.types().find(system, Fields.text(vehicle, "vehicle_type_id"));
    if (id.isEmpty()) {
      folder.note("gbfs_missing_id", Severity.ERROR, file, "vehicle_id");
    } else if (type < 0) {
      String named = Fields.text(vehicle, "vehicle_type_id");
      folder.note("gbfs_type_undefined", Severity.WARNING, file, named);
    } else if (point.isEmpty()) {
      folder.note("gbfs_no_position", Severity.ERROR, file, id);
    } else {
      add(vehicle, id, type, point.get());
    }
  }

  private void add(JsonNode vehicle, String id, int type, GeoPoint point) {
    String plan = Fields.text(vehicle, "pricing_plan_id");
    int own = plan.isEmpty() ? -1 : sharing.plans().find(system, plan);
    builder.vehicle(
        new AvailabilityBuilder.Vehicle(
            folder.feed() + ":" + id,
            type,
            point,
            Fields.count(vehicle, "current_range_meters", VehicleTypes.NO_RANGE),
            plan.isEmpty() ? sharing.types().plans()[type] : own));
  }
}
