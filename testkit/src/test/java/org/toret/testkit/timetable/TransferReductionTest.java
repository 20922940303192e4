package org.toret.testkit.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.toret.network.timetable.Transfers;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.TimetableView;
import org.toret.router.transfer.TransferReduction;
import org.toret.testkit.city.ChangeTable;
import org.toret.testkit.city.TimetableText;

/// Fewer changes on foot, the same journeys: in a city of streets and avenues where one can walk
/// from everywhere to everywhere, by the shortest way.
final class TransferReductionTest {

  @Test
  void noBetterJourneyIsLost() {
    int kept = 0;
    int all = 0;
    int journeys = 0;
    for (int seed = 1; seed <= 12; seed++) {
      Random random = new Random(seed);
      TimetableText city = TimetableText.of(GridCity.text(random));
      Transfers walks = ChangeTable.of(city.timetable(), city.walks(), false);
      Transfers reduced = TransferReduction.reduce(city.timetable(), walks, false);
      all += walks.count();
      kept += reduced.count();
      TimetableView full = view(city, walks);
      TimetableView few = view(city, reduced);
      for (int i = 0; i < 30; i++) {
        RangeQuery query = GridCity.query(city, random);
        List<String> expected = GridCity.points(full, query);
        assertThat(GridCity.points(few, query)).as("seed %d: %s", seed, query).isEqualTo(expected);
        journeys += expected.size();
      }
    }
    assertThat(journeys).isGreaterThan(1000);
    assertThat(kept).isLessThan(all / 2);
  }

  @Test
  void theStopNearestOnALineIsKept() {
    TimetableText city =
        TimetableText.of(
            """
            line 1 bus X 08:00 N 08:10
            line 2 bus A 08:00 B 08:01 C 08:02 D 08:20 | every 10m until 09:00
            walk N-A 400s ; walk N-B 300s ; walk N-C 600s
            """);
    Transfers reduced =
        TransferReduction.reduce(
            city.timetable(), ChangeTable.of(city.timetable(), city.walks(), false), false);
    int from = nodeOf(city, "N");

    assertThat(IntStream.range(reduced.offsets()[from], reduced.offsets()[from + 1]))
        .extracting(entry -> reduced.targets()[entry])
        .containsExactly(nodeOf(city, "B"));
  }

  @Test
  void aStopWithoutAccessIsNoBetter() {
    TimetableText city =
        TimetableText.of(
            """
            stop B wheelchair=no
            line 1 bus X 08:00 N 08:10
            line 2 bus A 08:00 B 08:01 C 08:02 D 08:20 | every 10m until 09:00
            walk N-A 400s ; walk N-B 300s ; walk N-C 600s
            """);
    Transfers reduced =
        TransferReduction.reduce(
            city.timetable(), ChangeTable.of(city.timetable(), city.walks(), true), true);
    int from = nodeOf(city, "N");

    assertThat(IntStream.range(reduced.offsets()[from], reduced.offsets()[from + 1]))
        .extracting(entry -> reduced.targets()[entry])
        .containsExactly(nodeOf(city, "A"), nodeOf(city, "C"));
  }

  private static int nodeOf(TimetableText city, String stop) {
    return city.timetable().nodes().byStop().row(city.stop(stop))[0];
  }

  private static TimetableView view(TimetableText city, Transfers changes) {
    TimetableView view = city.view();
    return new TimetableView(
        city.timetable(), changes, changes, city.zone(), city.date(), view.days());
  }
}
