package org.toret.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.timetable.AlikePatterns;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.impact.RideCosts;
import org.toret.router.impact.Weighing;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.ClockText;
import org.toret.testkit.city.QuestionText;
import org.toret.testkit.city.RandomCity;
import org.toret.testkit.city.RandomQuestion;
import org.toret.testkit.city.TimetableText;

/// The search that weighs energy and emissions finds exactly what the slow router finds that weighs
/// them too, as far as it arrives within the slack.
final class WeighedAgreementTest {

  private static final long SEED = Long.getLong("toret.seed", 1);
  private static final int QUESTIONS = 20;
  private static final int CITIES = Integer.getInteger("toret.cities", 80);

  private int within;
  private int beyondSlack;
  private int slower;

  @Test
  @Tag("SR-16")
  void nothingInsideTheSlackIsMissed() {
    for (long seed = SEED; seed < SEED + CITIES; seed++) {
      RandomCity.Size size = seed % 2 == 0 ? RandomCity.Size.SMALL : RandomCity.Size.SPARSE;
      TimetableText city = RandomCity.of(seed, size);
      Random random = new Random(seed);
      RideCosts costs = costs(city.timetable(), random);
      RandomQuestion questions = new RandomQuestion(city, seed);
      for (int number = 0; number < QUESTIONS; number++) {
        Weighing weighing = new Weighing(costs, 60 * random.nextInt(40), 1, 1, 0);
        compare("seed %d, question %d".formatted(seed, number), city, questions.next(), weighing);
      }
    }
    assertThat(within).isGreaterThan(5 * CITIES);
    assertThat(slower).isGreaterThan(CITIES);
    assertThat(beyondSlack).isGreaterThan(CITIES / 2);
  }

  /// Costs are the same on every day: on a single one, lines that are of no use give no clue.
  @Test
  @Tag("SR-16")
  void norOnTheOnlyDayOfATimetable() {
    int cities = Math.min(30, CITIES);
    for (long seed = SEED; seed < SEED + cities; seed++) {
      TimetableText city = onOneDay(RandomCity.of(seed, RandomCity.Size.SPARSE));
      RandomQuestion questions = new RandomQuestion(city, seed);
      Weighing weighing = new Weighing(costs(city.timetable(), new Random(seed)), 1800, 1, 1, 0);
      for (int number = 0; number < QUESTIONS; number++) {
        compare("seed %d, question %d".formatted(seed, number), city, questions.next(), weighing);
      }
    }
    assertThat(within).isGreaterThan(3 * cities);
  }

  private static TimetableText onOneDay(TimetableText city) {
    return new TimetableText(
        city.timetable(), city.walks(), city.date(), city.zone(), new int[] {0});
  }

  /// At D nobody gets off or on.
  @Test
  @Tag("SR-16")
  void norWhereOneMustStaySeated() {
    TimetableText city =
        TimetableText.of(
            """
            line 0 bus Z 07:50 A 07:51 B 07:52 C 07:53
            line 1 bus block=b A 08:00 B 08:01 C 08:02 D 08:10!d
            line 2 bus block=b D 08:12!p E 08:20
            """);
    RangeQuery query = QuestionText.read("leave 07:30 Z > E", city::stop);
    RideCosts costs = costs(city.timetable(), new Random(SEED));
    compare("staying seated", city, query, new Weighing(costs, 600, 1, 1, 0));
    assertThat(within).isPositive();
  }

  /// Boarding once less is all that speaks for the second way, found after the first.
  @Test
  @Tag("SR-16")
  void norWhatIsBetterInTheNumberOfRidesAlone() {
    TimetableText city =
        TimetableText.of(
            """
            line 1 bus Z 08:05 D 08:10
            line 2 bus D 08:12 F 08:20
            line 3 bus F 08:22 C 08:40
            line 4 bus Z 08:00 A 08:10
            line 5 bus A 08:20 C 08:50
            """);
    RangeQuery query = QuestionText.read("leave 07:30 Z > C", city::stop);
    compare("fewer rides", city, query, new Weighing(noCosts(city.timetable()), 600, 1, 1, 0));
    assertThat(within).isEqualTo(2);
  }

  @Test
  @Tag("SR-16")
  void norWhatTakesNoTimeWhereNothingSlowerIsWanted() {
    TimetableText city = TimetableText.of("line 1 bus A 08:00 B 08:00");
    Weighing weighing = new Weighing(noCosts(city.timetable()), 0, 1, 1, 0);
    compare("leaving", city, QuestionText.read("leave 07:30 A > B", city::stop), weighing);
    compare("arriving", city, QuestionText.read("arrive 08:30 A > B", city::stop), weighing);
    assertThat(within).isEqualTo(2);
  }

  /// The second bus of line 2 is of use up to Q only, when the first one has been boarded behind P.
  @Test
  @Tag("SR-16")
  void norWhoIsInTimeWhenOthersOnTheLineGetOff() {
    TimetableText city =
        TimetableText.of(
            """
            line 1 bus O 08:00 P 08:28
            line 2 bus P 08:20 S 08:25 Q 08:30 R 08:40
            line 2 bus P 08:30 S 08:35 Q 08:40 R 08:50
            line 3 bus Q 08:41 R 08:44
            line 9 bus O 08:00 S 08:24
            """);
    asCostly("in time", city, "leave 07:30 O > R", 300);
    assertThat(within).isEqualTo(2);
  }

  /// The first bus of line 2 is boarded by who came in the costly one, the second behind it.
  @Test
  @Tag("SR-16")
  void norTheFasterOfTwoOnALine() {
    TimetableText city =
        TimetableText.of(
            """
            line 9 bus O 08:00 P 08:19
            line 2 bus P 08:20 S 08:25 R 08:40
            line 2 bus P 08:30 S 08:35 R 08:50
            line 1 bus O 08:00 S 08:33
            """);
    asCostly("faster", city, "leave 07:30 O > R", 900);
    assertThat(within).isEqualTo(2);
  }

  @Test
  @Tag("SR-16")
  void norDoesAnybodyGetOffWhereTheSecondVehicleLetsNobodyOut() {
    TimetableText city =
        TimetableText.of(
            """
            line 1 bus A 08:00 B 08:10
            line 2 bus B 08:15 C 08:25!d D 08:40
            line 3 bus A 08:05 C 08:50
            """);
    asCostly("no way out", city, "leave 07:30 A > C,D+600s", 600);
    assertThat(within).isEqualTo(1);
  }

  @Test
  @Tag("SR-16")
  void norWhatLeavesInTheLastSecondOfTheWindow() {
    TimetableText city = TimetableText.of("line 1 bus A 08:00 B 08:10");
    asCostly("last second", city, "leave 07:30 window 30m A > B", 600);
    assertThat(within).isEqualTo(1);
  }

  /// At X one is in time for line 2, but not on foot.
  @Test
  @Tag("SR-16")
  void norIsAnythingFoundBeyondTheSlack() {
    TimetableText city =
        TimetableText.of("line 1 bus A 08:00 X 08:10 ; line 2 bus X 08:10 D 08:12");
    asCostly("slack", city, "leave 07:30 A > X+900s,D", 60);
    assertThat(within).isEqualTo(1);
  }

  /// Each hop costs as many units as the name of the line says.
  private void asCostly(String which, TimetableText city, String question, int slackSeconds) {
    RangeQuery query = QuestionText.read(question, city::stop);
    compare(which, city, query, new Weighing(named(city.timetable()), slackSeconds, 1, 1, 0));
  }

  static RideCosts named(Timetable timetable) {
    Patterns patterns = timetable.patterns();
    int[] costs = new int[patterns.nodes().length];
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      String id = timetable.routes().ids().get(patterns.routes()[pattern]);
      int hop = Integer.parseInt(id.substring(id.indexOf(':') + 1));
      for (int call = 1; call < patterns.length(pattern); call++) {
        int at = patterns.stopOffsets()[pattern] + call;
        costs[at] = costs[at - 1] + hop;
      }
    }
    return new RideCosts(patterns.stopOffsets(), costs, costs);
  }

  private void compare(String which, TimetableText city, RangeQuery query, Weighing weighing) {
    TimetableView view = city.view();
    RangeQuery longer = query.withWindow(query.windowSeconds() + query.maxSeconds());
    List<RaptorJourney> fast =
        new ReferenceRouter()
            .search(view, longer).stream().filter(j -> isInside(query, j)).toList();
    List<RaptorJourney> all =
        new ReferenceRouter(weighing.costs())
            .search(view, longer).stream().filter(j -> isInside(query, j)).toList();
    List<String> expected =
        all.stream()
            .filter(journey -> isInScope(journey, fast, weighing.slackSeconds()))
            .map(journey -> point(city, journey, weighing.costs()))
            .sorted()
            .toList();
    List<RaptorJourney> found =
        new RangeRaptor().searchWeighed(view, query, weighing, null).journeys();
    for (RaptorJourney journey : found) {
      assertThat(JourneyCheck.faults(view, query, List.of(journey))).as(which).isEmpty();
    }
    assertThat(found.stream().map(j -> point(city, j, weighing.costs())).sorted().toList())
        .as("%s: %s, slack %d", which, query, weighing.slackSeconds())
        .isEqualTo(expected);
    within += expected.size();
    beyondSlack += all.size() - expected.size();
    slower += expected.size() - fast.size();
  }

  static boolean isInside(RangeQuery query, RaptorJourney journey) {
    return query.arriveBy()
        ? journey.arrivalSeconds() >= query.atSeconds() - query.windowSeconds()
        : journey.departureSeconds() <= query.atSeconds() + query.windowSeconds();
  }

  /// Near one of the fastest journeys that no other leaves later and arrives earlier than, with one
  /// ride more than the fastest at most.
  static boolean isInScope(RaptorJourney journey, List<RaptorJourney> fast, int slackSeconds) {
    int most = fast.stream().mapToInt(RaptorJourney::boardings).max().orElse(0);
    return journey.boardings() <= most + 1
        && fast.stream()
            .filter(one -> fast.stream().noneMatch(other -> isFaster(other, one)))
            .anyMatch(one ->
                journey.departureSeconds() >= one.departureSeconds() - slackSeconds
                    && journey.arrivalSeconds() <= one.arrivalSeconds() + slackSeconds);
  }

  private static boolean isFaster(RaptorJourney a, RaptorJourney b) {
    return a.departureSeconds() >= b.departureSeconds()
        && a.arrivalSeconds() <= b.arrivalSeconds()
        && (a.departureSeconds() > b.departureSeconds() || a.arrivalSeconds() < b.arrivalSeconds());
  }

  static String point(TimetableText city, RaptorJourney journey, RideCosts costs) {
    int energy = 0;
    int emissions = 0;
    for (Ride ride : journey.rides()) {
      int pattern = city.timetable().trips().patterns()[ride.trip()];
      energy += costs.milliwattHours(pattern, ride.boardCall(), ride.alightCall());
      emissions += costs.milligramsCO2e(pattern, ride.boardCall(), ride.alightCall());
    }
    return "%s-%s, %d boarded, %d mWh, %d mg"
        .formatted(
            ClockText.time(journey.departureSeconds()),
            ClockText.time(journey.arrivalSeconds()),
            journey.boardings(),
            energy,
            emissions);
  }

  static RideCosts noCosts(Timetable timetable) {
    Patterns patterns = timetable.patterns();
    int[] nothing = new int[patterns.nodes().length];
    return new RideCosts(patterns.stopOffsets(), nothing, nothing);
  }

  /// Some patterns cost nothing, most a few units a hop, so that ties are common; patterns that
  /// look alike cost the same.
  static RideCosts costs(Timetable timetable, Random random) {
    Patterns patterns = timetable.patterns();
    int[] energy = new int[patterns.nodes().length];
    int[] emissions = new int[energy.length];
    AlikePatterns looks = AlikePatterns.of(patterns);
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      if (looks.first(pattern) < pattern) {
        int from = patterns.stopOffsets()[looks.first(pattern)];
        int to = patterns.stopOffsets()[pattern];
        System.arraycopy(energy, from, energy, to, patterns.length(pattern));
        System.arraycopy(emissions, from, emissions, to, patterns.length(pattern));
        continue;
      }
      int dear = random.nextInt(5);
      int dirty = random.nextInt(5);
      for (int call = 1; call < patterns.length(pattern); call++) {
        int at = patterns.stopOffsets()[pattern] + call;
        energy[at] = energy[at - 1] + dear * random.nextInt(3);
        emissions[at] = emissions[at - 1] + dirty * random.nextInt(3);
      }
    }
    return new RideCosts(patterns.stopOffsets(), energy, emissions);
  }
}
