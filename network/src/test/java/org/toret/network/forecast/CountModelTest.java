package org.toret.network.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Against processes whose future is known exactly.
@Tag("SH-09")
final class CountModelTest {

  private static CountModel.Store store(double count, History.Slot slot) {
    return new CountModel.Store(count, slot, slot, 4, 1.5);
  }

  /// Docks that each fill with rate `fill` and empty with rate `empty` per hour (Ehrenfest).
  private record Docks(int docks, double fill, double empty) {

    double share() {
      return fill / (fill + empty);
    }

    History.Slot slot() {
      double steps = docks * (share() * empty + (1 - share()) * fill);
      return new History.Slot(30, docks * share(), docks * share() * (1 - share()), steps);
    }

    /// Each dock is on its own: full ones stay full, empty ones fill; both are binomial.
    double atLeast(int needed, int now, double hours) {
      double decay = Math.exp(-(fill + empty) * hours);
      double stays = share() + (1 - share()) * decay;
      double fills = share() * (1 - decay);
      double sum = 0;
      for (int i = 0; i <= now; i++) {
        for (int j = Math.max(0, needed - i); j <= docks - now; j++) {
          sum += binomial(now, i, stays) * binomial(docks - now, j, fills);
        }
      }
      return sum;
    }

    private static double binomial(int n, int k, double p) {
      double product = 1;
      for (int i = 0; i < k; i++) {
        product *= (n - i) / (double) (i + 1) * p;
      }
      return product * Math.pow(1 - p, n - k);
    }
  }

  @Test
  void theNormalTailIsThatOfTheTables() {
    assertThat(CountModel.upperTail(0)).isEqualTo(0.5, within(1e-7));
    assertThat(CountModel.upperTail(1)).isEqualTo(0.158655254, within(2e-7));
    assertThat(CountModel.upperTail(1.959963985)).isEqualTo(0.025, within(2e-7));
    assertThat(CountModel.upperTail(-3)).isEqualTo(0.998650102, within(2e-7));
  }

  @Test
  void theRelaxationTimeOfIndependentDocksIsExact() {
    for (double fill : new double[] {0.2, 0.7, 1.5}) {
      for (double empty : new double[] {0.3, 0.7, 2}) {
        History.Slot slot = new Docks(20, fill, empty).slot();
        assertThat(CountModel.tauHours(slot, slot)).isEqualTo(1 / (fill + empty), within(1e-9));
      }
    }
  }

  @Test
  void theChanceOfIndependentDocksIsNearTheExactOne() {
    double worst = 0;
    double sum = 0;
    int questions = 0;
    for (int docks : new int[] {10, 20, 40}) {
      for (double fill : new double[] {0.3, 0.8, 1.5}) {
        Docks exact = new Docks(docks, fill, 1);
        for (int now = 0; now <= docks; now += docks / 5) {
          for (double hours : new double[] {0.05, 0.2, 0.5, 1, 3}) {
            double told = CountModel.learned(1, store(now, exact.slot()), hours);
            double error = Math.abs(told - exact.atLeast(1, now, hours));
            worst = Math.max(worst, error);
            sum += error;
            questions++;
          }
        }
      }
    }
    assertThat(worst).as("largest error of %d questions".formatted(questions)).isLessThan(0.13);
    assertThat(sum / questions).as("mean error").isLessThan(0.015);
  }

  @Test
  void atOnceThereIsWhatThereIs() {
    History.Slot slot = new Docks(20, 0.5, 0.5).slot();
    assertThat(CountModel.atLeast(1, store(1, slot), 0)).isEqualTo(1);
    assertThat(CountModel.atLeast(1, store(0, slot), 0)).isZero();
    assertThat(CountModel.atLeast(3, store(2, slot), 0)).isZero();
    assertThat(CountModel.atLeast(1, store(1, History.Slot.NONE), 0)).isEqualTo(1);
  }

  @Test
  void inTheLongRunHistoryIsAllThatCounts() {
    History.Slot slot = new Docks(20, 0.1, 1).slot();
    double empty = CountModel.atLeast(1, store(0, slot), 30);
    double full = CountModel.atLeast(1, store(20, slot), 30);
    double unknown = CountModel.atLeast(1, store(Double.NaN, slot), 0);
    assertThat(empty).isEqualTo(full, within(1e-6)).isEqualTo(unknown, within(1e-6));
    double normal = CountModel.upperTail((0.5 - 20 / 11.0) / Math.sqrt(20 / 11.0 * 10 / 11));
    assertThat(unknown).isEqualTo(normal, within(1e-9));
  }

  @Test
  void moreNowIsNeverLessLikelyAndMoreNeededNeverMore() {
    History.Slot slot = new Docks(20, 0.3, 0.6).slot().mixed(0.5, History.Slot.NONE);
    for (History.Slot known : new History.Slot[] {slot, History.Slot.NONE}) {
      for (double hours = 0.05; hours < 1.5; hours += 0.1) {
        for (int now = 1; now <= 20; now++) {
          double chance = CountModel.atLeast(1, store(now, known), hours);
          assertThat(chance).isBetween(0.0, 1.0);
          assertThat(chance)
              .isGreaterThanOrEqualTo(CountModel.atLeast(1, store(now - 1, known), hours))
              .isGreaterThanOrEqualTo(CountModel.atLeast(2, store(now, known), hours));
        }
      }
    }
  }

  /// Over a short time a walk of single steps has the variance of its steps.
  @Test
  void withoutHistoryTheSpreadIsThatOfTheStepsAssumed() {
    double hours = 0.25;
    double spread = Math.sqrt(4 * hours + 1.5 * 1.5 * hours * hours);
    assertThat(CountModel.assumed(1, store(3, History.Slot.NONE), hours))
        .isEqualTo(CountModel.upperTail((0.5 - 3) / spread), within(1e-9));
    assertThat(CountModel.assumed(1, store(0, History.Slot.NONE), hours)).isLessThan(0.1);
  }

  @Test
  void whoKnowsNothingSaysNothing() {
    assertThat(CountModel.atLeast(1, store(Double.NaN, History.Slot.NONE), 0.1)).isNaN();
    assertThat(CountModel.atLeast(1, store(5, History.Slot.NONE), 3)).isNaN();
  }
}
