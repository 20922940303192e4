package org.toret.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.TripChange;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// What would be said of a city's vehicles at a moment, drawn from a seed. Of the runs on their way
/// or about to leave one in a hundred is cancelled, half are on time, and half are early or late by
/// two minutes in the mean of squares, at each call told by a little more or less: as the messages
/// of Turin have it, of which nine in ten delays lie between 283 s early and 197 s late.
final class LiveDay {

  private final Timetable timetable;
  private final LocalDate date;
  private final int atSeconds;
  private final Random random;

  /// @param atSeconds of the service day
  LiveDay(Timetable timetable, LocalDate date, int atSeconds, long seed) {
    this.timetable = timetable;
    this.date = date;
    this.atSeconds = atSeconds;
    this.random = new Random(seed);
  }

  /// What each feed says, one message for each.
  List<FeedChanges> said() {
    List<FeedChanges> said = new ArrayList<>();
    for (int feed = 0; feed < timetable.feeds().count(); feed++) {
      String id = timetable.feeds().ids().get(feed);
      said.add(new FeedChanges(id, id, 0, changes(feed, id.length() + 1)));
    }
    return said;
  }

  private List<TripChange> changes(int feed, int prefix) {
    List<TripChange> changes = new ArrayList<>();
    Patterns patterns = timetable.patterns();
    int day = Math.toIntExact(date.toEpochDay());
    for (int trip = 0; trip < timetable.trips().count(); trip++) {
      int pattern = timetable.trips().patterns()[trip];
      int at = patterns.timeOffset(pattern, trip);
      boolean near =
          timetable.routes().feeds()[patterns.routes()[pattern]] == feed
              && timetable.calendar().runs(timetable.trips().services()[trip], day)
              && patterns.departure(at) <= atSeconds + 1500
              && patterns.arrival(at + patterns.length(pattern) - 1) >= atSeconds;
      if (near) {
        changes.add(change(timetable.trips().ids().get(trip).substring(prefix), pattern));
      }
    }
    return changes;
  }

  private TripChange change(String trip, int pattern) {
    boolean canceled = random.nextInt(100) == 0;
    List<CallChange> calls = new ArrayList<>();
    int offset = timetable.patterns().stopOffsets()[pattern];
    int length = timetable.patterns().length(pattern);
    double delay = random.nextBoolean() ? 0 : random.nextGaussian() * 120;
    for (int call = random.nextInt(length); call < length && !canceled; call++) {
      delay += delay == 0 ? 0 : random.nextGaussian() * 15;
      calls.add(
          new CallChange(
              OptionalInt.of(timetable.patterns().sequences()[offset + call]),
              "",
              CallChange.Kind.CALLS,
              Optional.of(CallChange.Event.late((int) delay)),
              Optional.empty(),
              "",
              OptionalInt.empty(),
              OptionalInt.empty()));
    }
    return new TripChange(
        canceled ? TripChange.Kind.CANCELED : TripChange.Kind.RUNS,
        trip,
        "",
        -1,
        OptionalInt.empty(),
        Optional.of(date),
        OptionalInt.empty(),
        calls,
        TripChange.Told.NOTHING);
  }
}
