package org.toret.network.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.toret.network.timetable.ServiceCalendar;

/// Adds to a calendar a service for each touched date, and for each service with trips that do not
/// run as published on some dates one without these dates. Few rows: trips share them.
final class ServiceSplit {

  private final ServiceCalendar old;
  private final List<TreeSet<Integer>> without = new ArrayList<>();
  private final List<Integer> origins = new ArrayList<>();
  private final Map<List<Integer>, Integer> known = new HashMap<>();

  ServiceSplit(ServiceCalendar old) {
    this.old = old;
  }

  /// @param services of published trips, then of runs; becomes what they are today
  /// @param changes of the runs, in their order
  ServiceCalendar split(List<DayRuns> days, int[] services, List<RunChange> changes) {
    Map<Integer, TreeSet<Integer>> absent = new HashMap<>();
    Map<Integer, Integer> dayServices = new HashMap<>();
    for (DayRuns day : days) {
      int epochDay = Math.toIntExact(day.date().toEpochDay());
      dayServices.put(epochDay, old.services() + dayServices.size());
      for (int trip : day.trips()) {
        absent.computeIfAbsent(trip, fresh -> new TreeSet<>()).add(epochDay);
      }
    }
    int first = old.services() + dayServices.size();
    absent.forEach((trip, dates) -> services[trip] = first + variant(services[trip], dates));
    for (int i = 0; i < changes.size(); i++) {
      services[services.length - changes.size() + i] =
          dayServices.getOrDefault(changes.get(i).epochDay(), -1);
    }
    return calendar(dayServices);
  }

  private int variant(int service, TreeSet<Integer> dates) {
    List<Integer> key = new ArrayList<>(dates);
    key.add(service);
    return known.computeIfAbsent(
        key,
        fresh -> {
          without.add(dates);
          origins.add(service);
          return without.size() - 1;
        });
  }

  private ServiceCalendar calendar(Map<Integer, Integer> dayServices) {
    int[] touched = dayServices.keySet().stream().mapToInt(day -> day).toArray();
    int first = Math.min(old.days() == 0 ? Integer.MAX_VALUE : old.firstDay(), min(touched));
    int last = Math.max(old.firstDay() + old.days() - 1, Arrays.stream(touched).max().orElse(0));
    int days = last - first + 1;
    int words = days + 63 >> 6;
    int services = old.services() + dayServices.size() + without.size();
    long[] bits = new long[Math.multiplyExact(words, services)];
    for (int service = 0; service < old.services(); service++) {
      copy(service, bits, service * words, first, days);
    }
    dayServices.forEach((day, service) -> set(bits, service * words, day - first));
    for (int i = 0; i < without.size(); i++) {
      int at = (old.services() + dayServices.size() + i) * words;
      copy(origins.get(i), bits, at, first, days);
      for (int day : without.get(i)) {
        bits[at + (day - first >> 6)] &= ~(1L << (day - first));
      }
    }
    return new ServiceCalendar(first, days, bits);
  }

  private void copy(int service, long[] bits, int at, int first, int days) {
    if (first == old.firstDay() && days == old.days()) {
      int words = days + 63 >> 6;
      System.arraycopy(old.words(), service * words, bits, at, words);
      return;
    }
    for (int day = old.firstDay(); day < old.firstDay() + old.days(); day++) {
      if (old.runs(service, day)) {
        set(bits, at, day - first);
      }
    }
  }

  private static void set(long[] bits, int at, int day) {
    bits[at + (day >> 6)] |= 1L << day;
  }

  private static int min(int[] days) {
    return Arrays.stream(days).min().orElse(Integer.MAX_VALUE);
  }
}
