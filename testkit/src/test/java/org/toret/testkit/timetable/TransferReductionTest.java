package org.toret.testkit.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.toret.network.timetable.Transfers;
import org.toret.router.raptor.Foothold;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.TimetableView;
import org.toret.router.transfer.TransferReduction;
import org.toret.testkit.city.ChangeTable;
import org.toret.testkit.city.ClockText;
import org.toret.testkit.city.TimetableText;

/// Fewer changes on foot, the same journeys: in a city of streets and avenues where one can walk
/// from everywhere to everywhere, by the shortest way.
final class TransferReductionTest {

  private static final int SIZE = 6;
  private static final int BLOCK_SECONDS = 180;

  @Test
  void noBetterJourneyIsLost() {
    int kept = 0;
    int all = 0;
    int journeys = 0;
    for (int seed = 1; seed <= 12; seed++) {
      Random random = new Random(seed);
      TimetableText city = TimetableText.of(text(random));
      Transfers walks = ChangeTable.of(city.timetable(), city.walks(), false);
      Transfers reduced = TransferReduction.reduce(city.timetable(), walks, false);
      all += walks.count();
      kept += reduced.count();
      TimetableView full = view(city, walks);
      TimetableView few = view(city, reduced);
      for (int i = 0; i < 30; i++) {
        RangeQuery query = query(city, random);
        List<String> expected = points(full, query);
        assertThat(points(few, query)).as("seed %d: %s", seed, query).isEqualTo(expected);
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

  private static List<String> points(TimetableView view, RangeQuery query) {
    return new RangeRaptor()
        .search(view, query).stream()
            .filter(journey -> isWithin(query, journey))
            .map(journey ->
                "%s-%s, %d boarded"
                    .formatted(
                        ClockText.time(journey.departureSeconds()),
                        ClockText.time(journey.arrivalSeconds()),
                        journey.boardings()))
            .sorted()
            .toList();
  }

  /// Whether a journey belongs to the first half of the window. In the second half, journeys that
  /// ride to and fro still pass for good, because better ones begin after it.
  private static boolean isWithin(RangeQuery query, RaptorJourney journey) {
    int half = query.windowSeconds() / 2;
    return query.arriveBy()
        ? journey.arrivalSeconds() >= query.atSeconds() - half
        : journey.departureSeconds() <= query.atSeconds() + half;
  }

  /// From one crossing to another, on foot to and from every stop.
  private static RangeQuery query(TimetableText city, Random random) {
    int from = random.nextInt(SIZE * SIZE);
    int to = random.nextInt(SIZE * SIZE);
    boolean arriveBy = random.nextBoolean();
    int at = 8 * 3600 + 60 * random.nextInt(60);
    double factor = random.nextBoolean() ? 1 : 0.75 + random.nextInt(3) * 0.5;
    return new RangeQuery(
        arriveBy,
        arriveBy ? at + 7200 : at,
        7200,
        foothold(city, from, factor),
        foothold(city, to, factor),
        1 + random.nextInt(4),
        3 * 3600,
        60 * random.nextInt(3),
        factor,
        Integer.MAX_VALUE,
        false,
        false,
        RangeQuery.ALL_MODES);
  }

  private static Foothold foothold(TimetableText city, int crossing, double factor) {
    int[] stops = new int[SIZE * SIZE];
    int[] seconds = new int[SIZE * SIZE];
    for (int i = 0; i < stops.length; i++) {
      stops[i] = city.stop(name(i));
      seconds[i] = (int) Math.ceil(walkSeconds(crossing, i) * factor);
    }
    return new Foothold(stops, seconds);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 9; line++) {
      text.append("line L").append(line).append(" bus");
      int street = random.nextInt(SIZE);
      int avenue = random.nextInt(SIZE);
      int northward = street < SIZE / 2 ? 1 : -1;
      int eastward = avenue < SIZE / 2 ? 1 : -1;
      int seconds = 6 * 3600 + 60 * random.nextInt(30);
      for (int call = 0; call < 6; call++) {
        text.append(' ').append(name(SIZE * street + avenue));
        text.append(' ').append(ClockText.time(seconds));
        seconds += 45 + 15 * random.nextInt(16);
        boolean alongStreet = random.nextBoolean() && isInside(avenue + eastward);
        avenue += alongStreet ? eastward : 0;
        street += alongStreet ? 0 : northward;
        if (!isInside(street)) {
          break;
        }
      }
      text.append(" X").append(line).append(' ').append(ClockText.time(seconds));
      text.append(" | every ").append(3 + random.nextInt(18)).append("m until 11:00\n");
    }
    for (int a = 0; a < SIZE * SIZE; a++) {
      for (int b = 0; b < a; b++) {
        text.append("walk %s-%s %ds%n".formatted(name(a), name(b), walkSeconds(a, b)));
      }
    }
    return text.toString();
  }

  private static boolean isInside(int number) {
    return number >= 0 && number < SIZE;
  }

  private static int walkSeconds(int a, int b) {
    return BLOCK_SECONDS * (Math.abs(a / SIZE - b / SIZE) + Math.abs(a % SIZE - b % SIZE));
  }

  private static String name(int crossing) {
    return "C" + crossing / SIZE + crossing % SIZE;
  }
}
