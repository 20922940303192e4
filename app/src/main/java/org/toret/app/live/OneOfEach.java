package org.toret.app.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toret.mobility.live.VehicleNow;

/// Lists vehicles once that several sources tell of: the newer sighting in place of the older.
///
/// Two sources mean one vehicle where they speak of one feed and either call it by the same id, or
/// each sees a single vehicle on the same trip. Ids of entities do not count: they name a place in
/// a message.
final class OneOfEach {

  private final Map<String, RunIntake.Said> said;
  private final List<VehicleNow> listed = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, Integer> byTrip = new HashMap<>();

  /// @param said what the sources said
  OneOfEach(Map<String, RunIntake.Said> said) {
    this.said = said;
  }

  List<VehicleNow> of(Map<String, List<VehicleNow>> bySource) {
    bySource.forEach((source, vehicles) -> {
      RunIntake.Said last = said.get(source);
      if (last != null) {
        add(source, last, vehicles);
      }
    });
    return listed;
  }

  private void add(String source, RunIntake.Said last, List<VehicleNow> vehicles) {
    Set<String> ids = new HashSet<>();
    last.message()
        .vehiclePositions()
        .forEach(one -> one.vehicle().ifPresent(vehicle -> ids.add(vehicle.id())));
    Map<String, Integer> onTrip = new HashMap<>();
    vehicles.forEach(one -> onTrip.merge(one.trip(), 1, Integer::sum));
    Map<String, Integer> freshIds = new HashMap<>();
    Map<String, Integer> freshTrips = new HashMap<>();
    for (VehicleNow vehicle : vehicles) {
      String id = vehicle.id().substring(source.length() + 1);
      boolean named = !id.isEmpty() && ids.contains(id);
      boolean alone = !vehicle.trip().isEmpty() && onTrip.getOrDefault(vehicle.trip(), 0) == 1;
      Integer known = named ? byId.get(last.feed() + ":" + id) : null;
      if (known == null && alone) {
        known = byTrip.get(vehicle.trip());
      }
      int at = known == null ? listed.size() : known;
      if (known == null) {
        listed.add(vehicle);
      } else if (vehicle.atEpochSecond() > listed.get(at).atEpochSecond()) {
        listed.set(at, vehicle);
      }
      if (named) {
        freshIds.put(last.feed() + ":" + id, at);
      }
      if (alone) {
        freshTrips.put(vehicle.trip(), at);
      }
    }
    // within one source none stands for another
    byId.putAll(freshIds);
    byTrip.putAll(freshTrips);
  }
}
