package org.toret.app.city;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.app.data.SourceKind;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.feeds.elevation.ElevationModel;
import org.toret.feeds.elevation.GeoTiff;
import org.toret.feeds.osm.OsmImport;
import org.toret.network.street.StreetNetwork;

/// Reads the street map of a city, with heights where there is a model. Of several extracts the
/// largest is used.
final class StreetStep {

  private final Inputs inputs;
  private final Notices notices;
  private final CityProgress progress;

  StreetStep(Inputs inputs, Notices notices, CityProgress progress) {
    this.inputs = inputs;
    this.notices = notices;
    this.progress = progress;
  }

  StreetNetwork run() {
    List<Inputs.Input> extracts = largestFirst(SourceKind.OSM);
    if (extracts.isEmpty()) {
      notices.add(Notice.of("no_streets", Severity.WARNING, Place.ofFeed("")));
      return StreetNetwork.EMPTY;
    }
    Inputs.Input extract = extracts.getFirst();
    String name = extract.source().name();
    Outcome<StreetNetwork> outcome =
        OsmImport.read(
            extract.source().path(),
            elevation(),
            notices,
            (step, share) -> progress.at(CityProgress.Stage.STREETS, share, name));
    return switch (outcome) {
      case Outcome.Done<StreetNetwork>(StreetNetwork streets) -> streets;
      case Outcome.Refused<StreetNetwork>(String code, List<String> args) -> {
        notices.add(new Notice(code, Severity.ERROR, Place.ofFile("", name), args));
        yield StreetNetwork.EMPTY;
      }
    };
  }

  private @Nullable ElevationModel elevation() {
    List<Inputs.Input> models = largestFirst(SourceKind.ELEVATION);
    if (models.isEmpty()) {
      return null;
    }
    Inputs.Input model = models.getFirst();
    return switch (GeoTiff.read(model.source().path())) {
      case Outcome.Done<ElevationModel>(ElevationModel heights) -> heights;
      case Outcome.Refused<ElevationModel>(String code, List<String> args) -> {
        Place place = Place.ofFile("", model.source().name());
        notices.add(new Notice(code, Severity.ERROR, place, args));
        yield null;
      }
    };
  }

  private List<Inputs.Input> largestFirst(SourceKind kind) {
    List<Inputs.Input> sorted =
        inputs.list(kind).stream()
            .sorted(Comparator.comparingLong(Inputs.Input::bytes).reversed())
            .toList();
    sorted.stream()
        .skip(1)
        .forEach(other -> {
          String name = other.source().name();
          notices.add(
              Notice.of(
                  "only_one_used",
                  Severity.WARNING,
                  Place.ofFile("", name),
                  name,
                  sorted.getFirst().source().name()));
        });
    return sorted;
  }
}
