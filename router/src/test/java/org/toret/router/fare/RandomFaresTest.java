package org.toret.router.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.build.FareRows;

/// The engine against trying everything, on thousands of small random rule sets.
@Tag("CO-04")
final class RandomFaresTest {

  private static final int SEEDS = 2_000;

  @Test
  void theEngineFindsWhatTryingEverythingFinds() {
    int priced = 0;
    int changed = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      FareTown town = town(random);
      FareRules rules = FareTown.rules(town);
      FeedFares fares = rules.feed(0);
      List<RiddenLeg> rides = rides(random);

      FareResult result = new FareEngine(rules).price(rides, FareOptions.ordinary());

      List<FareLeg> legs = FareLeg.of(rides, rides, fares, rules.stations(), new LegMatcher(fares));
      List<FareLeg> known = legs.stream().filter(leg -> leg.matches().length > 0).toList();
      int expected = known.isEmpty() ? 0 : FareOracle.least(fares, known);
      assertThat(result.atLeastCents()).as("seed " + seed).isEqualTo(expected);
      assertThat(result.unknown()).as("seed " + seed).hasSize(legs.size() - known.size());
      assertThat(result.items().stream().mapToInt(FareItem::cents).sum())
          .as("items of seed " + seed)
          .isEqualTo(expected);
      priced += known.isEmpty() ? 0 : 1;
      changed += result.items().size() < known.size() ? 1 : 0;
    }
    assertThat(priced).isGreaterThan(SEEDS / 2);
    assertThat(changed).as("cases in which a transfer saves a ticket").isGreaterThan(SEEDS / 10);
  }

  @Test
  void oneMoreProductNeverMakesAJourneyDearer() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      FareTown town = town(random);
      List<RiddenLeg> rides = rides(random);
      int before = town.engine().price(rides, FareOptions.ordinary()).atLeastCents();
      int unknown = town.engine().price(rides, FareOptions.ordinary()).unknown().size();
      town.rows("offer p0 1");

      FareResult after = town.engine().price(rides, FareOptions.ordinary());

      assertThat(after.atLeastCents()).as("seed " + seed).isLessThanOrEqualTo(before);
      assertThat(after.unknown()).as("seed " + seed).hasSize(unknown);
    }
  }

  static FareTown town(Random random) {
    FareTown town = new FareTown("t");
    town.with(
        fares -> fares.add(new FareRows.Medium("m0", "", 0)).add(new FareRows.Medium("m1", "", 1)));
    for (int product = 0; product < 5; product++) {
      int offers = 1 + random.nextInt(2);
      int first = random.nextInt(3);
      for (int offer = 0; offer < offers; offer++) {
        int medium = (first + offer) % 3;
        String on = medium == 2 ? "" : ":m" + medium;
        town.rows("offer p" + product + on + " " + (10 + random.nextInt(30) * 10));
      }
    }
    int legRules = 2 + random.nextInt(4);
    for (int rule = 0; rule < legRules; rule++) {
      String group = random.nextInt(8) == 0 ? "-" : "g" + random.nextInt(3);
      String network = random.nextInt(6) == 0 ? "-" : String.valueOf(random.nextInt(3));
      town.rows("leg " + group + " " + network + " p" + random.nextInt(5));
    }
    int changes = random.nextInt(8);
    for (int rule = 0; rule < changes; rule++) {
      town.rows(change(random));
    }
    return random.nextBoolean() ? town.with(fares -> fares.prioritised()) : town;
  }

  private static String change(Random random) {
    String from = random.nextInt(6) == 0 ? "-" : "g" + random.nextInt(3);
    String to =
        random.nextInt(6) == 0 ? "-" : random.nextBoolean() ? from : "g" + random.nextInt(3);
    String product = random.nextInt(3) > 0 ? "free" : "p" + random.nextInt(5);
    String limit = random.nextInt(3) == 0 ? "-" : String.valueOf((1 + random.nextInt(8)) * 900);
    int count = random.nextInt(3) == 0 ? -1 : 1 + random.nextInt(2);
    int type = random.nextInt(2) == 0 ? 0 : random.nextInt(3);
    return "change "
        + from
        + " "
        + to
        + " "
        + product
        + " "
        + limit
        + " "
        + count
        + " "
        + type
        + " "
        + random.nextInt(4);
  }

  static List<RiddenLeg> rides(Random random) {
    List<String> rides = new ArrayList<>();
    int minute = 6 * 60 + random.nextInt(60);
    int count = 1 + random.nextInt(4);
    for (int leg = 0; leg < count; leg++) {
      int end = minute + 5 + random.nextInt(40);
      char from = (char) ('A' + leg * 2);
      rides.add(
          random.nextInt(3)
              + " "
              + from
              + "-"
              + (char) (from + 1)
              + " "
              + clock(minute)
              + "-"
              + clock(end));
      minute = end + random.nextInt(60);
    }
    return FareTown.ride(rides.toArray(String[]::new));
  }

  private static String clock(int minute) {
    return String.format(java.util.Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }
}
