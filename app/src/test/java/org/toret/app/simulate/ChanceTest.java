package org.toret.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Chance and waves against what the theory of probability expects of them. Bounds are four
/// standard errors.
@Tag("SI-01")
final class ChanceTest {

  private static final int MANY = 40_000;
  private static final double FOUR_ERRORS = 4 / Math.sqrt(MANY);

  private final Chance chance = new Chance(7);

  @Test
  void evenNumbersAreEven() {
    double mean = IntStream.range(0, MANY).mapToDouble(i -> chance.uniform(i)).average().orElse(0);
    assertThat(mean).isCloseTo(0.5, within(FOUR_ERRORS / Math.sqrt(12)));
    int[] counts = new int[10];
    IntStream.range(0, MANY).forEach(i -> counts[chance.below(10, i, 3)]++);
    for (int count : counts) {
      assertThat(count).isCloseTo(MANY / 10, within((int) (4 * Math.sqrt(MANY * 0.09))));
    }
  }

  @Test
  void normalNumbersHaveTheirMomentsAndTails() {
    double[] numbers = IntStream.range(0, MANY).mapToDouble(i -> chance.normal(i, 1)).toArray();
    assertThat(mean(numbers)).isCloseTo(0, within(FOUR_ERRORS));
    assertThat(correlation(numbers, numbers)).isCloseTo(1, within(FOUR_ERRORS * Math.sqrt(2)));
    long beyond = java.util.Arrays.stream(numbers).filter(one -> one > 1.959964).count();
    assertThat((double) beyond / MANY).isCloseTo(0.025, within(4 * Math.sqrt(0.0244 / MANY)));
  }

  @Test
  void otherSeedsAndKeysKnowNothingOfOneAnother() {
    double[] one = IntStream.range(0, MANY).mapToDouble(i -> chance.normal(i)).toArray();
    double[] seed = IntStream.range(0, MANY).mapToDouble(i -> new Chance(8).normal(i)).toArray();
    double[] key = IntStream.range(0, MANY).mapToDouble(i -> chance.normal(i + 1)).toArray();
    double[] name = IntStream.range(0, MANY).mapToDouble(i -> chance.of("x").normal(i)).toArray();
    assertThat(correlation(one, seed)).isCloseTo(0, within(FOUR_ERRORS));
    assertThat(correlation(one, key)).isCloseTo(0, within(FOUR_ERRORS));
    assertThat(correlation(one, name)).isCloseTo(0, within(FOUR_ERRORS));
  }

  @Test
  void aWaveRemembersAsItsFormulaSays() {
    Wave wave = new Wave(chance, 1000);
    double[] onStep = at(wave, 0);
    assertThat(correlation(onStep, onStep)).isCloseTo(1, within(2 * FOUR_ERRORS));
    double[] between = at(wave, 300);
    assertThat(correlation(between, between)).isCloseTo(1, within(2 * FOUR_ERRORS));
    // X(300) = (0.7 Z0 + 0.3 Z1) / sqrt(0.58), and X(0) = Z0
    double expected = 0.7 / Math.sqrt(0.58);
    assertThat(correlation(onStep, between)).isCloseTo(expected, within(2 * FOUR_ERRORS));
    assertThat(correlation(onStep, at(wave, 2000))).isCloseTo(0, within(FOUR_ERRORS));
  }

  private static double[] at(Wave wave, long epochSecond) {
    return IntStream.range(0, MANY).mapToDouble(key -> wave.at(key, epochSecond)).toArray();
  }

  private static double mean(double[] numbers) {
    return java.util.Arrays.stream(numbers).average().orElse(Double.NaN);
  }

  /// Of numbers with mean 0 and variance 1.
  private static double correlation(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).average().orElse(Double.NaN);
  }
}
