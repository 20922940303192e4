package org.toret.router.raptor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;

/// A city's timetable made ready for searching: keeps the service days last asked for.
///
/// A day costs about 16 bytes per stop time of that day while kept; the [#KEPT_DAYS] used last are
/// kept. Thread-safe.
public final class Schedule {

  /// How many service days are kept ready.
  public static final int KEPT_DAYS = 12;

  private final Timetable timetable;
  private final TransferGraph transfers;
  private final TransferGraph stepFreeTransfers;
  private final ZoneId zone;
  private final int firstSeconds;
  private final int lastSeconds;
  private final Map<LocalDate, DayTimetable> days = new LinkedHashMap<>(16, 0.75f, true);

  public Schedule(
      Timetable timetable, Transfers transfers, Transfers stepFreeTransfers, ZoneId zone) {
    this.timetable = timetable;
    this.transfers = new TransferGraph(transfers);
    this.stepFreeTransfers = new TransferGraph(stepFreeTransfers);
    this.zone = zone;
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int seconds : timetable.patterns().departures()) {
      first = Math.min(first, seconds);
      last = Math.max(last, seconds);
    }
    firstSeconds = Math.min(first, last);
    lastSeconds = last;
  }

  public Timetable timetable() {
    return timetable;
  }

  public ZoneId zone() {
    return zone;
  }

  /// A view with every service day on which something runs between two instants.
  public TimetableView view(Instant from, Instant to) {
    LocalDate base = from.atZone(zone).toLocalDate();
    LocalDate first = base.minusDays(Math.max(0, lastSeconds / 86_400) + 1L);
    LocalDate last = to.atZone(zone).toLocalDate().plusDays(1);
    List<DayTimetable> kept = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      long origin = TimetableView.origin(date, zone);
      if (lastSeconds >= firstSeconds
          && origin + lastSeconds >= from.getEpochSecond()
          && origin + firstSeconds <= to.getEpochSecond()) {
        kept.add(day(date));
      }
    }
    return new TimetableView(timetable, transfers, stepFreeTransfers, zone, base, kept);
  }

  /// What runs on one service date.
  public DayTimetable day(LocalDate date) {
    synchronized (days) {
      DayTimetable known = days.get(date);
      if (known != null) {
        return known;
      }
    }
    DayTimetable built = DayTimetable.of(timetable, date);
    synchronized (days) {
      days.put(date, built);
      if (days.size() > KEPT_DAYS) {
        days.remove(days.keySet().iterator().next());
      }
    }
    return built;
  }
}
