package org.toret.app.simulate.feed;

import com.google.transit.realtime.GtfsRealtime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.toret.app.simulate.DetouredTrips;
import org.toret.app.simulate.DetouredTrips.Stretch;
import org.toret.app.simulate.RunNow;
import org.toret.app.simulate.Simulation;
import org.toret.app.simulate.closure.Instead;
import org.toret.app.simulate.closure.WayRound;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Polyline;
import org.toret.base.notice.Messages;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Shapes;
import org.toret.network.timetable.Timetable;

/// Writes the detours of a feed as `Shape`, `Stop` and `TripModifications`, by the numbers of their
/// fields, and what is known of runs on them.
///
/// Each pattern has its own line and modifications, since calls go by its numbers. Between calls
/// that are made as published the line is the published one, straight where there is none.
final class DetourEntities {

  private static final List<Locale> LANGUAGES = List.of(Locale.ITALIAN, Locale.ENGLISH);

  private final Messages texts;
  private final Timetable timetable;
  private final FeedNames names;
  private final List<DetouredTrips> detours;

  /// The id of the stop at each place where there is one instead of a published one.
  private final Map<Temporary, String> stops = new HashMap<>();

  /// A stop for a time: in place of which, and where.
  private record Temporary(int stop, GeoPoint point) {}

  DetourEntities(Simulation simulation, int feed, long epochSecond, Messages texts) {
    this.texts = texts;
    this.timetable = simulation.city().timetable();
    this.names = new FeedNames(timetable);
    this.detours = simulation.detours(feed, epochSecond);
    Map<Integer, Integer> many = new HashMap<>();
    for (DetouredTrips detour : detours) {
      for (Stretch stretch : detour.stretches()) {
        for (Instead instead : stretch.way().instead()) {
          int stop = timetable.stop(detour.pattern(), instead.call());
          stops.computeIfAbsent(
              new Temporary(stop, instead.point()),
              fresh ->
                  "instead-%s-%d".formatted(names.stop(stop), many.merge(stop, 1, Integer::sum)));
        }
      }
    }
  }

  private String stopId(int pattern, Instead instead) {
    Temporary place = new Temporary(timetable.stop(pattern, instead.call()), instead.point());
    return Objects.requireNonNull(stops.get(place));
  }

  /// The detours, with their lines and stops.
  void write(GtfsRealtime.FeedMessage.Builder message) {
    Set<String> written = new LinkedHashSet<>();
    for (DetouredTrips detour : detours) {
      String shape = "shape-" + detour.id();
      add(
          message,
          shape,
          6,
          new WireFields().text(1, shape).text(2, Polyline.encode(line(detour))));
      for (Stretch stretch : detour.stretches()) {
        for (Instead instead : stretch.way().instead()) {
          String id = stopId(detour.pattern(), instead);
          if (written.add(id)) {
            add(
                message,
                "stop-" + id,
                7,
                stop(id, timetable.stop(detour.pattern(), instead.call()), instead));
          }
        }
      }
      add(message, detour.id(), 8, modifications(detour, shape));
    }
  }

  private static void add(
      GtfsRealtime.FeedMessage.Builder message, String id, int field, WireFields fields) {
    message
        .addEntityBuilder()
        .setId(id)
        .setUnknownFields(new WireFields().message(field, fields).done());
  }

  private WireFields stop(String id, int published, Instead instead) {
    WireFields name = new WireFields();
    for (Locale language : LANGUAGES) {
      List<String> args = List.of(timetable.stops().names().get(published));
      name.message(
          1,
          new WireFields()
              .text(1, texts.text(language, "stop_instead", args))
              .text(2, language.getLanguage()));
    }
    return new WireFields()
        .text(1, id)
        .message(3, name)
        .real(6, instead.point().lat())
        .real(7, instead.point().lon());
  }

  private WireFields modifications(DetouredTrips detour, String shape) {
    WireFields trips = new WireFields();
    Set<String> ids = new LinkedHashSet<>();
    detour.trips().forEach(trip -> ids.add(names.trip(trip)));
    ids.forEach(id -> trips.text(1, id));
    WireFields told = new WireFields().message(1, trips.text(2, shape));
    detour.trips().stream()
        .map(names::start)
        .filter(start -> !start.isEmpty())
        .forEach(start -> told.text(2, start));
    told.text(3, date(detour));
    detour.stretches().forEach(stretch -> told.message(4, modification(detour, stretch)));
    return told;
  }

  private WireFields modification(DetouredTrips detour, Stretch stretch) {
    WayRound way = stretch.way();
    boolean leavesOut = way.after() > way.before() + 1;
    WireFields told = new WireFields().message(1, selector(way.pattern(), way.before() + 1));
    if (leavesOut) {
      told.message(2, selector(way.pattern(), way.after() - 1));
    }
    told.number(3, way.delaySeconds());
    for (int i = 0; i < way.instead().size(); i++) {
      told.message(
          4,
          new WireFields()
              .number(1, stretch.travelSeconds().get(i))
              .text(2, stopId(way.pattern(), way.instead().get(i))));
    }
    int route = timetable.patterns().routes()[detour.pattern()];
    return told.text(5, "alert-" + stretch.closure() + "-" + names.route(route));
  }

  private WireFields selector(int pattern, int call) {
    Patterns patterns = timetable.patterns();
    int sequence = patterns.sequences()[patterns.stopOffsets()[pattern] + call];
    return new WireFields().number(1, sequence).text(2, names.stop(pattern, call));
  }

  private static String date(DetouredTrips detour) {
    return detour.date().toString().replace("-", "");
  }

  private List<GeoPoint> line(DetouredTrips detour) {
    List<GeoPoint> line = new ArrayList<>();
    int call = 0;
    for (Stretch stretch : detour.stretches()) {
      published(detour.pattern(), call, stretch.way().before(), line);
      line.addAll(stretch.way().line());
      call = stretch.way().after();
    }
    published(detour.pattern(), call, timetable.patterns().length(detour.pattern()) - 1, line);
    return line;
  }

  private void published(int pattern, int from, int to, List<GeoPoint> line) {
    Shapes shapes = timetable.shapes();
    int shape = timetable.patterns().shapes()[pattern];
    int calls = timetable.patterns().stopOffsets()[pattern];
    int first = shape < 0 ? -1 : shapes.callPoints()[calls + from];
    int last = shape < 0 ? -1 : shapes.callPoints()[calls + to];
    if (first >= 0 && last > first) {
      line.addAll(shapes.line(shape, first, last));
    } else {
      for (int call = from; call <= to; call++) {
        line.add(timetable.stops().point(timetable.stop(pattern, call)));
      }
    }
  }

  /// Writes what is foreseen of a run on its detour: calls are numbered from 1.
  void update(RunNow run, DetouredTrips detour, GtfsRealtime.TripUpdate.Builder update) {
    WireFields selector = new WireFields().text(1, detour.id()).text(2, names.trip(run.trip()));
    String start = names.start(run.trip());
    if (!start.isEmpty()) {
      selector.text(3, start);
    }
    update
        .getTripBuilder()
        .setUnknownFields(new WireFields().message(7, selector.text(4, date(detour))).done());
    int number = 0;
    for (int call = 0; call < run.length(); call++) {
      Planned planned = planned(run, detour, call);
      number += planned.made() ? 1 : 0;
      if (planned.made() && call >= run.passed()) {
        int later = run.delays()[call];
        long arrival = run.scheduledArrivals()[call] + later;
        long departure = planned.instead() ? arrival : run.scheduledDepartures()[call] + later;
        GtfsRealtime.TripUpdate.StopTimeUpdate.Builder told =
            update.addStopTimeUpdateBuilder().setStopSequence(number).setStopId(planned.stop());
        int delay = (int) (arrival - planned.arrival());
        told.getArrivalBuilder().setDelay(delay).setTime(arrival);
        told.getDepartureBuilder().setDelay(delay).setTime(departure);
      }
    }
  }

  /// A call of a run led elsewhere.
  ///
  /// @param arrival epoch second, as planned on the detour
  /// @param stop id, empty where the call is not made
  private record Planned(boolean instead, String stop, long arrival) {

    boolean made() {
      return !stop.isEmpty();
    }
  }

  private Planned planned(RunNow run, DetouredTrips detour, int call) {
    long later = 0;
    for (Stretch stretch : detour.stretches()) {
      WayRound way = stretch.way();
      if (way.leavesOut(call)) {
        for (int i = 0; i < way.instead().size(); i++) {
          if (way.instead().get(i).call() == call) {
            long reference = run.scheduledArrivals()[way.before()] + later;
            String stop = stopId(run.pattern(), way.instead().get(i));
            return new Planned(true, stop, reference + stretch.travelSeconds().get(i));
          }
        }
        return new Planned(false, "", 0);
      }
      later += call >= way.after() ? way.delaySeconds() : 0;
    }
    String stop = names.stop(run.pattern(), call);
    return new Planned(false, stop, run.scheduledArrivals()[call] + later);
  }
}
