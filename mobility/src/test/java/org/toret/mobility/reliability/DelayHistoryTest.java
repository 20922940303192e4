package org.toret.mobility.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.mobility.reliability.DelayHistory.Event;
import org.toret.mobility.reliability.DelayHistory.Where;

/// Distributions against sums made by hand.
@Tag("RE-01")
final class DelayHistoryTest {

  private static final double EXACT = 1e-12;

  private final DelayHistory history = new DelayHistory();

  @Test
  void withoutEnoughObservationsNothingIsSaid() {
    add(where("l", "s", 8), 0, DelayHistory.LEAST - 1);
    assertThat(history.delays(where("l", "s", 8))).isEmpty();
    add(where("l", "s", 8), 0, 1);
    assertThat(history.delays(where("l", "s", 8))).isPresent();
  }

  @Test
  void eachPlaceIsDrawnToTheNextWider() {
    add(where("other", "x", 9), 0, 300);
    add(where("l", "s", 8), 120, 60);
    add(where("l", "t", 8), 0, 40);
    double city = 60.0 / 400;
    double line = (60 + 20 * city) / (100 + 20);
    double lineHour = (60 + 20 * line) / (100 + 20);
    double stop = (60 + 20 * lineHour) / (60 + 20);
    double stopHour = (60 + 20 * stop) / (60 + 20);
    assertThat(late(where("l", "s", 8), 120)).isCloseTo(stopHour, within(EXACT));
    assertThat(late(where("l", "s", 7), 120))
        .as("another hour: the line without its hour, then the stop")
        .isCloseTo((20 * ((60 + 20 * line) / 80)) / 20, within(EXACT));
    assertThat(late(where("new", "s", 8), 120))
        .as("a line never seen is as the city")
        .isCloseTo(city, within(EXACT));
  }

  @Test
  void theBasisIsTheFinestPlaceWithEnoughOfItsOwn() {
    add(where("other", "x", 9), 0, 300);
    add(where("l", "s", 8), 120, 19);
    add(where("l", "t", 8), 120, 1);
    assertThat(delays(where("l", "s", 8)).basis()).isEqualTo(Delays.Basis.LINE_HOUR);
    assertThat(delays(where("l", "s", 8)).observations()).isEqualTo(20);
    add(where("l", "s", 8), 120, 1);
    assertThat(delays(where("l", "s", 8)).basis()).isEqualTo(Delays.Basis.STOP_HOUR);
    assertThat(delays(where("new", "s", 8)).basis()).isEqualTo(Delays.Basis.CITY);
  }

  @Test
  void departuresAfterAStayAreApart() {
    add(where("l", "s", 8), 300, 200);
    Where departure = new Where("l", "s", 8, Event.DEPARTURE);
    assertThat(late(departure, 300)).as("nothing of its own yet").isCloseTo(1, within(EXACT));
    add(departure, 0, 100);
    assertThat(late(where("l", "s", 8), 300)).isCloseTo(1, within(EXACT));
    assertThat(late(departure, 0)).isGreaterThan(0.99);
  }

  @Test
  void aDistributionAddsUpToOneWhateverWasCounted() {
    for (int seconds = -1000; seconds < 6000; seconds += 37) {
      add(where("l", "s" + seconds % 7, Math.abs(seconds) % 24), seconds, 1);
    }
    assertThat(Arrays.stream(delays(where("l", "s0", 3)).probabilities()).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void classesStandForTheirMiddle() {
    assertThat(DelayBins.middle(DelayBins.of(0))).isZero();
    assertThat(DelayBins.middle(DelayBins.of(-14))).isZero();
    assertThat(DelayBins.middle(DelayBins.of(16))).isEqualTo(30);
    assertThat(DelayBins.middle(DelayBins.of(120))).isEqualTo(120);
    for (int bin = 0; bin < DelayBins.COUNT; bin++) {
      assertThat(DelayBins.of(DelayBins.middle(bin))).isEqualTo(bin);
    }
  }

  @Test
  void twoVehiclesMeetAsOftenAsTheSumOverBothSays() {
    Delays first = new Delays(plain(0, 0.5, 240, 0.5), 1, Delays.Basis.STOP);
    Delays second = new Delays(plain(0, 0.75, 120, 0.25), 1, Delays.Basis.STOP);
    assertThat(Delays.chance(first, second, 60)).isCloseTo(0.5, within(EXACT));
    assertThat(Delays.chance(first, second, 120)).isCloseTo(0.5 + 0.5 * 0.25, within(EXACT));
    assertThat(Delays.chance(first, second, 240)).isCloseTo(1, within(EXACT));
    assertThat(Delays.chance(first, second, -60)).isCloseTo(0.5 * 0.25, within(EXACT));
  }

  @Test
  @Tag("RE-02")
  void whatWasWrittenIsReadAgainAndRubbishChangesNothing() throws IOException {
    add(where("l", "s", 8), 120, 150);
    history.addError("l", 2, 60);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    history.write(new DataOutputStream(bytes));

    DelayHistory other = new DelayHistory();
    other.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(other.cells()).isEqualTo(history.cells());
    assertThat(other.delays(where("l", "s", 8)).orElseThrow().probabilities())
        .isEqualTo(delays(where("l", "s", 8)).probabilities());

    byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    assertThatThrownBy(() -> other.read(new DataInputStream(new ByteArrayInputStream(half))))
        .isInstanceOf(IOException.class);
    assertThat(other.cells()).isEqualTo(history.cells());
  }

  @Test
  @Tag("RE-02")
  void theStoreIsBoundedAndWhatFindsNoRoomStillCountsMoreWidely() {
    for (int stop = 0; history.crowdedOut() == 0; stop++) {
      history.add(where("l", "s" + stop, stop % 72), 0);
      assertThat(stop).isLessThan(DelayCells.MOST);
    }
    assertThat(history.cells()).isEqualTo(DelayCells.MOST);
    add(where("l", "never seen", 3), 600, 2000);
    assertThat(late(where("l", "never seen", 3), 600)).isGreaterThan(0.1);
    assertThat(history.cells()).isEqualTo(DelayCells.MOST);
  }

  @Test
  void whatWasLongAgoFades() {
    add(where("l", "s", 8), 600, DelayCells.MOST_IN_CELL);
    add(where("l", "s", 8), 0, DelayCells.MOST_IN_CELL);
    assertThat(late(where("l", "s", 8), 600)).isLessThan(0.3);
  }

  @Test
  void slotsTellHoursAndKindsOfDay() {
    LocalDate monday = LocalDate.of(2026, 3, 2);
    assertThat(Slot.of(monday, 8 * 3600, "IT")).isEqualTo(8);
    assertThat(Slot.of(monday, 25 * 3600, "IT")).as("after midnight").isEqualTo(1);
    assertThat(Slot.of(monday.minusDays(2), 8 * 3600, "IT")).isEqualTo(32);
    assertThat(Slot.of(LocalDate.of(2026, 6, 2), 8 * 3600, "IT"))
        .as("feast of the republic, a Tuesday")
        .isEqualTo(56);
  }

  private static double[] plain(int one, double chance, int two, double other) {
    double[] probabilities = new double[DelayBins.COUNT];
    probabilities[DelayBins.of(one)] = chance;
    probabilities[DelayBins.of(two)] = other;
    return probabilities;
  }

  private void add(Where where, int seconds, int times) {
    for (int i = 0; i < times; i++) {
      history.add(where, seconds);
    }
  }

  private Delays delays(Where where) {
    Optional<Delays> found = history.delays(where);
    return found.orElseThrow();
  }

  private double late(Where where, int seconds) {
    return delays(where).probabilities()[DelayBins.of(seconds)];
  }

  private static Where where(String line, String stop, int slot) {
    return new Where(line, stop, slot, Event.ARRIVAL);
  }
}
