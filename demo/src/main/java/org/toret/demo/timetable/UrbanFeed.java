package org.toret.demo.timetable;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.toret.demo.gtfs.FeedFile;
import org.toret.demo.plane.Spot;
import org.toret.demo.street.StreetMap;
import org.toret.demo.table.Tables;

/// The feed of metro, trams, buses and rack tramway.
public final class UrbanFeed {

  private static final List<String> FARES =
      List.of(
          "agency.txt",
          "levels.txt",
          "fare_media.txt",
          "rider_categories.txt",
          "networks.txt",
          "fare_products.txt",
          "fare_leg_rules.txt",
          "fare_transfer_rules.txt");

  private UrbanFeed() {}

  public static FeedFile of(StreetMap map, String version) {
    FeedFile feed = new FeedFile();
    for (String file : FARES) {
      feed.text(file, Tables.text("gtt/" + file));
    }
    Service.write(feed, EnumSet.allOf(Service.class));
    FeedInfo.write(feed, version);
    Stops stops = new Stops(feed);
    Routes routes = new Routes(feed, "gtt-demo");
    Trips trips = new Trips(feed);
    routes.translate("agency", "agency_name", "gtt-demo", FeedInfo.PUBLISHER_EN);
    routes.translateFeed("feed_publisher_name", FeedInfo.PUBLISHER_EN);
    Map<String, Spot> stations = new Metro(feed, stops, routes, trips).write();
    Map<String, Spot> poles = new Surface(new StreetRoutes(map), stops, routes, trips).write();
    Links.metro(feed, stations, poles);
    Links.special(feed, poles);
    return feed;
  }
}
