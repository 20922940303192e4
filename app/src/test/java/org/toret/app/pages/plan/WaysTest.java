package org.toret.app.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.app.pages.SampleRides;
import org.toret.app.pages.draw.Labels;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.app.texts.Texts;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Criteria;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.TravelMode;

/// What alternatives are to one another on the page: the same way, more and less, a point in a
/// picture, an order by what matters.
final class WaysTest {

  private static final Words ENGLISH = Words.in(Words.loadInto(Texts.load()), "en");
  private static final List<Measure> MEASURES = Measure.all(new Formats(ENGLISH.locale()), "EUR");

  private final Alternative metro = ride("M1", 0, 20, 190, 0, 400, 130);
  private final Alternative later = ride("M1", 6, 21, 190, 0, 400, 130);
  private final Alternative slower = ride("M1", 9, 30, 190, 0, 400, 130);
  private final Alternative dearer = ride("M1", 12, 20, 380, 0, 400, 130);
  private final Alternative bus = ride("8", 3, 28, null, 150, 900, 100);
  private final Alternative train = ride("SFM1", 5, 24, null, 0, 300, 90);

  @Test
  void theSameRidesAtTheSameCostAreOneWay() {
    assertThat(Ways.of(List.of(metro, bus, later, slower, dearer)))
        .containsExactly(List.of(metro, later), List.of(bus), List.of(slower), List.of(dearer));
  }

  @Test
  void theDifferenceIsSaidWithoutGuessing() {
    Versus versus = new Versus(ENGLISH, MEASURES);
    assertThat(plain(versus.tell(dearer, metro))).isEqualTo("€1.90 more");
    assertThat(plain(versus.tell(later, metro))).isEqualTo("1 min more");
    assertThat(plain(versus.tell(metro, slower))).isEqualTo("10 min less");
    assertThat(versus.tell(metro, metro)).isEmpty();
    assertThat(plain(versus.tell(bus, metro)))
        .as("an unknown fare that may be less or more is not compared")
        .isEqualTo("8 min and 500 Wh more; 30 g CO₂e less; not comparable: fare");
    assertThat(plain(versus.tell(ride("9", 0, 20, null, 200, 400, 130), metro)))
        .isEqualTo("at least €0.10 more");
    assertThat(plain(versus.tell(ride("9", 0, 20, 100, 0, 400, 130), bus)))
        .isEqualTo("30 g CO₂e more; 8 min, at least €0.50 and 500 Wh less");
  }

  @Test
  void whoArrivesEarlierThanTheFastestSaysSo() {
    Alternative early = ride("8", 0, 24, 190, 0, 400, 130);
    Alternative fast = ride("M1", 6, 20, 190, 0, 400, 130);
    List<Alternative> all = List.of(early, fast);
    var writer = new AlternativeWriter(ENGLISH, all, LocalDate.of(2026, 9, 15), false, List.of());
    List<AlternativeView> views =
        new WayWriter(ENGLISH, MEASURES, List.of(List.of(early), List.of(fast)), a -> false)
            .write(writer);
    assertThat(plain(views.getFirst().versus()))
        .isEqualTo("Against the fastest: 4 min more; arrives 2 min earlier");
    assertThat(views.getLast().versus()).isEmpty();
  }

  @Test
  void theCountAboveTheCardsIsThatOfTheCards() {
    assertThat(written(metro, later, bus).summary()).isEqualTo("2 alternatives, 3 departures");
    assertThat(written(metro, later, bus).alternatives()).hasSize(2);
    assertThat(written(metro, later, bus).groups().getFirst().label()).isEqualTo("All 2");
    assertThat(written(metro, bus).summary()).isEqualTo("2 alternatives");
    assertThat(written(metro, later).summary()).isEqualTo("1 alternative, 2 departures");
  }

  private static PlanView written(Alternative... all) {
    var place = SampleRides.spot("x", 45.0, 7.6);
    var at = OffsetDateTime.parse("2026-09-15T08:00+02:00");
    var answer =
        new PlanAnswer(
            place,
            place,
            List.of(),
            at,
            null,
            null,
            List.of(all),
            PlanAnswer.Pareto.of(Criteria.ALL, all.length, all.length, List.of(), null),
            new PlanAnswer.State("x", null, List.of()),
            List.of());
    var end = new Question.End("", "");
    var question = new Question(Address.of(Map.of()), end, end, List.of());
    return new PlanWriter(ENGLISH, question).write(answer);
  }

  @Test
  void whatIsNotKnownCountsAsTheWorst() {
    List<Losses> losses = Losses.of(List.of(metro, bus, dearer, train), MEASURES);
    assertThat(losses.get(0)).isEqualTo(new Losses(0, 0, 100.0 / 600, 1));
    assertThat(losses.get(1)).isEqualTo(new Losses(1, 1, 1, 0.25));
    assertThat(losses.get(2).fare()).isEqualTo(1);
    assertThat(losses.get(3)).isEqualTo(new Losses(0.5, 1, 0, 0));
    assertThat(new Weights(2, 0, 0, 4).sum(losses.get(1))).isEqualTo(3);
    Alternative atLeast = ride("9", 0, 20, null, 570, 400, 130);
    assertThat(Losses.of(List.of(metro, dearer, atLeast), MEASURES).getLast().fare()).isEqualTo(2);
  }

  @Test
  void aPointLiesWhereItsCostsSay() {
    Trade trade = trade(metro, slower, dearer);
    assertThat(trade.points().get(0).style())
        .contains("--time:0.000;", "--fare:0.475;", "--energy:1.000;", "--emissions:0.867;");
    assertThat(trade.axes().get(0).ticks())
        .extracting(Trade.Tick::label)
        .containsExactly("20 min", "25 min", "30 min");
  }

  @Test
  void theFrontIsWhatNoOtherBeatsInBothCosts() {
    Trade trade = trade(metro, slower, bus);
    assertThat(trade.points().get(0).fronts()).contains("time-fare", "time-emissions");
    assertThat(trade.points().get(1).fronts()).doesNotContain("time-energy", "time-emissions");
    assertThat(trade.points().get(2).fronts())
        .as("an unknown fare is on no front of fares")
        .contains("time-emissions")
        .doesNotContain("fare");
  }

  @Test
  void whatIsNotKnownAtAllStandsBeyondTheAxis() {
    Trade trade = trade(metro, bus, train);
    assertThat(trade.open()).isTrue();
    assertThat(trade.points().get(2).style()).contains("--fare:1.085;");
    assertThat(trade.points().get(1).style()).contains("--fare:0.167;");
    assertThat(trade.points().get(1).doubts()).isEqualTo("fare");
    assertThat(trade.axes().get(1).open()).isTrue();
    assertThat(trade.axes().get(0).open()).isFalse();
  }

  /// However many cost the same: what moves is a label, by so much as the drawing says.
  @Test
  @Tag("UI-21")
  void pointsStandAtTheirValuesAndOnlyTheirLabelsMakeRoom() {
    Alternative same = ride("M2", 0, 20, 190, 0, 400, 130);
    Trade trade = trade(metro, same, later, slower, dearer);
    String place = "--time:0.000;--fare:0.475;--energy:1.000;--emissions:0.867;";
    assertThat(trade(metro).points().getFirst().style()).doesNotContain("-x:", "-y:");
    assertThat(trade.points().get(0).style()).startsWith("--time:0.000;");
    assertThat(trade.points().get(1).style().substring(0, place.length()))
        .isEqualTo(trade.points().get(0).style().substring(0, place.length()));
    Matcher moved =
        Pattern.compile("--[a-z]+-[a-z]+-x:(-?\\d+);--[a-z]+-[a-z]+-y:(-?\\d+);")
            .matcher(trade.points().get(0).style() + trade.points().get(1).style());
    int labels = 0;
    while (moved.find()) {
      labels++;
      double far = Math.hypot(Integer.parseInt(moved.group(1)), Integer.parseInt(moved.group(2)));
      assertThat(far).isBetween(Trade.LABEL_HEIGHT / 2.0, (double) Labels.FARTHEST);
    }
    assertThat(labels).as("one at least of both, for each pair of axes").isGreaterThanOrEqualTo(12);
  }

  private static Trade trade(Alternative... alternatives) {
    List<Alternative> all = List.of(alternatives);
    List<List<Alternative>> ways = new ArrayList<>();
    all.forEach(alternative -> ways.add(List.of(alternative)));
    var writer = new AlternativeWriter(ENGLISH, all, LocalDate.of(2026, 9, 15), false, List.of());
    List<AlternativeView> views =
        new WayWriter(ENGLISH, MEASURES, ways, alternative -> false).write(writer);
    return new TradeWriter(ENGLISH, MEASURES, all, views).write("time", "fare");
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  private static Alternative ride(
      String line,
      int leavesAfter,
      int minutes,
      @Nullable Integer cents,
      int atLeastCents,
      int wattHours,
      int grams) {
    String clock = "08:%02d".formatted(leavesAfter);
    var route = new Leg.Line("demo:" + line, line, line, null, null, "T");
    return SampleRides.from(SampleRides.stop("a", "Alfa", 45.07, 7.68, null), clock)
        .ride(
            TravelMode.METRO,
            route,
            "Beta",
            SampleRides.stop("b", "Beta", 45.03, 7.66, null),
            minutes)
        .as(
            line + leavesAfter,
            "public",
            cents == null ? SampleRides.unknown(atLeastCents, "?") : SampleRides.ticket(cents, 0),
            SampleRides.energy(wattHours, 0, 0),
            SampleRides.emissions(grams, 0, 0, 0, 0));
  }
}
