package org.toret.app.city;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.app.data.Source;
import org.toret.app.data.SourceKind;
import org.toret.app.search.FoundPlace;
import org.toret.app.search.PlaceCollector;
import org.toret.app.search.PlaceIndexWriter;
import org.toret.app.stops.StopUse;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleTable;
import org.toret.feeds.gtfs.fares.GtfsFares;
import org.toret.network.City;
import org.toret.network.CityInfo;
import org.toret.network.fare.FareRules;
import org.toret.network.flex.OnDemand;
import org.toret.network.flex.OnDemandBuilder;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.sharing.Sharing;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;
import org.toret.router.fare.DriveCosts;
import org.toret.router.fare.FareCalendar;
import org.toret.router.fare.FareEngine;
import org.toret.router.path.StreetRouter;
import org.toret.router.toll.Tolls;
import org.toret.router.transfer.StopReaches;
import org.toret.router.transfer.TransferCompiler;
import org.toret.router.walk.TimetableSites;

/// Compiles published files into one city image and stores it.
///
/// Interrupted at any point it leaves nothing behind that would be read. Every fault of the files
/// is a notice, kept with the image.
public final class CityCompiler {

  /// Raise it with any change of how the same files are compiled.
  public static final int VERSION = 19;

  /// Folder of the place index beside the image.
  public static final String PLACES = "places";

  /// Longest walk between two vehicles: a quarter of an hour at the reference speed.

  private final ImageStore store;

  private final Clock clock;

  public CityCompiler(ImageStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Compiles and stores. Refused as `city_unusable` when no timetable and no street can be used,
  /// or `state_unwritable`.
  public Outcome<StoredCity> compile(Inputs inputs, CityProgress progress) {
    Notices notices = new Notices();
    notices.addAll(inputs.folder().notices());
    OnDemandBuilder rides = new OnDemandBuilder();
    Timetable timetable = new TimetableStep(inputs, clock, notices, progress).run(rides);
    CarParksBuilder parks = new CarParksBuilder();
    StreetNetwork streets = new StreetStep(inputs, parks, notices, progress).run();
    if (timetable.patterns().count() == 0 && streets.isEmpty()) {
      return Outcome.refused("city_unusable", inputs.folder().root());
    }
    Sharing sharing = new SharingStep(inputs, notices).run();
    RoadStep.Roads roads = new RoadStep(inputs, notices).run(streets, parks);
    CityInfo info = new CityInfoStep(inputs, notices).info(timetable, streets, sharing);
    FareRules fares = GtfsFares.read(timetable, paths(inputs), notices);
    List<RuleTable> rules = CityRules.read(inputs.folder(), notices);
    BikeCarriage.complete(timetable, rules, notices);
    City city = city(info, timetable, roads, fares, sharing, rides.build(), notices, progress);
    LocalDate today = LocalDate.ofInstant(clock.instant(), info.zone());
    FareCalendar prices =
        FareCalendar.of(city, new FareEngine(fares), DriveCosts.tables().with(rules));
    notices.addAll(prices.check(today));
    prices.on(today).listPriced().forEach(feed -> notices.remove("no_fares", feed));
    Tolls.of(city, RuleBook.of(rules)).check().forEach(notices::add);
    progress.at(CityProgress.Stage.PLACES, 0, "");
    List<FoundPlace> places =
        new PlaceCollector(timetable, streets, StopUse.of(timetable)).collect();
    progress.at(CityProgress.Stage.WRITE, 0, "");
    return save(city, about(inputs, info, notices), places);
  }

  private static City city(
      CityInfo info,
      Timetable timetable,
      RoadStep.Roads roads,
      FareRules fares,
      Sharing sharing,
      OnDemand onDemand,
      Notices notices,
      CityProgress progress) {
    progress.at(CityProgress.Stage.TRANSFERS, 0, "");
    StreetNetwork streets = roads.streets();
    StreetRouter router =
        StreetRouter.of(streets, TimetableSites.of(timetable.stops(), timetable.pathways()));
    var walks = router.walkTransfers(StopReaches.METRES);
    progress.at(CityProgress.Stage.TRANSFERS, 0.8, "");
    if (!streets.isEmpty()) {
      router.report(notices);
    }
    Transfers all = new TransferCompiler(timetable).compile(walks, false);
    Transfers stepFree = new TransferCompiler(timetable).compile(walks, true);
    return new City(
        info,
        timetable,
        streets,
        all,
        stepFree,
        fares,
        sharing,
        onDemand,
        roads.zones(),
        roads.parks());
  }

  private static Map<String, Path> paths(Inputs inputs) {
    Map<String, Path> paths = new HashMap<>();
    for (Inputs.Input input : inputs.list(SourceKind.GTFS)) {
      paths.put(input.source().id(), input.source().path());
    }
    return paths;
  }

  private Outcome<StoredCity> save(City city, About about, List<FoundPlace> places) {
    try {
      return Outcome.done(
          store.save(
              about,
              city.image(),
              folder -> {
                Path index = folder.resolve(PLACES);
                PlaceIndexWriter.write(index, places);
              }));
    } catch (IOException e) {
      return Outcome.refused("state_unwritable", store.folder(about.inputHash()), e);
    }
  }

  private About about(Inputs inputs, CityInfo info, Notices notices) {
    List<About.SourceFacts> sources = inputs.list().stream().map(CityCompiler::facts).toList();
    return new About(
        inputs.hash(),
        info.name(),
        info.zone().getId(),
        info.languages(),
        info.demo(),
        clock.instant().toString(),
        sources,
        notices.listAll());
  }

  private static About.SourceFacts facts(Inputs.Input input) {
    Source source = input.source();
    SourceKind kind = source.kind();
    return new About.SourceFacts(
        kind.id(), source.id(), source.name(), input.bytes(), input.sha256());
  }
}
