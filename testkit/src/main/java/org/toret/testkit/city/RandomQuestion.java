package org.toret.testkit.city;

import java.util.Random;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;

/// Questions drawn from a seed, in either direction and with every option.
public final class RandomQuestion {

  private static final double[] FACTORS = {1, 1, 0.75, 1.3, 2};
  private static final int[] SLACKS = {0, 0, 60, 120, 300};

  private final Random random;
  private final TimetableText city;
  private final int[] platforms;

  /// @param seed the same seed asks the same questions
  public RandomQuestion(TimetableText city, long seed) {
    this.city = city;
    this.random = new Random(seed);
    Stops stops = city.timetable().stops();
    this.platforms =
        java.util.stream.IntStream.range(0, stops.count())
            .filter(stop -> stops.kinds()[stop] == Stops.PLATFORM)
            .toArray();
  }

  /// Draws the next question; its time is near some departure of the timetable.
  public RangeQuery next() {
    boolean arriveBy = random.nextBoolean();
    int near = someDeparture() + 60 * (random.nextInt(41) - 30);
    return new RangeQuery(
        arriveBy,
        arriveBy ? near + 60 * random.nextInt(150) : near,
        chance(15) ? 0 : 60 * random.nextInt(150),
        foothold(),
        foothold(),
        1 + random.nextInt(5),
        chance(20) ? 60 * (1 + random.nextInt(60)) : 3600 * (2 + random.nextInt(10)),
        SLACKS[random.nextInt(SLACKS.length)],
        FACTORS[random.nextInt(FACTORS.length)],
        chance(80) ? 5000 : random.nextInt(500),
        chance(20),
        chance(15),
        chance(80) ? RangeQuery.ALL_MODES : random.nextInt(1 << Mode.values().length));
  }

  private int someDeparture() {
    Timetable timetable = city.timetable();
    Patterns patterns = timetable.patterns();
    int day = city.dayOffsets()[random.nextInt(city.dayOffsets().length)];
    return patterns.departures()[random.nextInt(patterns.departures().length)] + day * 86_400;
  }

  private Foothold foothold() {
    int[] stops =
        random
            .ints(1 + random.nextInt(4), 0, platforms.length)
            .map(i -> platforms[i])
            .distinct()
            .toArray();
    int[] seconds = new int[stops.length];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = chance(30) ? 0 : random.nextInt(900);
    }
    return new Foothold(stops, seconds);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
