package org.toret.router.live;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.toret.network.overlay.LiveTimetable;
import org.toret.router.raptor.Schedule;
import org.toret.router.transfer.LiveTransfers;

/// The schedule of what is true now.
///
/// A search takes [#current] once and finishes on it; readers never wait. One writer shows each new
/// timetable: the dates that changed are made ready before it is swapped in, the others are taken
/// over, so that no search pays for an update.
public final class LiveSchedule {

  private volatile Now now;

  private record Now(LiveTimetable live, Schedule schedule) {}

  private final @Nullable LiveTransfers transfers;

  /// With the changes on foot of the published timetable.
  ///
  /// @param published the schedule of the timetable as published
  /// @param live what of it is known so far
  public LiveSchedule(Schedule published, LiveTimetable live) {
    this(published, live, null);
  }

  /// @param transfers tells which changes on foot are needed, null for those of the published
  ///   timetable
  public LiveSchedule(Schedule published, LiveTimetable live, @Nullable LiveTransfers transfers) {
    if (published.timetable() != live.published()) {
      throw new IllegalArgumentException("The schedule is of another timetable");
    }
    this.transfers = transfers;
    now = new Now(live, with(published, live, date -> !live.dates().contains(date)));
  }

  private Schedule with(Schedule before, LiveTimetable live, Predicate<LocalDate> same) {
    if (transfers == null) {
      return before.with(live.timetable(), same);
    }
    LiveTransfers.Changes changes = transfers.at(live);
    return before.with(live.timetable(), same, changes.all(), changes.stepFree());
  }

  /// The schedule of now.
  public Schedule current() {
    return now.schedule();
  }

  /// What the schedule of now is made of.
  public LiveTimetable live() {
    return now.live();
  }

  /// Swaps in a new timetable; one that is shown already costs nothing.
  public synchronized void show(LiveTimetable live) {
    Now before = now;
    if (live == before.live()) {
      return;
    }
    Schedule next = with(before.schedule(), live, date -> live.isSameOn(date, before.live()));
    for (LocalDate date : live.dates()) {
      if (!live.isSameOn(date, before.live())) {
        next.prepare(date);
      }
    }
    now = new Now(live, next);
  }
}
