package org.toret.router.raptor;

/// The service days of one search side by side, each line with a number of its own over all days.
public final class RaptorDays {

  public final Lines[] lines;

  /// Added to the times of each day to get them on the axis of the search.
  public final int[] shifts;

  /// First line number and first trip number of each day; one longer than the number of days.
  public final int[] lineOffsets;

  final int[] tripOffsets;

  /// First call number of each day, and their number in all at the end.
  final int[] callOffsets;

  /// First number of each day of what may be boarded where ([Lines#nodeLines]), and in all at the
  /// end.
  final int[] entryOffsets;

  /// Which lines may be used in this search.
  public final boolean[] usable;

  /// The day of each line number.
  public final int[] dayOfLine;

  public final boolean seatLinks;

  public RaptorDays(TimetableView view, RangeQuery query) {
    int count = view.days().size();
    lines = new Lines[count];
    shifts = new int[count];
    lineOffsets = new int[count + 1];
    tripOffsets = new int[count + 1];
    callOffsets = new int[count + 1];
    entryOffsets = new int[count + 1];
    boolean anySeatLinks = false;
    for (int day = 0; day < count; day++) {
      lines[day] = view.days().get(day).lines(query.arriveBy());
      shifts[day] = query.arriveBy() ? -view.shiftSeconds(day) : view.shiftSeconds(day);
      lineOffsets[day + 1] = lineOffsets[day] + lines[day].count();
      tripOffsets[day + 1] = tripOffsets[day] + view.days().get(day).trips().length;
      callOffsets[day + 1] = callOffsets[day] + lines[day].callNodes().length;
      entryOffsets[day + 1] = entryOffsets[day] + lines[day].nodeLines().length;
      anySeatLinks |= lines[day].hasSeatLinks();
    }
    seatLinks = anySeatLinks;
    usable = new boolean[lineOffsets[count]];
    dayOfLine = new int[usable.length];
    for (int day = 0; day < count; day++) {
      mark(view, query, day);
    }
  }

  int calls() {
    return callOffsets[lines.length];
  }

  /// Where a call of a day stands among what can be boarded, negative where one may not board.
  int entry(int day, int at) {
    int entry = lines[day].nodeEntries()[at];
    return entry < 0 ? entry : entryOffsets[day] + entry;
  }

  /// When a trip departs at a call, on the axis of the view.
  int leaves(int day, int line, int trip, int call) {
    Lines ofDay = lines[day];
    int at = ofDay.timeOffsets()[line] + trip * ofDay.length(line) + call;
    return ofDay.departures()[at] + shifts[day];
  }

  private void mark(TimetableView view, RangeQuery query, int day) {
    var patterns = view.timetable().patterns();
    byte[] modes = view.timetable().routes().modes();
    int first = query.firstSeconds() - shifts[day];
    int last = first + query.windowSeconds() + query.maxSeconds();
    int[] patternOf = view.days().get(day).patterns();
    for (int line = 0; line < patternOf.length; line++) {
      int pattern = patternOf[line];
      dayOfLine[lineOffsets[day] + line] = day;
      usable[lineOffsets[day] + line] =
          (query.modes() >>> modes[patterns.routes()[pattern]] & 1) != 0
              && lines[day].runsWithin(line, first, last)
              && (!query.stepFree() || patterns.wheelchair()[pattern] != 2)
              && (!query.bikes() || patterns.admitsBikes(pattern));
    }
  }
}
