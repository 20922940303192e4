package org.toret.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.network.timetable.ServiceCalendar;
import org.toret.network.timetable.Timetable;
import org.toret.router.journey.CityEngine;

/// A seeded set of questions to a city: pairs of points near stops that are served, on the busiest
/// day of the timetable. The same seed and city always give the same questions.
///
/// @param at the instant asked about
record Questions(List<GeoPoint> from, List<GeoPoint> to, Instant at) {

  private static final double JITTER_DEGREES = 0.002;

  int count() {
    return from.size();
  }

  static Questions of(CityEngine engine, int count, long seed, LocalTime time) {
    Timetable timetable = engine.city().timetable();
    int[] served =
        Arrays.stream(timetable.patterns().nodes())
            .map(node -> timetable.nodes().stops()[node])
            .distinct()
            .sorted()
            .toArray();
    Random random = new Random(seed);
    List<GeoPoint> from = new ArrayList<>();
    List<GeoPoint> to = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      from.add(near(engine, served[random.nextInt(served.length)], random));
      to.add(near(engine, served[random.nextInt(served.length)], random));
    }
    LocalDate date = busiest(engine);
    return new Questions(from, to, date.atTime(time).atZone(engine.schedule().zone()).toInstant());
  }

  /// A point near a stop and inside the city, which may end at its outermost stops.
  private static GeoPoint near(CityEngine engine, int stop, Random random) {
    GeoPoint point = engine.city().timetable().stops().point(stop);
    BoundingBox city = engine.city().info().bounds();
    double lat = point.lat() + (random.nextDouble() - 0.5) * JITTER_DEGREES;
    double lon = point.lon() + (random.nextDouble() - 0.5) * JITTER_DEGREES;
    return new GeoPoint(
        Math.clamp(lat, city.south(), city.north()), Math.clamp(lon, city.west(), city.east()));
  }

  /// The first of the days with most trips.
  private static LocalDate busiest(CityEngine engine) {
    Timetable timetable = engine.city().timetable();
    ServiceCalendar calendar = timetable.calendar();
    Map<Integer, Integer> tripsOfService = new HashMap<>();
    for (int service : timetable.trips().services()) {
      tripsOfService.merge(service, 1, Integer::sum);
    }
    int best = calendar.firstDay();
    int most = -1;
    for (int day = best; day < calendar.firstDay() + calendar.days(); day++) {
      int trips = 0;
      for (Map.Entry<Integer, Integer> service : tripsOfService.entrySet()) {
        trips += calendar.runs(service.getKey(), day) ? service.getValue() : 0;
      }
      if (trips > most) {
        most = trips;
        best = day;
      }
    }
    return LocalDate.ofEpochDay(best);
  }
}
