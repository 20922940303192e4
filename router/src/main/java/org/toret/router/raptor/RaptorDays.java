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

  private final RangeQuery query;

  public RaptorDays(TimetableView view, RangeQuery query) {
    int count = view.days().size();
    lines = new Lines[count];
    shifts = new int[count];
    lineOffsets = new int[count + 1];
    tripOffsets = new int[count + 1];
    callOffsets = new int[count + 1];
    entryOffsets = new int[count + 1];
    this.query = query;
    boolean anySeatLinks = false;
    for (int day = 0; day < count; day++) {
      lines[day] = view.days().get(day).lines(query.arriveBy());
      shifts[day] = shift(view, day);
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
      mark(view, day);
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

  /// When a trip departs where a line can be boarded, on the axis of the view.
  ///
  /// @param entry where that stands among what can be boarded that day
  int leaves(int day, int entry, int trip) {
    return lines[day].leaves(entry, trip) + shifts[day];
  }

  /// Whether they may serve another search too: among lines of the same days for the same people,
  /// within the same time or less of it.
  boolean serve(TimetableView view, RangeQuery other) {
    boolean alike =
        view.days().size() == lines.length
            && query.arriveBy() == other.arriveBy()
            && query.modes() == other.modes()
            && query.stepFree() == other.stepFree()
            && query.bikes() == other.bikes()
            && query.firstSeconds() <= other.firstSeconds()
            && last(other) <= last(query);
    for (int day = 0; alike && day < lines.length; day++) {
      alike = lines[day].day() == view.days().get(day) && shifts[day] == shift(view, day);
    }
    return alike;
  }

  private int shift(TimetableView view, int day) {
    return query.arriveBy() ? -view.shiftSeconds(day) : view.shiftSeconds(day);
  }

  private static int last(RangeQuery query) {
    return query.firstSeconds() + query.windowSeconds() + query.maxSeconds();
  }

  private void mark(TimetableView view, int day) {
    var patterns = view.timetable().patterns();
    byte[] modes = view.timetable().routes().modes();
    Lines ofDay = lines[day];
    int first = query.firstSeconds() - shifts[day];
    int last = last(query) - shifts[day];
    int[] patternOf = ofDay.day().patterns();
    for (int line = 0; line < patternOf.length; line++) {
      int pattern = patternOf[line];
      int dayLine = lineOffsets[day] + line;
      dayOfLine[dayLine] = day;
      usable[dayLine] =
          (query.modes() >>> modes[patterns.routes()[pattern]] & 1) != 0
              && ofDay.runsWithin(line, first, last)
              && (!query.stepFree() || patterns.wheelchair()[pattern] != 2)
              && (!query.bikes() || patterns.admitsBikes(pattern));
    }
  }
}
