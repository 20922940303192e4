package org.toret.app.serve;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.toret.app.keep.OpenCity;
import org.toret.app.pages.board.LineCourse;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.board.Departure;
import org.toret.mobility.board.LineView;
import org.toret.mobility.live.RideNames;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Spot;
import org.toret.router.raptor.TimetableView;

/// Puts the courses of a line together by direction, with the next departure at each stop.
final class LineCourses {

  private final OpenCity city;
  private final Instant now;

  LineCourses(OpenCity city, Instant now) {
    this.city = city;
    this.now = now;
  }

  LineCourse course(LineView line, LocalDate day, String language) {
    Map<String, List<LineView.Course>> byDirection = new LinkedHashMap<>();
    for (LineView.Course course : line.courses()) {
      String key = course.direction() < 0 ? course.headsign() : "" + course.direction();
      byDirection.computeIfAbsent(key, ignored -> new ArrayList<>()).add(course);
    }
    List<LineCourse.Direction> directions =
        byDirection.values().stream()
            .map(courses -> direction(line.route(), courses, day, language))
            .toList();
    boolean today = LocalDate.ofInstant(now, city.zone()).equals(day);
    OptionalInt row = city.directory().findRoute(line.route().id());
    List<ServiceAlert> alerts =
        today && row.isPresent()
            ? city.live()
                .alerts()
                .ofLine(RideNames.ofLine(city.timetable(), row.getAsInt()), now.getEpochSecond())
            : List.of();
    return new LineCourse(line.mode(), line.route(), day, alerts, directions);
  }

  private LineCourse.Direction direction(
      Leg.Line route, List<LineView.Course> courses, LocalDate day, String language) {
    LineView.Course usual = courses.getFirst();
    long origin = TimetableView.origin(day, city.zone());
    List<OffsetDateTime> departures =
        courses.stream()
            .flatMap(course -> course.departures().stream())
            .sorted()
            .map(seconds -> time(origin + seconds))
            .toList();
    int trips = courses.stream().mapToInt(LineView.Course::tripsOnDate).sum();
    Map<String, OffsetDateTime> next = next(route, usual, day, language);
    List<LineCourse.Call> calls =
        usual.stops().stream()
            .map(spot -> {
              String id = String.valueOf(spot.stop());
              return new LineCourse.Call(id, spot.name(), spot.lat(), spot.lon(), next.get(id));
            })
            .toList();
    return new LineCourse.Direction(usual.headsign(), trips, calls, departures, usual.polyline());
  }

  /// The next departure of the line at each stop of a course, for the rest of the day.
  private Map<String, OffsetDateTime> next(
      Leg.Line route, LineView.Course course, LocalDate day, String language) {
    ZoneId zone = city.zone();
    Instant start = Instant.ofEpochSecond(TimetableView.origin(day, zone));
    Instant end = Instant.ofEpochSecond(TimetableView.origin(day.plusDays(1), zone));
    Instant from = now.isAfter(start) && now.isBefore(end) ? now : start;
    Map<String, OffsetDateTime> next = new HashMap<>();
    for (Spot spot : course.stops()) {
      String id = String.valueOf(spot.stop());
      var outcome = city.boards().departures(id, from, end, Integer.MAX_VALUE, language);
      if (outcome instanceof Outcome.Done<List<Departure>>(List<Departure> departures)) {
        departures.stream()
            .filter(departure -> departure.route().id().equals(route.id()) && departure.calls())
            .findFirst()
            .ifPresent(departure -> next.put(id, departure.departure()));
      }
    }
    return next;
  }

  private OffsetDateTime time(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).atZone(city.zone()).toOffsetDateTime();
  }
}
