package org.toret.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.toret.base.geo.GeoPoint;
import org.toret.network.timetable.Timetable;
import org.toret.router.journey.CityEngine;
import org.toret.router.raptor.DayTimetable;

/// A seeded set of questions to a city: pairs of points near stops that are served, on the busiest
/// of the first weeks' days on which every feed is valid. The same seed and city always give the
/// same questions.
///
/// @param at the instant asked about
record Questions(List<GeoPoint> from, List<GeoPoint> to, Instant at) {

  private static final int DAYS_LOOKED_AT = 28;
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
      from.add(near(timetable, served[random.nextInt(served.length)], random));
      to.add(near(timetable, served[random.nextInt(served.length)], random));
    }
    LocalDate date = busiest(engine);
    return new Questions(from, to, date.atTime(time).atZone(engine.schedule().zone()).toInstant());
  }

  private static GeoPoint near(Timetable timetable, int stop, Random random) {
    GeoPoint point = timetable.stops().point(stop);
    return new GeoPoint(
        point.lat() + (random.nextDouble() - 0.5) * JITTER_DEGREES,
        point.lon() + (random.nextDouble() - 0.5) * JITTER_DEGREES);
  }

  private static LocalDate busiest(CityEngine engine) {
    int[] begins = engine.city().timetable().feeds().firstDays();
    int last = Arrays.stream(begins).max().orElse(0);
    LocalDate first = LocalDate.ofEpochDay(last);
    LocalDate best = first;
    int most = -1;
    for (int i = 0; i < DAYS_LOOKED_AT; i++) {
      DayTimetable day = DayTimetable.of(engine.city().timetable(), first.plusDays(i));
      if (day.trips().length > most) {
        most = day.trips().length;
        best = day.date();
      }
    }
    return best;
  }
}
