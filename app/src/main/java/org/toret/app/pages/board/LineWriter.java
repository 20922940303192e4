package org.toret.app.pages.board;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Disruption;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;

/// Puts a line into words.
public final class LineWriter {

  private final Words words;
  private final Formats formats;

  public LineWriter(Words words) {
    this.words = words;
    this.formats = new Formats(words.locale());
  }

  public LineView write(LineCourse course) {
    String agency = course.line().agency();
    return new LineView(
        BoardWriter.mark(new StopBoard.LineMark(course.mode(), course.line()), words),
        agency.isEmpty() ? "" : words.of("line.operator", agency),
        formats.day(course.day()),
        course.day().toString(),
        Disruption.all(course.alerts(), words),
        course.directions().stream().map(this::direction).toList(),
        Drawing.of(course).json());
  }

  private LineView.Direction direction(LineCourse.Direction direction) {
    List<String> facts = new ArrayList<>();
    facts.add(words.count("line.trips", direction.trips()));
    if (!direction.departures().isEmpty()) {
      facts.add(words.of("line.first", formats.clock(direction.departures().getFirst())));
      facts.add(words.of("line.last", formats.clock(direction.departures().getLast())));
    }
    return new LineView.Direction(
        direction.headsign(),
        String.join(" · ", facts),
        direction.calls().stream().map(this::call).toList(),
        hours(direction.departures()));
  }

  private LineView.Call call(LineCourse.Call call) {
    OffsetDateTime next = call.next();
    return new LineView.Call(
        call.name(),
        "/stop/" + Address.coded(call.stop()),
        next == null ? "" : formats.clock(next));
  }

  /// After midnight the hours of the service day follow those before it.
  private List<LineView.Hour> hours(List<OffsetDateTime> departures) {
    Map<String, List<String>> byHour = new LinkedHashMap<>();
    for (OffsetDateTime departure : departures) {
      String[] clock = formats.clock(departure).split(":");
      byHour.computeIfAbsent(clock[0], ignored -> new ArrayList<>()).add(clock[1]);
    }
    return byHour.entrySet().stream()
        .map(entry -> new LineView.Hour(entry.getKey(), entry.getValue()))
        .toList();
  }
}
