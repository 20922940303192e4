package org.toret.demo.timetable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// When vehicles leave their terminus, from the bands of `headways.csv`.
final class Headways {

  /// A departure: seconds of the service day, and the days it runs.
  record Departure(int seconds, Service service) {}

  private record Band(double fromHour, double toHour, int minutes, String days) {}

  private final Map<String, List<Band>> bands = new TreeMap<>();

  Headways() {
    for (Row row : Tables.read("headways.csv")) {
      bands
          .computeIfAbsent(row.text("headway"), x -> new ArrayList<>())
          .add(
              new Band(
                  row.number("from"), row.number("to"), row.integer("minutes"), row.text("days")));
    }
  }

  /// Departures of a group, all shifted by some minutes, so that lines do not leave all at once.
  List<Departure> of(String group, int shiftMinutes) {
    List<Departure> departures = new ArrayList<>();
    int last = Integer.MIN_VALUE / 2;
    int index = 0;
    String days = "";
    for (Band band : bands.getOrDefault(group, List.of())) {
      if (!band.days().equals(days)) {
        days = band.days();
        last = Integer.MIN_VALUE / 2;
      }
      int start = (int) (band.fromHour() * 60) + shiftMinutes % band.minutes();
      int minute = Math.max(start, last + band.minutes());
      for (; minute < band.toHour() * 60; minute += band.minutes()) {
        departures.add(new Departure(minute * 60, service(days, index++, minute / 60)));
        last = minute;
      }
    }
    return departures;
  }

  private static Service service(String days, int index, int hour) {
    return switch (days) {
      case "weekend" -> Service.WEEKEND;
      case "night" -> Service.NIGHTS;
      case "all" -> {
        if (index % 2 == 0) {
          yield Service.EVERY_DAY;
        }
        yield hour >= 9 && hour < 20 ? Service.MONDAY_TO_SATURDAY : Service.MONDAY_TO_FRIDAY;
      }
      default -> throw new IllegalStateException("headways.csv has days \"" + days + "\"");
    };
  }
}
