package org.toret.testkit.oracle;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.toret.network.timetable.ServiceCalendar;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.TransferRules;
import org.toret.network.timetable.Trips;
import org.toret.testkit.city.TimetableText;

/// Copies of a city in which one thing is different.
final class Variation {

  private Variation() {}

  /// The city on days on which one trip does not run.
  static TimetableText withoutTrip(TimetableText city, int trip) {
    Timetable timetable = city.timetable();
    ServiceCalendar calendar = timetable.calendar();
    int wordsPerService = calendar.words().length / calendar.services();
    ServiceCalendar longer =
        new ServiceCalendar(
            calendar.firstDay(),
            calendar.days(),
            Arrays.copyOf(calendar.words(), calendar.words().length + wordsPerService));
    Trips trips = timetable.trips();
    int[] services = trips.services().clone();
    services[trip] = calendar.services();
    Trips changed =
        new Trips(
            trips.ids(),
            trips.headsigns(),
            trips.shortNames(),
            services,
            trips.patterns(),
            trips.directions(),
            trips.next(),
            trips.headwaySeconds());
    return with(city, changed, longer, timetable.transferRules());
  }

  /// The city without its bans on changing.
  static TimetableText withoutBans(TimetableText city) {
    TransferRules rules = city.timetable().transferRules();
    int[] kept =
        IntStream.range(0, rules.count())
            .filter(i -> rules.seconds()[i] != TransferRules.FORBIDDEN)
            .toArray();
    TransferRules fewer =
        new TransferRules(
            picked(rules.from(), kept), picked(rules.to(), kept), picked(rules.seconds(), kept));
    return with(city, city.timetable().trips(), city.timetable().calendar(), fewer);
  }

  /// The city in which nobody may stay seated when a trip ends.
  static TimetableText withoutSeats(TimetableText city) {
    Timetable timetable = city.timetable();
    Trips trips = timetable.trips();
    int[] none = new int[trips.next().length];
    Arrays.fill(none, -1);
    Trips ending =
        new Trips(
            trips.ids(),
            trips.headsigns(),
            trips.shortNames(),
            trips.services(),
            trips.patterns(),
            trips.directions(),
            none,
            trips.headwaySeconds());
    return with(city, ending, timetable.calendar(), timetable.transferRules());
  }

  /// The same city with another timetable.
  static TimetableText with(TimetableText city, Timetable timetable) {
    return new TimetableText(timetable, city.walks(), city.date(), city.zone(), city.dayOffsets());
  }

  private static TimetableText with(
      TimetableText city, Trips trips, ServiceCalendar calendar, TransferRules rules) {
    Timetable old = city.timetable();
    return with(
        city,
        new Timetable(
            old.feeds(),
            old.agencies(),
            old.stops(),
            old.routes(),
            old.nodes(),
            old.patterns(),
            trips,
            calendar,
            rules,
            old.shapes(),
            old.pathways(),
            old.translations()));
  }

  private static int[] picked(int[] values, int[] rows) {
    return Arrays.stream(rows).map(row -> values[row]).toArray();
  }
}
