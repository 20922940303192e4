package org.toret.app.city;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.toret.app.data.Source;
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

  /// What the roads are under.
  record Roads(StreetNetwork streets, AccessZones zones, CarParks parks) {}

  /// @param parks holds those of the map already
  Roads run(StreetNetwork streets, CarParksBuilder parks) {
    AccessZonesBuilder zones = new AccessZonesBuilder();
    for (SourceKind kind : List.of(SourceKind.FIVE_T, SourceKind.DATEX2, SourceKind.PARKING)) {
      for (Inputs.Input input : inputs.list(kind)) {
        read(input.source(), parks, zones, notices);
      }
    }
    OsmAccess.add(streets, zones, notices);
    return new Roads(streets, told(zones.build(streets)), told(parks.build()));
  }

  /// Reads one file of these kinds, others not at all.
  static void read(
      Source source, CarParksBuilder parks, AccessZonesBuilder zones, Notices notices) {
    switch (source.kind()) {
      case FIVE_T -> {
        FiveT.parks(source.id(), source.path(), parks, notices);
        FiveT.zones(source.id(), source.path(), zones, notices);
      }
      case DATEX2 -> {
        ParkingTables.parks(source.id(), source.path(), parks, notices);
        ControlledZones.read(source.id(), source.path(), zones, notices);
      }
      case PARKING -> ParkingJson.parks(source.id(), source.path(), parks, notices);
      default -> {}
    }
  }

  private AccessZones told(AccessZones zones) {
    if (!zones.regimes().isEmpty()) {
      int edges = zones.edges().values().length;
      notices.add(
          Notice.of("zones_read", Severity.INFO, Place.ofFeed(""), zones.regimes().size(), edges));
    }
    return zones;
  }

  private CarParks told(CarParks parks) {
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
