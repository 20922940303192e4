package org.toret.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleTable;
import org.toret.base.rules.RuleTableReader;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.LegTransferRules;
import org.toret.network.fare.build.FareRows;
import org.toret.network.fare.build.FeedFaresBuilder;
import org.toret.network.timetable.Timetable;
import org.toret.router.fare.FareCalendar;
import org.toret.router.fare.FareEngine;
import org.toret.router.fare.FareOptions;
import org.toret.router.fare.HeldProduct;
import org.toret.router.fare.TicketStates;
import org.toret.router.impact.RideCosts;
import org.toret.router.impact.Weighing;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.QuestionText;
import org.toret.testkit.city.RandomCity;
import org.toret.testkit.city.RandomQuestion;
import org.toret.testkit.city.TimetableText;

/// With fares as a criterion the search finds exactly what the slow router finds, whose journeys
/// are priced whole by the fare engine: tickets with limits of time, transfers that cost or are
/// free, areas and networks; in every other city with tables of prices and caps over them.
final class FareAgreementTest {

  private static final long SEED = Long.getLong("toret.seed", 1);
  private static final int QUESTIONS = 12;

  private FareOptions party = FareOptions.ordinary();
  private boolean begun;
  private int within;
  private int cheaper;

  @Test
  @Tag("SR-20")
  void nothingCheaperInsideTheSlackIsMissed() {
    int cities = Integer.getInteger("toret.cities", 80);
    for (long seed = SEED; seed < SEED + cities; seed++) {
      ask(seed);
    }
    assertThat(within).isGreaterThan(3 * cities);
    assertThat(cheaper).as("journeys that only the fare speaks for").isGreaterThan(cities / 4);
  }

  /// One of three has tickets in the pocket, that the others have not.
  @Test
  @Tag("CO-21")
  void nothingCheaperForAPartyIsMissed() {
    int cities = Integer.getInteger("toret.cities", 80) / 4;
    for (long seed = SEED; seed < SEED + cities; seed++) {
      Random random = new Random(seed);
      List<HeldProduct> holds = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        String feed = RandomCity.of(seed, RandomCity.Size.SPARSE).timetable().feeds().ids().get(0);
        holds.add(new HeldProduct(feed, "p" + random.nextInt(3), HeldProduct.UNUSED));
      }
      party = FareOptions.ordinary().withPersons(3).withHolds(holds);
      ask(seed);
    }
    assertThat(within).isGreaterThan(3 * cities);
  }

  /// Tickets that began between three hours before and half an hour after the time asked about.
  @Test
  @Tag("CO-28")
  void nothingCheaperForWhoHoldsBegunTicketsIsMissed() {
    begun = true;
    int cities = Integer.getInteger("toret.cities", 80) / 2;
    for (long seed = SEED; seed < SEED + cities; seed++) {
      ask(seed);
    }
    assertThat(within).isGreaterThan(3 * cities);
  }

  private static List<HeldProduct> begun(TimetableText city, RangeQuery query, Random random) {
    List<HeldProduct> holds = new ArrayList<>();
    long at = city.view().epochSecond(query.atSeconds());
    for (int i = 0; i < 2; i++) {
      String feed = city.timetable().feeds().ids().get(0);
      long from = at - 10_800 + 60 * random.nextInt(210);
      holds.add(new HeldProduct(feed, "p" + random.nextInt(3), from));
    }
    return holds;
  }

  /// Who boards the same vehicle earlier pays less here: the older ticket no longer holds for one
  /// transfer, so that a cheaper one takes its place.
  @Test
  @Tag("SR-20")
  void whatIsCheaperForBeingBoughtEarlierIsNotMissed() {
    ask(960);
  }

  /// Who lets the first vehicle go and boards the next one of the line pays less here.
  @Test
  @Tag("SR-20")
  void whatIsCheaperForWaitingIsNotMissed() {
    ask(50_448);
  }

  /// Who stays seated from line to line rides few enough stops in all for a short trip.
  @Test
  @Tag("SR-20")
  void whoStaysSeatedPaysForAllStopsTogether() {
    ask(801);
  }

  /// One ticket holds for both rides by way of D; and by way of B, leaving later, for who lets the
  /// first bus after the window go. The fastest way is dear.
  @Test
  @Tag("SR-20")
  void whatIsAsCheapAfterTheWindowForWhoWaitsIsMinded() {
    TimetableText city =
        TimetableText.of(
            """
            line 1 bus A 08:40 B 08:50
            line 1 bus A 09:00 B 09:10
            line 2 bus B 09:50 C 10:00
            line 3 bus A 08:20 D 08:30
            line 4 bus D 08:40 C 10:00
            line 5 bus A 08:25 C 09:55
            """);
    RideCosts costs = WeighedAgreementTest.noCosts(city.timetable());
    askForTheDear(
        "waiting", city, "leave 07:30 window 60m A > C", new Weighing(costs, 600, 1, 1, 0));
    assertThat(within).isEqualTo(1);
  }

  /// By the dear line 1 one boards the first bus of line 2 behind where by line 9 the second one is
  /// boarded.
  @Test
  @Tag("SR-20")
  void whoIsOnALaterBusBecauseItIsCheaperStaysOnIt() {
    TimetableText city =
        TimetableText.of(
            """
            line 9 bus O 08:00 P 08:28
            line 2 bus P 08:20 S 08:25 R 08:40
            line 2 bus P 08:30 S 08:35 R 08:50
            line 1 bus O 08:00 S 08:24
            """);
    RideCosts costs = WeighedAgreementTest.named(city.timetable());
    askForTheDear("cheaper", city, "leave 07:30 O > R", new Weighing(costs, 900, 1, 1, 0));
    assertThat(within).isEqualTo(2);
  }

  /// The bus of the night runs by yesterday's service, the one it meets by today's: one ticket
  /// where that leaves within the hour, two where it leaves after it.
  @Test
  @Tag("SR-20")
  void aTicketOfTheNightHoldsForTheMorning() {
    String city =
        """
        service yesterday -1 ; service today 0
        line N bus service=yesterday A 28:30 B 28:50
        line 1 bus service=today B %s C 05:45
        line 5 bus service=today A 04:40 C 05:40
        """;
    int paid = 0;
    for (String leaves : List.of("05:20", "05:35")) {
      TimetableText text = TimetableText.of(city.formatted(leaves));
      RideCosts costs = WeighedAgreementTest.noCosts(text.timetable());
      askForTheDear(
          leaves, text, "leave 04:00 window 60m A > C", new Weighing(costs, 900, 1, 1, 0));
      paid++;
      assertThat(within).isEqualTo(2 * paid);
    }
  }

  /// One ticket holds for an hour on all lines but the last one told, which is dear.
  private void askForTheDear(String which, TimetableText city, String question, Weighing weighing) {
    Timetable timetable = city.timetable();
    FeedFaresBuilder builder =
        new FeedFaresBuilder(timetable.feeds().ids().get(0), "v1", "Europe/Rome");
    builder.add(new FareRows.Product("p", "", "", "", 200, "EUR", 0));
    builder.add(new FareRows.Product("q", "", "", "", 900, "EUR", 1));
    int dear = timetable.routes().ids().size() - 1;
    for (int route = 0; route <= dear; route++) {
      builder.addRouteNetwork(route == dear ? "m" : "n", route);
    }
    builder.add(leg("g", "n", "", "p", 0));
    builder.add(leg("h", "m", "", "q", 0));
    builder.add(new FareRows.TransferRule("g", "g", "", LegTransferRules.UNLIMITED, 3600, 1, 0, 1));
    builder.prioritised();
    FareEngine fares = new FareEngine(rules(timetable, List.of(built(builder, timetable))));
    compare(which, city, QuestionText.read(question, city::stop), weighing, fares);
  }

  private void ask(long seed) {
    TimetableText city = RandomCity.of(seed, RandomCity.Size.SPARSE);
    Random random = new Random(seed);
    FareRules rules = fares(city.timetable(), random);
    FareEngine plain = new FareEngine(rules);
    FareEngine fares = seed % 2 == 0 ? plain : laid(city.timetable(), rules, plain, seed);
    RideCosts costs = WeighedAgreementTest.costs(city.timetable(), random);
    RandomQuestion questions = new RandomQuestion(city, seed);
    for (int number = 0; number < QUESTIONS; number++) {
      Weighing weighing = new Weighing(costs, 60 * random.nextInt(40), 1, 1, 0);
      String which = "seed %d, question %d".formatted(seed, number);
      RangeQuery query = shorter(questions.next());
      if (begun) {
        Random pocket = new Random(seed * QUESTIONS + number);
        party = FareOptions.ordinary().withHolds(begun(city, query, pocket));
      }
      compare(which, city, query, weighing, fares);
    }
  }

  private void compare(
      String which, TimetableText city, RangeQuery query, Weighing weighing, FareEngine engine) {
    TimetableView view = city.view();
    RideFares fares = new RideFares(view, engine, states(view, engine), party);
    RangeQuery longer = query.withWindow(query.windowSeconds() + query.maxSeconds());
    List<RaptorJourney> fast = inside(query, new ReferenceRouter().search(view, longer));
    List<RaptorJourney> all =
        inside(query, new ReferenceRouter(weighing.costs(), fares).search(view, longer));
    List<String> expected =
        all.stream()
            .filter(
                journey -> WeighedAgreementTest.isInScope(journey, fast, weighing.slackSeconds()))
            .map(journey -> point(city, journey, weighing, fares))
            .sorted()
            .toList();
    List<RaptorJourney> found =
        new RangeRaptor().searchWeighed(view, query, weighing, states(view, engine)).journeys();
    assertThat(found.stream().map(j -> point(city, j, weighing, fares)).sorted().toList())
        .as("%s: %s, slack %d", which, query, weighing.slackSeconds())
        .isEqualTo(expected);
    within += expected.size();
    int without = new RangeRaptor().searchWeighed(view, query, weighing, null).journeys().size();
    cheaper += Math.max(0, expected.size() - without);
  }

  /// What the slow router can answer while it keeps apart all that was paid.
  private static RangeQuery shorter(RangeQuery query) {
    return new RangeQuery(
        query.arriveBy(),
        query.atSeconds(),
        Math.min(query.windowSeconds(), 1800),
        query.access(),
        query.egress(),
        Math.min(query.maxRides(), 3),
        Math.min(query.maxSeconds(), 5400),
        query.slackSeconds(),
        query.walkFactor(),
        query.maxChangeMetres(),
        query.stepFree(),
        query.bikes(),
        query.modes());
  }

  private TicketStates states(TimetableView view, FareEngine engine) {
    int[] feeds = view.timetable().routes().feeds();
    return engine.states(party, feeds, view.epochSecond(0), 1);
  }

  private static List<RaptorJourney> inside(RangeQuery query, List<RaptorJourney> journeys) {
    return journeys.stream().filter(j -> WeighedAgreementTest.isInside(query, j)).toList();
  }

  private static String point(
      TimetableText city, RaptorJourney journey, Weighing weighing, RideFares fares) {
    return WeighedAgreementTest.point(city, journey, weighing.costs())
        + ", "
        + fares.cents(journey)
        + " cents";
  }

  /// Every ride has a price, by its network and sometimes by where it begins.
  private static FareRules fares(Timetable timetable, Random random) {
    List<FeedFares> feeds = new ArrayList<>();
    for (int feed = 0; feed < timetable.feeds().ids().size(); feed++) {
      feeds.add(feed(timetable, feed, random));
    }
    return rules(timetable, feeds);
  }

  private static FareRules rules(Timetable timetable, List<FeedFares> feeds) {
    int[] stations = new int[timetable.stops().count()];
    Arrays.setAll(stations, timetable.stops()::station);
    return new FareRules(stations, timetable.routes().agencies(), feeds);
  }

  /// The same with short trips by the number of stops, prices from one area to another and a cap.
  private static FareEngine laid(
      Timetable timetable, FareRules rules, FareEngine plain, long seed) {
    Random random = new Random(-seed);
    List<String> tables = new ArrayList<>();
    List<String> caps = new ArrayList<>();
    for (FeedFares feed : rules.feeds()) {
      int cents = 60 + 10 * random.nextInt(15);
      String network = random.nextBoolean() ? "" : "n0";
      int stops = 1 + random.nextInt(3);
      String id = feed.id();
      tables.add("%s-short,%s,%s,,,%d,%d".formatted(id, id, network, stops, cents));
      tables.add("%s-pair,%s,,near,far,,%d".formatted(id, id, 2 * cents));
      caps.add("%s-day,%s,p0 p1,day,%d".formatted(id, id, 300 + 10 * random.nextInt(30)));
    }
    List<RuleTable> laid = new ArrayList<>();
    laid.add(table("fare-table", "feed,network,from,to,stops,cents", tables));
    laid.add(table("fare-cap", "feed,products,period,cents", caps));
    RuleBook book = RuleBook.of(laid);
    ZoneId zone = ZoneId.of("Europe/Rome");
    return FareCalendar.of(timetable, rules, plain, book, zone).on(LocalDate.of(2026, 1, 1));
  }

  private static RuleTable table(String id, String columns, List<String> rows) {
    String head = "# table: %s\n# version: 2000-01-01\n# source s: a test | none | 2000\nrow,%s\n";
    String text = head.formatted(id, columns) + String.join("\n", rows);
    return new RuleTableReader(id, new Notices()).read(text).orElseThrow();
  }

  private static FeedFares feed(Timetable timetable, int feed, Random random) {
    FeedFaresBuilder builder =
        new FeedFaresBuilder(timetable.feeds().ids().get(feed), "v1", "Europe/Rome");
    for (int product = 0; product < 3; product++) {
      int cents = 100 + 10 * random.nextInt(30);
      builder.add(new FareRows.Product("p" + product, "", "", "", cents, "EUR", product));
    }
    int networks = 1 + random.nextInt(3);
    for (int route = 0; route < timetable.routes().ids().size(); route++) {
      builder.addRouteNetwork("n" + random.nextInt(networks), route);
    }
    for (int stop = 0; stop < timetable.stops().count(); stop++) {
      builder.addStopArea(random.nextInt(3) == 0 ? "far" : "near", stop);
    }
    for (int network = 0; network < networks; network++) {
      String name = "n" + network;
      builder.add(leg("g" + network, name, "", "p" + random.nextInt(3), 0));
      if (random.nextBoolean()) {
        builder.add(leg("far", name, "far", "p" + random.nextInt(3), 1));
      }
    }
    int changes = 1 + random.nextInt(5);
    for (int i = 0; i < changes; i++) {
      String from = "g" + random.nextInt(networks);
      String to = random.nextBoolean() ? from : "g" + random.nextInt(networks);
      builder.add(change(from, to, random));
    }
    builder.prioritised();
    return built(builder, timetable);
  }

  private static FeedFares built(FeedFaresBuilder builder, Timetable timetable) {
    int[] parents = new int[timetable.stops().count()];
    Arrays.fill(parents, -1);
    return builder.build(parents, timetable.routes().ids().size());
  }

  private static FareRows.LegRule leg(
      String group, String network, String from, String product, int priority) {
    return new FareRows.LegRule(group, network, from, "", "", "", product, priority, 1);
  }

  private static FareRows.TransferRule change(String from, String to, Random random) {
    return new FareRows.TransferRule(
        from,
        to,
        random.nextInt(3) > 0 ? "" : "p" + random.nextInt(3),
        random.nextInt(4) > 0 ? LegTransferRules.UNLIMITED : 1 + random.nextInt(2),
        random.nextInt(3) == 0 ? -1 : 600 * (1 + random.nextInt(8)),
        random.nextInt(3) > 0 ? 1 : random.nextInt(4),
        random.nextInt(4) == 0 ? 2 : 0,
        1);
  }
}
