package org.toret.testkit.city;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.DayTimetable;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.oracle.JourneySearch;

/// A test city written as text.
///
/// One statement a line, or several with `;` between them; `#` starts a comment. What is not said
/// has a sensible default: stops come into being where they are named, all 11 m apart, and
/// everything runs every day.
///
/// ```
/// date 2026-03-02                 base date (a Monday, the default); zone Europe/Rome is the default
/// days -1..1                      the service dates searched, from the base date
/// service weekend -2 -1 5         the dates on which a service runs, from the base date
/// stop B wheelchair=no at=45.07,7.68 in=S
/// line 1 bus   A 08:00 B 08:10 C 08:20 | every 10m until 09:00
/// line 2 tram  service=weekend block=b7 trip=t2 wheelchair=no bikes=yes
///   would go on in the same line:  B 08:15-08:16 D 08:30!p E 08:40!d
/// walk A-X 120s ; walk X>Y 60s steps
/// forbid B ; least 300s A>X ; timed B line 1 > line 2 ; recommended B trip t2 > any
/// stay t2 > 3@08:45 ; alight t2 > t3
/// ```
///
/// `!p` after a time: no pick-up, `!d`: no drop-off, `!pd`: neither. A trip without `trip=` is
/// called `line@HH:MM` after its first departure. The rules are those of `transfers.txt`:
/// `recommended` 0, `timed` 1, `least` 2, `forbid` 3, `stay` 4, `alight` 5.
///
/// @param walks ways on foot, in both directions
/// @param dayOffsets the service dates of the view, counted from the base date
public record TimetableText(
    Timetable timetable, List<Walk> walks, LocalDate date, ZoneId zone, int[] dayOffsets) {

  /// Reads a city.
  ///
  /// @throws IllegalArgumentException naming the statement that cannot be read
  public static TimetableText of(String text) {
    return new TextParser().parse(text);
  }

  /// The city as the search sees it.
  public TimetableView view() {
    List<DayTimetable> days =
        IntStream.of(dayOffsets)
            .mapToObj(offset -> DayTimetable.of(timetable, date.plusDays(offset)))
            .toList();
    return new TimetableView(
        timetable,
        ChangeTable.of(timetable, walks, false),
        ChangeTable.of(timetable, walks, true),
        zone,
        date,
        days);
  }

  /// The index of a stop by the name used in the text.
  public int stop(String name) {
    for (int stop = 0; stop < timetable.stops().count(); stop++) {
      if (timetable.stops().names().get(stop).equals(name)) {
        return stop;
      }
    }
    throw new IllegalArgumentException("There is no stop '%s'".formatted(name));
  }

  /// Asks a question written as in [QuestionText] and returns one line for each journey, as in
  /// [JourneyText].
  public List<String> ask(JourneySearch search, String question) {
    RangeQuery query = QuestionText.read(question, this::stop);
    return JourneyText.lines(timetable, search.search(view(), query));
  }
}
