package org.toret.app.city;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.app.data.SourceKind;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.feeds.elevation.ElevationModel;
import org.toret.feeds.elevation.GeoTiff;
import org.toret.feeds.osm.OsmImport;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.street.StreetNetwork;
import org.toret.router.hierarchy.NestedDissection;

/// Reads the street maps of a city as one, with heights where there are models of the ground. What
/// several extracts have in common is taken once, from the largest; a file that is the same as
/// another is left out. Where height models overlap, the finer one tells. The streets come ordered
/// by importance.
final class StreetStep {

  private final Inputs inputs;
  private final CarParksBuilder parks;
  private final Notices notices;
  private final CityProgress progress;

  /// @param parks gets the car parks of the maps
  StreetStep(Inputs inputs, CarParksBuilder parks, Notices notices, CityProgress progress) {
    this.inputs = inputs;
    this.parks = parks;
    this.notices = notices;
    this.progress = progress;
  }

  StreetNetwork run() {
    List<Inputs.Input> extracts = distinct(SourceKind.OSM);
    if (extracts.isEmpty()) {
      notices.add(Notice.of("no_streets", Severity.WARNING, Place.ofFeed("")));
      return StreetNetwork.EMPTY;
    }
    List<Path> files = extracts.stream().map(extract -> extract.source().path()).toList();
    String name = extracts.getFirst().source().name();
    Outcome<StreetNetwork> outcome =
        OsmImport.read(
            files,
            heights(),
            parks,
            notices,
            (step, share) -> progress.at(CityProgress.Stage.STREETS, share, name));
    return switch (outcome) {
      case Outcome.Done<StreetNetwork>(StreetNetwork streets) -> NestedDissection.ordered(streets);
      case Outcome.Refused<StreetNetwork>(String code, List<String> args) -> {
        notices.add(new Notice(code, Severity.ERROR, Place.ofFile("", name), args));
        yield StreetNetwork.EMPTY;
      }
    };
  }

  private Heights heights() {
    List<ElevationModel> models = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Inputs.Input model : distinct(SourceKind.ELEVATION)) {
      String name = model.source().name();
      switch (GeoTiff.read(model.source().path())) {
        case Outcome.Done<ElevationModel>(ElevationModel heights) -> {
          models.add(heights);
          names.add(name);
        }
        case Outcome.Refused<ElevationModel>(String code, List<String> args) ->
            notices.add(new Notice(code, Severity.ERROR, Place.ofFile("", name), args));
      }
    }
    if (models.size() > 1) {
      Place place = Place.ofFile("", names.getFirst());
      notices.add(
          Notice.of(
              "heights_joined", Severity.INFO, place, models.size(), String.join(", ", names)));
    }
    models.sort(Comparator.comparingDouble(ElevationModel::stepDegrees));
    return Heights.firstOf(models);
  }

  /// The files of a kind, the largest first, without those whose content another has already.
  private List<Inputs.Input> distinct(SourceKind kind) {
    List<Inputs.Input> sorted =
        inputs.list(kind).stream()
            .sorted(Comparator.comparingLong(Inputs.Input::bytes).reversed())
            .toList();
    Map<String, Inputs.Input> byContent = new HashMap<>();
    List<Inputs.Input> distinct = new ArrayList<>();
    for (Inputs.Input input : sorted) {
      Inputs.Input same = byContent.putIfAbsent(input.sha256(), input);
      if (same == null) {
        distinct.add(input);
      } else {
        String name = input.source().name();
        Place place = Place.ofFile("", name);
        notices.add(Notice.of("same_file", Severity.INFO, place, name, same.source().name()));
      }
    }
    return distinct;
  }
}
