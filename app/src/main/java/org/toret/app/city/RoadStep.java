package org.toret.app.city;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.toret.app.data.SourceKind;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.feeds.datex.ControlledZones;
import org.toret.feeds.datex.ParkingTables;
import org.toret.feeds.fivet.FiveT;
import org.toret.feeds.osm.OsmAccess;
import org.toret.feeds.parking.ParkingJson;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.parking.ParkingState;
import org.toret.network.street.StreetNetwork;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.AccessZonesBuilder;

/// Reads what the roads of a city are under: where cars may not always enter, and where they can be
/// left.
public final class RoadStep {

  private final Inputs inputs;
  private final Notices notices;

  RoadStep(Inputs inputs, Notices notices) {
    this.inputs = inputs;
    this.notices = notices;
  }

  /// Zones of files, and what the map says of single streets.
  AccessZones zones(StreetNetwork streets) {
    AccessZonesBuilder builder = new AccessZonesBuilder();
    for (Inputs.Input input : inputs.list(SourceKind.FIVE_T)) {
      FiveT.zones(input.source().id(), input.source().path(), builder, notices);
    }
    for (Inputs.Input input : inputs.list(SourceKind.DATEX2)) {
      ControlledZones.read(input.source().id(), input.source().path(), builder, notices);
    }
    OsmAccess.add(streets, builder, notices);
    AccessZones zones = builder.build(streets);
    if (!zones.regimes().isEmpty()) {
      int edges = zones.edges().values().length;
      notices.add(
          Notice.of("zones_read", Severity.INFO, Place.ofFeed(""), zones.regimes().size(), edges));
    }
    return zones;
  }

  /// @param builder holds those of the map already
  CarParks parks(CarParksBuilder builder) {
    for (Inputs.Input input : inputs.list(SourceKind.FIVE_T)) {
      FiveT.parks(input.source().id(), input.source().path(), builder, notices);
    }
    for (Inputs.Input input : inputs.list(SourceKind.DATEX2)) {
      ParkingTables.parks(input.source().id(), input.source().path(), builder, notices);
    }
    for (Inputs.Input input : inputs.list(SourceKind.PARKING)) {
      ParkingJson.parks(input.source().id(), input.source().path(), builder, notices);
    }
    CarParks parks = builder.build();
    if (parks.count() > 0) {
      notices.add(Notice.of("parks_read", Severity.INFO, Place.ofFeed(""), parks.count()));
    }
    return parks;
  }

  /// What the files in the folder say is free, whenever that was.
  public static ParkingState parking(Inputs inputs, CarParks parks, Notices notices) {
    List<String> feeds = inputs.list().stream().map(input -> input.source().id()).toList();
    List<ParkingState.News> news = new ArrayList<>();
    for (Inputs.Input input : inputs.list()) {
      String feed = input.source().id();
      Path file = input.source().path();
      switch (input.source().kind()) {
        case FIVE_T -> news.addAll(FiveT.state(feed, file, parks, notices));
        case DATEX2 -> news.addAll(ParkingTables.state(feed, file, feeds, parks, notices));
        case PARKING -> news.addAll(ParkingJson.state(feed, file, parks, notices));
        default -> {}
      }
    }
    return ParkingState.unknown(parks).with(news);
  }
}
