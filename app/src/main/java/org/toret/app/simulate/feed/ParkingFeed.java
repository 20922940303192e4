package org.toret.app.simulate.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.toret.app.simulate.Simulation;
import org.toret.network.parking.CarParks;

/// The car parks of a feed as JSON after ParkAPI 1, as `pk.xml` of 5T, and as DATEX II. Those whose
/// places nobody knows are not told.
public final class ParkingFeed {

  /// Readings are renewed so often.
  public static final int PERIOD_SECONDS = 300;

  private final Simulation simulation;
  private final CarParks parks;
  private final String feed;

  /// @param feed id of the feed whose car parks are meant
  public ParkingFeed(Simulation simulation, String feed) {
    this.simulation = simulation;
    this.parks = simulation.city().parking();
    this.feed = feed;
  }

  /// After ParkAPI 1: `lots` with `total` and `free`.
  public byte[] json(long epochSecond) {
    List<Map<String, Object>> lots = new ArrayList<>();
    for (int park : own()) {
      Map<String, Object> lot = new LinkedHashMap<>();
      lot.put("id", local(park));
      lot.put("name", parks.names().get(park));
      lot.put("coords", Map.of("lat", parks.point(park).lat(), "lng", parks.point(park).lon()));
      lot.put("total", parks.capacities()[park]);
      lot.put("free", simulation.freePlaces(park, epochSecond));
      lot.put("state", "open");
      lot.put("forecast", false);
      if (parks.has(park, CarParks.PARK_AND_RIDE)) {
        lot.put("park_ride", "true");
      }
      lots.add(lot);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("last_updated", Json.time(epochSecond));
    tree.put("lots", lots);
    return Json.bytes(tree);
  }

  /// After 5T: `traffic_data` with `PK_data`.
  public byte[] fiveT(long epochSecond) {
    FiveTText text = new FiveTText(epochSecond, PERIOD_SECONDS);
    for (int park : own()) {
      int before = simulation.freePlaces(park, epochSecond - PERIOD_SECONDS);
      int free = simulation.freePlaces(park, epochSecond);
      text.element(
          "PK_data",
          "Name",
          parks.names().get(park).toUpperCase(Locale.ITALIAN),
          "ID",
          local(park),
          "status",
          "1",
          "Total",
          String.valueOf(parks.capacities()[park]),
          "Free",
          String.valueOf(free),
          "tendence",
          String.valueOf(Integer.signum(free - before)),
          "lat",
          String.valueOf(parks.point(park).lat()),
          "lng",
          String.valueOf(parks.point(park).lon()));
      text.close("PK_data");
    }
    return text.bytes();
  }

  /// After DATEX II: `ParkingStatusPublication` with `parkingRecordStatus`.
  public byte[] datex(long epochSecond) {
    var info = simulation.city().info();
    Locale language = Locale.of(info.languages().getFirst());
    DatexText text =
        new DatexText("prk:ParkingStatusPublication", language, info.country(), epochSecond);
    text.open("prk:parkingTableReference", "targetClass", "prk:ParkingTable", "id", feed).close();
    for (int park : own()) {
      int free = simulation.freePlaces(park, epochSecond);
      int all = parks.capacities()[park];
      double percent = all == 0 ? 0 : 100.0 * (all - free) / all;
      text.open("prk:parkingRecordStatus", "xsi:type", "prk:ParkingSiteStatus")
          .open("prk:parkingRecordReference", "targetClass", "prk:ParkingRecord", "id", local(park))
          .close()
          .text("prk:parkingStatusOriginTime", DatexText.time(epochSecond))
          .open("prk:parkingOccupancy")
          .text("prk:parkingNumberOfVacantSpaces", String.valueOf(free))
          .text("prk:parkingNumberOfOccupiedSpaces", String.valueOf(all - free))
          .text("prk:parkingOccupancy", String.format(Locale.ROOT, "%.1f", percent))
          .close()
          .text("prk:parkingSiteStatus", free == 0 ? "full" : "spacesAvailable")
          .close();
    }
    return text.bytes();
  }

  private List<Integer> own() {
    List<Integer> own = new ArrayList<>();
    for (int park = 0; park < parks.count(); park++) {
      if (parks.ids().get(park).startsWith(feed + ":") && parks.capacities()[park] >= 0) {
        own.add(park);
      }
    }
    return own;
  }

  private String local(int park) {
    return parks.ids().get(park).substring(feed.length() + 1);
  }
}
