package org.toret.router.raptor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;
import org.toret.router.transfer.TransferGraph;

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
  private final boolean anyClosed;
  private final Span published;
  private final Span span;
  private final Map<LocalDate, DayTimetable> days = new LinkedHashMap<>(16, 0.75f, true);

  public Schedule(
      Timetable timetable, Transfers transfers, Transfers stepFreeTransfers, ZoneId zone) {
    this(
        timetable,
        new TransferGraph(transfers),
        new TransferGraph(stepFreeTransfers),
        zone,
        Span.of(timetable.patterns().departures()));
  }

  private Schedule(
      Timetable timetable,
      TransferGraph transfers,
      TransferGraph stepFreeTransfers,
      ZoneId zone,
      Span published) {
    this.timetable = timetable;
    this.transfers = transfers;
    this.stepFreeTransfers = stepFreeTransfers;
    this.zone = zone;
    this.anyClosed = timetable.stops().anyClosed();
    this.published = published;
    this.span = published.with(Span.of(timetable.patterns().liveDepartures()));
  }

  /// The same schedule with another timetable that has the same stops and nodes and keeps the rows
  /// of this one, such as one of what is true today.
  ///
  /// @param same the dates on which nothing differs: what was made of them is taken over
  public Schedule with(Timetable other, Predicate<LocalDate> same) {
    return with(other, same, transfers, stepFreeTransfers);
  }

  /// The same with other changes on foot.
  public Schedule with(
      Timetable other,
      Predicate<LocalDate> same,
      TransferGraph changes,
      TransferGraph stepFreeChanges) {
    Schedule schedule = new Schedule(other, changes, stepFreeChanges, zone, published);
    synchronized (days) {
      days.forEach((date, day) -> {
        if (same.test(date)) {
          schedule.days.put(date, day);
        }
      });
    }
    return schedule;
  }

  /// When vehicles leave in any service day, at the earliest and the latest.
  private record Span(int firstSeconds, int lastSeconds) {

    static Span of(int[] departures) {
      int first = Integer.MAX_VALUE;
      int last = Integer.MIN_VALUE;
      for (int seconds : departures) {
        first = Math.min(first, seconds);
        last = Math.max(last, seconds);
      }
      return new Span(first, last);
    }

    Span with(Span other) {
      return new Span(
          Math.min(firstSeconds, other.firstSeconds), Math.max(lastSeconds, other.lastSeconds));
    }

    boolean isEmpty() {
      return lastSeconds < firstSeconds;
    }
  }

  public Timetable timetable() {
    return timetable;
  }

  /// The changes on foot of all, or of those who need ways without steps.
  public TransferGraph graph(boolean stepFree) {
    return stepFree ? stepFreeTransfers : transfers;
  }

  public ZoneId zone() {
    return zone;
  }

  /// A view with every service day on which something runs between two instants.
  public TimetableView view(Instant from, Instant to) {
    LocalDate base = from.atZone(zone).toLocalDate();
    LocalDate first = base.minusDays(Math.max(0, span.lastSeconds() / 86_400) + 1L);
    LocalDate last = to.atZone(zone).toLocalDate().plusDays(1);
    List<DayTimetable> kept = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      long origin = TimetableView.origin(date, zone);
      if (!span.isEmpty()
          && origin + span.lastSeconds() >= from.getEpochSecond()
          && origin + span.firstSeconds() <= to.getEpochSecond()) {
        kept.add(day(date));
      }
    }
    return new TimetableView(timetable, transfers, stepFreeTransfers, zone, anyClosed, base, kept);
  }

  /// Makes a date ready for searches in either direction.
  public void prepare(LocalDate date) {
    DayTimetable day = day(date);
    day.lines(false);
    day.lines(true);
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
