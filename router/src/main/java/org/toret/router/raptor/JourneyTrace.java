package org.toret.router.raptor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.toret.router.label.LabelStore;
import org.toret.router.raptor.RangeQuery.Foothold;

/// Tells a found journey from its last label back to its first boarding, as published: in an
/// arrive-by search the mirror is turned back.
final class JourneyTrace {

  private final TimetableView view;
  private final RaptorDays days;
  private final LabelStore labels;
  private final RangeQuery query;

  JourneyTrace(TimetableView view, RaptorDays days, LabelStore labels, RangeQuery query) {
    this.view = view;
    this.days = days;
    this.labels = labels;
    this.query = query;
  }

  /// @param leaves time at the side from which the search started, in search time
  /// @param reaches time at the other side, in search time
  RaptorJourney trace(int label, int leaves, int reaches) {
    List<Part> parts = new ArrayList<>();
    int at = label;
    while (at >= 0) {
      int boarding = labels.boardingOf(at);
      int alightCall = labels.alightCallOf(at);
      while (labels.seatedFrom(boarding) >= 0) {
        parts.add(new Part(boarding, alightCall, true));
        boarding = labels.seatedFrom(boarding);
        alightCall = length(boarding) - 1;
      }
      parts.add(new Part(boarding, alightCall, false));
      at = labels.labelBefore(boarding);
    }
    Collections.reverse(parts);
    return query.arriveBy()
        ? new RaptorJourney(-reaches, -leaves, mirrored(parts))
        : new RaptorJourney(leaves, reaches, rides(parts));
  }

  /// When one leaves the origin to be at a label in time.
  int leaves(int label) {
    int boarding = labels.firstBoarding(label);
    int dayLine = labels.lineOf(boarding);
    int day = days.dayOfLine[dayLine];
    Lines lines = days.lines[day];
    int line = dayLine - days.lineOffsets[day];
    int call = labels.callOf(boarding);
    int at = lines.timeOffsets()[line] + labels.tripOf(boarding) * lines.length(line) + call;
    int node = lines.callNodes()[lines.callOffsets()[line] + call];
    Foothold foothold = query.arriveBy() ? query.egress() : query.access();
    int walk = foothold.secondsTo(view.timetable().nodes().stops()[node]);
    return lines.departures()[at] + days.shifts[day] - walk;
  }

  /// A stretch in one trip, in search order.
  private record Part(int boarding, int alightCall, boolean seated) {}

  private List<Ride> rides(List<Part> parts) {
    List<Ride> rides = new ArrayList<>();
    for (Part part : parts) {
      int from = labels.callOf(part.boarding());
      rides.add(ride(part.boarding(), from, part.alightCall(), part.seated()));
    }
    return rides;
  }

  /// In the mirror the later ride comes first, and it is the ride before it in which one stays.
  private List<Ride> mirrored(List<Part> parts) {
    List<Ride> rides = new ArrayList<>();
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      int length = length(part.boarding());
      int from = length - 1 - part.alightCall();
      int to = length - 1 - labels.callOf(part.boarding());
      boolean seated = i + 1 < parts.size() && parts.get(i + 1).seated();
      rides.add(ride(part.boarding(), from, to, seated));
    }
    return rides;
  }

  private Ride ride(int boarding, int boardCall, int alightCall, boolean seated) {
    int dayLine = labels.lineOf(boarding);
    int day = days.dayOfLine[dayLine];
    int line = dayLine - days.lineOffsets[day];
    Lines lines = days.lines[day];
    DayTimetable schedule = view.days().get(day);
    int active = lines.active(line, labels.tripOf(boarding));
    int index = active - schedule.tripOffsets()[line];
    int at = schedule.timeOffsets()[line] + index * lines.length(line);
    int shift = view.shiftSeconds(day);
    return new Ride(
        day,
        schedule.trips()[active],
        boardCall,
        alightCall,
        seated,
        schedule.departures()[at + boardCall] + shift,
        schedule.arrivals()[at + alightCall] + shift);
  }

  private int length(int boarding) {
    int dayLine = labels.lineOf(boarding);
    int day = days.dayOfLine[dayLine];
    return days.lines[day].length(dayLine - days.lineOffsets[day]);
  }
}
