package org.toret.testkit.timetable;

import java.util.List;
import java.util.Random;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.ClockText;
import org.toret.testkit.city.TimetableText;

/// Random cities of streets and avenues where one can walk from everywhere to everywhere, by the
/// shortest way, and questions to them.
final class GridCity {

  static final int SIZE = 6;
  private static final int BLOCK_SECONDS = 180;

  private GridCity() {}

  static List<String> points(TimetableView view, RangeQuery query) {
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
  static RangeQuery query(TimetableText city, Random random) {
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

  static String text(Random random) {
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

  static int walkSeconds(int a, int b) {
    return BLOCK_SECONDS * (Math.abs(a / SIZE - b / SIZE) + Math.abs(a % SIZE - b % SIZE));
  }

  static String name(int crossing) {
    return "C" + crossing / SIZE + crossing % SIZE;
  }
}
