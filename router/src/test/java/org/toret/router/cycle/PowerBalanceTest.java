package org.toret.router.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What legs and motor can do, against powers and speeds reckoned by hand.
@Tag("BI-01")
final class PowerBalanceTest {

  private final PowerBalance balance = new PowerBalance();

  /// 325 W, of which 95 % arrive at the wheel, against 95 kg × 9.81 × (0.006 + slope) + 0.36 v².
  @ParameterizedTest
  @CsvSource({"0.05, 18.1", "0.08, 13.1", "0.10, 10.9", "0.15, 7.5", "0.20, 5.7"})
  void uphillTheBalanceDecides(double slope, double kmh) {
    assertThat(balance.assistedKmh(slope)).isCloseTo(kmh, within(0.1));
    double v = balance.assistedKmh(slope) / 3.6;
    double work = v * (95 * 9.81 * (0.006 + slope) + 0.36 * v * v);
    assertThat(work).isCloseTo(0.95 * 325, within(1.0));
  }

  /// 25 km/h on the flat take 6.94 m/s × (5.6 N + 17.4 N) / 0.95 = 168 W, half of what is there.
  @Test
  void theLawEndsTheHelp() {
    assertThat(balance.assistedKmh(0)).isEqualTo(25);
    assertThat(balance.assistedKmh(-0.05)).isEqualTo(25);
    assertThat(PowerBalance.watts(0, 25 / 3.6)).isCloseTo(168, within(1.0));
  }

  @Test
  void steeperIsNeverFaster() {
    for (int perMille = 1; perMille <= 500; perMille++) {
      assertThat(balance.assistedKmh(perMille / 1000.0))
          .isLessThanOrEqualTo(balance.assistedKmh((perMille - 1) / 1000.0))
          .isPositive();
    }
  }

  /// The rider's own power is what 18 km/h take on a bicycle of 15 kg without a motor.
  @Test
  void theRiderIsAnEverydayCyclist() {
    double resistance = 85 * PowerBalance.GRAVITY * PowerBalance.ROLLING + PowerBalance.AIR * 25;
    assertThat(PowerBalance.RIDER_WATTS)
        .isCloseTo(resistance * 5 / PowerBalance.EFFICIENCY, within(2.0));
  }
}
