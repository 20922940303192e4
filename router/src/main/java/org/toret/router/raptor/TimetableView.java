package org.toret.router.raptor;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;
import org.toret.router.transfer.TransferGraph;

/// The service days among which a search chooses, on one axis of seconds.
///
/// A service day's times count from its noon minus 12 h (GTFS), which is midnight but for the days
/// on which clocks change; each day therefore has its own shift against the base date, whose noon
/// minus 12 h is 0 on the axis. Immutable.
public final class TimetableView {

  private final Timetable timetable;
  private final TransferGraph transfers;
  private final TransferGraph stepFreeTransfers;
  private final boolean anyClosed;
  private final ZoneId zone;
  private final LocalDate baseDate;
  private final List<DayTimetable> days;
  private final long baseOrigin;
  private final int[] shifts;

  /// @param days the service dates, oldest first
  public TimetableView(
      Timetable timetable,
      Transfers transfers,
      Transfers stepFreeTransfers,
      ZoneId zone,
      LocalDate baseDate,
      List<DayTimetable> days) {
    this(
        timetable,
        new TransferGraph(transfers),
        new TransferGraph(stepFreeTransfers),
        zone,
        timetable.stops().anyClosed(),
        baseDate,
        days);
  }

  /// @param anyClosed whether stops are closed to everybody who asks
  TimetableView(
      Timetable timetable,
      TransferGraph transfers,
      TransferGraph stepFreeTransfers,
      ZoneId zone,
      boolean anyClosed,
      LocalDate baseDate,
      List<DayTimetable> days) {
    this.timetable = timetable;
    this.transfers = transfers;
    this.stepFreeTransfers = stepFreeTransfers;
    this.zone = zone;
    this.anyClosed = anyClosed;
    this.baseDate = baseDate;
    this.days = List.copyOf(days);
    baseOrigin = origin(baseDate, zone);
    shifts =
        days.stream()
            .mapToInt(day -> Math.toIntExact(origin(day.date(), zone) - baseOrigin))
            .toArray();
  }

  public Timetable timetable() {
    return timetable;
  }

  public Transfers transfers() {
    return transfers.forward();
  }

  public Transfers stepFreeTransfers() {
    return stepFreeTransfers.forward();
  }

  public ZoneId zone() {
    return zone;
  }

  public LocalDate baseDate() {
    return baseDate;
  }

  public List<DayTimetable> days() {
    return days;
  }

  /// What to add to a time of a service date to get it on the axis.
  public int shiftSeconds(int day) {
    return shifts[day];
  }

  /// The instant of an axis second.
  public long epochSecond(int axisSeconds) {
    return baseOrigin + axisSeconds;
  }

  /// The axis second of an instant.
  public int axisSeconds(long epochSecond) {
    return Math.toIntExact(epochSecond - baseOrigin);
  }

  /// Noon minus 12 h of a date, as an epoch second.
  public static long origin(LocalDate date, ZoneId zone) {
    return date.atTime(LocalTime.NOON).atZone(zone).toEpochSecond() - 12 * 3600;
  }

  /// The changes on foot of all, or of those who need ways without steps.
  public TransferGraph graph(boolean stepFree) {
    return stepFree ? stepFreeTransfers : transfers;
  }

  /// For every node whether it is of no use, to all or to those who need ways without steps; empty
  /// where none is.
  public boolean[] closed(boolean stepFree) {
    return stepFree || anyClosed ? timetable.closedNodes(stepFree) : new boolean[0];
  }
}
