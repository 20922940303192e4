package org.toret.testkit.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notices;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.CallChange.Event;
import org.toret.network.overlay.Detour;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.overlay.TripChange;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.Schedule;
import org.toret.router.raptor.TimetableView;
import org.toret.router.transfer.LiveTransfers;
import org.toret.router.transfer.TransferReduction;
import org.toret.router.walk.StopReach;
import org.toret.testkit.city.ChangeTable;
import org.toret.testkit.city.TimetableText;

/// On a day on which vehicles are late, pass stops and are led elsewhere, the few changes on foot
/// of the published timetable with those brought back give the journeys that all changes give.
@Tag("RT-16")
final class LiveTransfersTest {

  private int missed;

  @Test
  void noBetterJourneyIsLostOnABadDay() {
    int journeys = 0;
    int brought = 0;
    int dropped = 0;
    for (int seed = 1; seed <= 12; seed++) {
      Random random = new Random(seed);
      TimetableText city = TimetableText.of(GridCity.text(random));
      Timetable timetable = city.timetable();
      Transfers all = ChangeTable.of(timetable, city.walks(), false);
      Transfers reduced = TransferReduction.reduce(timetable, all, false);
      LiveTimetable live = new LiveOverlay(timetable).update(badDay(city, random), new Notices());
      LiveTransfers transfers =
          new LiveTransfers(
              timetable, reduced, reduced, (stop, stepFree, direction) -> walks(city, stop));
      Transfers today = transfers.at(live).all().forward();
      assertThat(transfers.at(live).all().forward()).as("nothing new").isSameAs(today);
      brought += transfers.broughtBack();
      dropped += all.count() - reduced.count();
      TimetableView full = view(city, live, all);
      TimetableView few = view(city, live, today);
      TimetableView published = view(city, live, reduced);
      for (int i = 0; i < 30; i++) {
        RangeQuery query = GridCity.query(city, random);
        List<String> expected = GridCity.points(full, query);
        assertThat(GridCity.points(few, query)).as("seed %d: %s", seed, query).isEqualTo(expected);
        missed += GridCity.points(published, query).equals(expected) ? 0 : 1;
        journeys += expected.size();
      }
    }
    assertThat(journeys).isGreaterThan(1000);
    assertThat(missed).as("answers that the published changes would have spoilt").isPositive();
    assertThat(brought).isPositive().isLessThan(dropped);
  }

  private static TimetableView view(TimetableText city, LiveTimetable live, Transfers changes) {
    var from = city.date().atStartOfDay(city.zone()).toInstant();
    return new Schedule(live.timetable(), changes, changes, city.zone())
        .view(from, from.plusSeconds(48 * 3600));
  }

  private static StopReach walks(TimetableText city, int stop) {
    int count = city.timetable().stops().count();
    int own = city.walks().size();
    int[] stops = new int[count];
    int[] seconds = new int[count];
    int found = 0;
    stops[found++] = stop;
    for (int i = 0; i < own; i++) {
      if (city.walks().get(i).fromStop() == stop) {
        stops[found] = city.walks().get(i).toStop();
        seconds[found++] = city.walks().get(i).seconds();
      }
    }
    return new StopReach(
        java.util.Arrays.copyOf(stops, found),
        java.util.Arrays.copyOf(seconds, found),
        new int[found]);
  }

  private static FeedChanges badDay(TimetableText city, Random random) {
    List<TripChange> changes = new ArrayList<>();
    List<Detour> detours = new ArrayList<>();
    Timetable timetable = city.timetable();
    for (int trip = 0; trip < timetable.trips().count(); trip++) {
      String id = timetable.trips().ids().get(trip).substring(2);
      int length = timetable.patterns().length(timetable.trips().patterns()[trip]);
      int roll = random.nextInt(100);
      if (roll < 40) {
        changes.add(late(city, id, length, random));
      } else if (roll < 60 && length > 3) {
        detours.add(detour(city, timetable, trip, id, random));
      }
    }
    return new FeedChanges("s", "t", 1_772_436_600, changes, detours);
  }

  /// Stands here and there, and passes some stops.
  private static TripChange late(TimetableText city, String id, int length, Random random) {
    int[] late = {0};
    List<CallChange> calls =
        IntStream.rangeClosed(1, length)
            .mapToObj(sequence -> {
              late[0] += random.nextInt(3) == 0 ? 60 * random.nextInt(10) : 0;
              boolean passes = random.nextInt(8) == 0;
              return new CallChange(
                  OptionalInt.of(sequence),
                  "",
                  passes ? CallChange.Kind.SKIPPED : CallChange.Kind.CALLS,
                  passes ? Optional.empty() : Optional.of(Event.late(late[0])),
                  Optional.empty(),
                  "",
                  OptionalInt.empty(),
                  OptionalInt.empty());
            })
            .toList();
    return new TripChange(
        TripChange.Kind.RUNS,
        id,
        "",
        -1,
        OptionalInt.empty(),
        Optional.of(city.date()),
        OptionalInt.empty(),
        calls,
        TripChange.Told.NOTHING);
  }

  private static Detour detour(
      TimetableText city, Timetable timetable, int trip, String id, Random random) {
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[trip];
    int times = patterns.timeOffset(pattern, trip);
    int from = 1 + random.nextInt(patterns.length(pattern) - 2);
    int travel = patterns.arrival(times + from) - patterns.arrival(times + from - 1);
    List<Detour.Replacement> replacements =
        random.nextInt(3) == 0
            ? List.of()
            : List.of(
                new Detour.Replacement(
                    "C" + random.nextInt(GridCity.SIZE) + random.nextInt(GridCity.SIZE),
                    OptionalInt.of(travel)));
    Detour.CallName name = new Detour.CallName(OptionalInt.of(from + 1), "");
    Detour.Stretch stretch =
        new Detour.Stretch(name, Optional.of(name), 60 * random.nextInt(5), replacements);
    return new Detour(
        id,
        List.of(new Detour.Group(List.of(id), List.of())),
        List.of(),
        List.of(city.date()),
        List.of(stretch));
  }
}
