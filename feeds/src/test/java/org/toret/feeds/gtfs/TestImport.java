package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Notices.Tally;
import org.toret.base.outcome.Outcome;
import org.toret.base.outcome.Outcome.Done;
import org.toret.base.outcome.Outcome.Refused;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// What came of an import, as lines of text. Every notice must have a text.
record TestImport(Outcome<GtfsSummary> outcome, Timetable timetable, Notices notices) {

  private static final Messages MESSAGES = GtfsImport.messages();
  private static final Set<String> ITALIAN = MESSAGES.codes("it");

  TestImport {
    for (Tally tally : notices.listAll()) {
      assertThat(ITALIAN).contains(tally.code());
      for (Notice notice : tally.examples()) {
        assertThat(MESSAGES.text(Locale.ITALIAN, notice)).doesNotContainPattern("\\{\\d}");
      }
    }
  }

  GtfsSummary summary() {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done<GtfsSummary>) outcome).value();
  }

  /// Code of the refusal.
  String refusal() {
    assertThat(outcome).isInstanceOf(Refused.class);
    return ((Refused<GtfsSummary>) outcome).code();
  }

  /// Codes of all notices.
  Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    notices.listAll().forEach(tally -> codes.add(tally.code()));
    return codes;
  }

  /// `file:line` of every notice of a code.
  List<String> places(String code) {
    return notices.listAll().stream()
        .filter(tally -> tally.code().equals(code))
        .flatMap(tally -> tally.examples().stream())
        .map(notice -> notice.place().file() + ":" + notice.place().line())
        .toList();
  }

  /// Every run as `id: A 8:00 B 8:10/8:12 …`, times as `H:MM` or `H:MM:SS`.
  List<String> runs() {
    List<String> runs = new ArrayList<>();
    for (int trip = 0; trip < timetable.trips().count(); trip++) {
      runs.add(timetable.trips().ids().get(trip).substring(2) + ":" + calls(trip));
    }
    runs.sort(null);
    return runs;
  }

  /// The days on which a run runs.
  List<LocalDate> days(String run) {
    int trip = trip(run);
    List<LocalDate> days = new ArrayList<>();
    int first = timetable.calendar().firstDay();
    for (int day = first; day < first + timetable.calendar().days(); day++) {
      if (timetable.calendar().runs(timetable.trips().services()[trip], day)) {
        days.add(LocalDate.ofEpochDay(day));
      }
    }
    return days;
  }

  /// Index of a run.
  int trip(String run) {
    for (int trip = 0; trip < timetable.trips().count(); trip++) {
      if (timetable.trips().ids().get(trip).equals("f:" + run)) {
        return trip;
      }
    }
    throw new AssertionError("No run " + run);
  }

  /// Index of a stop.
  int stop(String id) {
    for (int stop = 0; stop < timetable.stops().count(); stop++) {
      if (timetable.stops().ids().get(stop).equals("f:" + id)) {
        return stop;
      }
    }
    throw new AssertionError("No stop " + id);
  }

  private String calls(int trip) {
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[trip];
    int times = patterns.timeOffset(pattern, trip);
    StringBuilder calls = new StringBuilder();
    for (int call = 0; call < patterns.length(pattern); call++) {
      int stop =
          timetable.nodes().stops()[patterns.nodes()[patterns.stopOffsets()[pattern] + call]];
      String arrival = clock(patterns.arrivals()[times + call]);
      String departure = clock(patterns.departures()[times + call]);
      calls.append(' ').append(timetable.stops().ids().get(stop).substring(2));
      calls.append(' ').append(arrival);
      if (!departure.equals(arrival)) {
        calls.append('/').append(departure);
      }
    }
    return calls.toString();
  }

  private static String clock(int seconds) {
    String minutes = "%d:%02d".formatted(seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? minutes : minutes + ":%02d".formatted(seconds % 60);
  }
}
