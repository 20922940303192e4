package org.toret.feeds.gtfs.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.toret.base.columns.IntList;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.FileNotices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;

/// `calendar.txt` and `calendar_dates.txt`, either of which may be missing: the days on which each
/// service runs.
public final class ServiceTable {

  private static final String CALENDAR = "calendar.txt";
  private static final String EXCEPTIONS = "calendar_dates.txt";
  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final int ADDED = 1;
  private static final int REMOVED = 2;

  private final Ids ids = new Ids();
  private final List<BitSet> days = new ArrayList<>();
  private final IntList lines = new IntList();
  private int inCalendar;

  private ServiceTable() {}

  public static ServiceTable read(GtfsSource source, Notices notices) {
    ServiceTable result = new ServiceTable();
    try (GtfsTable table = GtfsTable.open(source, CALENDAR, notices)) {
      result.readCalendar(table);
    }
    result.inCalendar = result.count();
    try (GtfsTable table = GtfsTable.open(source, EXCEPTIONS, notices)) {
      result.readExceptions(table);
    }
    for (int service = 0; service < result.count(); service++) {
      if (result.days.get(service).isEmpty()) {
        new FileNotices(source.feed(), result.file(service), notices)
            .warn(result.line(service), "service_id", "service_without_days", result.id(service));
      }
    }
    return result;
  }

  public int count() {
    return days.size();
  }

  /// The number of a service, or -1 when it is not defined.
  public int find(String id) {
    return ids.find(id);
  }

  public String id(int service) {
    return ids.id(service);
  }

  /// The file that defines a service.
  public String file(int service) {
    return service < inCalendar ? CALENDAR : EXCEPTIONS;
  }

  /// Line of [#file] on which a service is first named.
  public int line(int service) {
    return lines.get(service);
  }

  /// Whether a service never runs.
  public boolean isEmpty(int service) {
    return days.get(service).isEmpty();
  }

  /// Whether two services run on a common day.
  public boolean meet(int a, int b) {
    return days.get(a).intersects(days.get(b));
  }

  /// The epoch days on which a service runs.
  public int[] epochDays(int service) {
    return days.get(service).stream().toArray();
  }

  private void readCalendar(GtfsTable table) {
    int id = table.column("service_id");
    int start = table.column("start_date");
    int end = table.column("end_date");
    int[] weekdays = WEEKDAYS.stream().mapToInt(table::column).toArray();
    while (table.next()) {
      if (!ids.isFree(table, id)) {
        continue;
      }
      int first = table.epochDay(start);
      int last = table.epochDay(end);
      BitSet running = add(table.text(id), (int) table.line());
      if (first == GtfsTable.ABSENT || last == GtfsTable.ABSENT) {
        table.error(
            "service_without_dates", first == GtfsTable.ABSENT ? start : end, table.text(id));
      } else if (last < first) {
        table.error("dates_reversed", end, table.text(id));
      } else {
        fill(running, first, last, weekdays(table, weekdays));
      }
    }
  }

  private static boolean[] weekdays(GtfsTable table, int[] columns) {
    boolean[] runs = new boolean[columns.length];
    for (int day = 0; day < columns.length; day++) {
      if (columns[day] >= 0 && !table.has(columns[day])) {
        table.warn("missing_value", columns[day], WEEKDAYS.get(day));
      }
      runs[day] = table.choice(columns[day], 1, 0) == 1;
    }
    return runs;
  }

  private static void fill(BitSet running, int first, int last, boolean[] weekdays) {
    for (int day = first; day <= last; day++) {
      // 1 January 1970 was a Thursday
      if (weekdays[(day + 3) % 7]) {
        running.set(day);
      }
    }
  }

  private void readExceptions(GtfsTable table) {
    int id = table.column("service_id");
    int date = table.column("date");
    int type = table.column("exception_type");
    Set<Long> seen = new HashSet<>();
    while (table.next()) {
      int day = table.epochDay(date);
      int change = table.number(type);
      if (!table.has(id)) {
        table.error("missing_id", id);
      } else if (day == GtfsTable.ABSENT) {
        table.error("exception_without_date", date, table.text(id));
      } else if (change != ADDED && change != REMOVED) {
        table.error("unknown_exception_type", type, table.text(type));
      } else {
        change(table, table.text(id), day, change == ADDED, seen);
      }
    }
  }

  private void change(GtfsTable table, String id, int day, boolean added, Set<Long> seen) {
    int service = ids.find(id);
    BitSet running = service >= 0 ? days.get(service) : add(id, (int) table.line());
    if (!seen.add((long) ids.find(id) << 32 | day)) {
      table.warn("duplicate_exception", table.column("date"), id);
    } else {
      running.set(day, added);
    }
  }

  private BitSet add(String id, int line) {
    BitSet running = new BitSet();
    ids.put(id);
    days.add(running);
    lines.add(line);
    return running;
  }
}
