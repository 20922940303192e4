package org.toret.app.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.toret.app.answer.StopView;
import org.toret.app.keep.OpenCity;
import org.toret.app.search.FoundPlace;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.board.Teller;
import org.toret.mobility.plan.Leg;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Stops;

/// Finds stops of one city near a point or by name, and tells them in one language.
final class StopFinder {

  private final OpenCity city;
  private final Stops stops;
  private final Teller teller;

  StopFinder(OpenCity city, String language) {
    this.city = city;
    this.stops = city.timetable().stops();
    this.teller = city.teller(language);
  }

  /// Stops at which something calls, nearest first.
  List<StopView> near(GeoPoint point, double withinMetres, int most) {
    List<Integer> found = new ArrayList<>();
    city.stopsNear()
        .within(
            point,
            withinMetres,
            stop -> {
              if (city.use().calls()[stop] > 0 && stops.kinds()[stop] != Stops.STATION) {
                found.add(stop);
              }
            });
    return found.stream()
        .sorted(Comparator.comparingDouble(stop -> metres(point, stop)))
        .limit(most)
        .map(stop -> view(stop, (int) Math.round(metres(point, stop))))
        .toList();
  }

  /// What answers a text, best first.
  List<StopView> named(String text, int most, Optional<GeoPoint> near) {
    return city.places().find(text, most, near).stream().map(place -> view(place, near)).toList();
  }

  /// One stop or station.
  StopView stop(int stop) {
    return view(stop, null);
  }

  private StopView view(int stop, @Nullable Integer metres) {
    GeoPoint point = stops.point(stop);
    int station = stops.station(stop);
    return new StopView(
        kind(stop),
        stops.ids().get(stop),
        teller.spot(stop).name(),
        null,
        point.lat(),
        point.lon(),
        metres,
        orNull(stops.codes().get(stop)),
        orNull(stops.platforms().get(stop)),
        station == stop ? null : stops.ids().get(station),
        wheelchair(stop),
        city.use().modesOf(stop).stream().map(Mode::id).toList(),
        lines(stop));
  }

  private StopView view(FoundPlace place, Optional<GeoPoint> near) {
    Integer metres =
        near.map(point ->
                (int)
                    Math.round(Distance.metres(point.lat(), point.lon(), place.lat(), place.lon())))
            .orElse(null);
    OptionalInt stop = city.directory().findStop(place.id());
    boolean known = stop.isPresent();
    return new StopView(
        place.kind().id(),
        orNull(place.id()),
        known ? teller.spot(stop.getAsInt()).name() : place.name(),
        orNull(place.municipality()),
        place.lat(),
        place.lon(),
        metres,
        known ? orNull(stops.codes().get(stop.getAsInt())) : null,
        null,
        null,
        known ? wheelchair(stop.getAsInt()) : null,
        place.modes(),
        known ? lines(stop.getAsInt()) : List.of());
  }

  private List<Leg.Line> lines(int stop) {
    List<Leg.Line> lines = new ArrayList<>();
    for (int i = city.use().routes().start(stop); i < city.use().routes().end(stop); i++) {
      lines.add(teller.line(city.use().routes().values()[i]));
    }
    return lines;
  }

  private String kind(int stop) {
    return switch (stops.kinds()[stop]) {
      case Stops.STATION -> "station";
      case Stops.ENTRANCE -> "entrance";
      default -> "stop";
    };
  }

  private @Nullable String wheelchair(int stop) {
    return switch (stops.wheelchair()[stop]) {
      case 1 -> "yes";
      case 2 -> "no";
      default -> null;
    };
  }

  private double metres(GeoPoint point, int stop) {
    return Distance.metresE7(
        point.latE7(), point.lonE7(), stops.latsE7()[stop], stops.lonsE7()[stop]);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
