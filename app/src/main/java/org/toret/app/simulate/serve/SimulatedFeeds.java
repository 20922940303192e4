package org.toret.app.simulate.serve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.toret.app.simulate.Simulation;
import org.toret.app.simulate.feed.GbfsFeed;
import org.toret.app.simulate.feed.ParkingFeed;
import org.toret.app.simulate.feed.RealtimeFeed;
import org.toret.app.simulate.feed.RealtimeFeed.Part;
import org.toret.app.simulate.feed.RoadFeed;
import org.toret.app.simulate.feed.TrafficFeed;

/// Every feed of a simulated city: what there is depends on what the city has.
final class SimulatedFeeds {

  private static final int RUNS_SECONDS = 10;
  private static final int ALERTS_SECONDS = 60;
  private static final int SHARING_SECONDS = 30;
  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";
  private static final String XML = "application/xml";

  private SimulatedFeeds() {}

  /// @param address where the feeds are served, ending in a slash: GBFS names its files by it
  static List<SimulatedFeed> of(Simulation simulation, String address) {
    List<SimulatedFeed> feeds = new ArrayList<>();
    timetables(simulation, feeds);
    for (int system = 0; system < simulation.city().sharing().systems().count(); system++) {
      sharing(simulation, system, address, feeds);
    }
    for (String feed : simulation.parkingFeeds()) {
      ParkingFeed parking = new ParkingFeed(simulation, feed);
      int every = ParkingFeed.PERIOD_SECONDS;
      String path = "parking/" + feed + "/";
      feeds.add(
          new SimulatedFeed(
              path + "parking.json", "Car parks, after ParkAPI", JSON, every, parking::json));
      feeds.add(
          new SimulatedFeed(path + "pk.xml", "Car parks, after 5T", XML, every, parking::fiveT));
      feeds.add(
          new SimulatedFeed(
              path + "datex.xml", "Car parks, DATEX II 3", XML, every, parking::datex));
    }
    if (!simulation.traffic(0).isEmpty()) {
      TrafficFeed traffic = new TrafficFeed(simulation);
      int every = TrafficFeed.PERIOD_SECONDS;
      feeds.add(
          new SimulatedFeed(
              "traffic/fdt.xml", "Traffic at detectors, after 5T", XML, every, traffic::fiveT));
      RoadFeed roads = new RoadFeed(simulation);
      feeds.add(
          new SimulatedFeed(
              "traffic/datex-sites.xml", "Detectors, DATEX II 3", XML, every, roads::sites));
      feeds.add(
          new SimulatedFeed(
              "traffic/datex-measured.xml",
              "Traffic at detectors, DATEX II 3",
              XML,
              every,
              roads::measured));
      feeds.add(
          new SimulatedFeed(
              "traffic/datex-situations.xml",
              "Closed streets and slow traffic, DATEX II 3",
              XML,
              every,
              roads::situations));
    }
    return List.copyOf(feeds);
  }

  private static void timetables(Simulation simulation, List<SimulatedFeed> feeds) {
    var ids = simulation.city().timetable().feeds().ids();
    for (int feed = 0; feed < ids.size(); feed++) {
      RealtimeFeed realtime = new RealtimeFeed(simulation, feed);
      String path = "gtfs-rt/" + ids.get(feed) + "/";
      for (Part part : Part.values()) {
        String name = part.name().toLowerCase(java.util.Locale.ROOT);
        feeds.add(
            new SimulatedFeed(
                path + name.replace('_', '-') + ".pb",
                "GTFS-Realtime, " + name.replace('_', ' '),
                PROTOBUF,
                seconds(part),
                at -> realtime.at(at, EnumSet.of(part)).toByteArray()));
      }
    }
  }

  private static int seconds(Part part) {
    return switch (part) {
      case TRIP_UPDATES, VEHICLE_POSITIONS -> RUNS_SECONDS;
      case ALERTS, TRIP_MODIFICATIONS -> ALERTS_SECONDS;
    };
  }

  private static void sharing(
      Simulation simulation, int system, String address, List<SimulatedFeed> feeds) {
    GbfsFeed gbfs = new GbfsFeed(simulation, system);
    String path = "gbfs/" + simulation.city().sharing().systems().ids().get(system) + "/";
    feeds.add(
        new SimulatedFeed(
            path + "gbfs.json",
            "GBFS 3.0, where the files are",
            JSON,
            SHARING_SECONDS,
            at -> gbfs.directory(at, address + path)));
    for (String file : gbfs.files()) {
      feeds.add(
          new SimulatedFeed(
              path + file + ".json",
              "GBFS 3.0, " + file,
              JSON,
              SHARING_SECONDS,
              at -> gbfs.file(file, at)));
    }
  }
}
