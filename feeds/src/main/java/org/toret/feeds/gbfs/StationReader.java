package org.toret.feeds.gbfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Severity;
import org.toret.network.sharing.SharingRows.StationRow;
import tools.jackson.databind.JsonNode;

/// Reads `station_information`, with the names of `system_regions`.
final class StationReader {

  private final GbfsFolder folder;

  StationReader(GbfsFolder folder) {
    this.folder = folder;
  }

  List<StationRow> read() {
    List<StationRow> rows = new ArrayList<>();
    Optional<GbfsFolder.Content> content = folder.find("station_information");
    if (content.isEmpty()) {
      return rows;
    }
    String file = content.get().file();
    Map<String, String> regions = regions();
    Set<String> taken = new HashSet<>();
    for (JsonNode station : content.get().data().path("stations")) {
      String id = Fields.text(station, "station_id");
      Optional<GeoPoint> point = Fields.point(station);
      if (id.isEmpty()) {
        folder.note("gbfs_missing_id", Severity.ERROR, file, "station_id");
      } else if (point.isEmpty()) {
        folder.note("gbfs_no_position", Severity.ERROR, file, id);
      } else if (!taken.add(id)) {
        folder.note("gbfs_duplicate_id", Severity.ERROR, file, id);
      } else {
        String name = Fields.text(station, "name");
        String region = regions.getOrDefault(Fields.text(station, "region_id"), "");
        int capacity = Fields.count(station, "capacity", -1);
        rows.add(new StationRow(id, name, region, point.get(), capacity));
      }
    }
    return rows;
  }

  private Map<String, String> regions() {
    Map<String, String> names = new HashMap<>();
    folder
        .find("system_regions")
        .ifPresent(content -> {
          for (JsonNode region : content.data().path("regions")) {
            names.put(Fields.text(region, "region_id"), Fields.text(region, "name"));
          }
        });
    return names;
  }
}
