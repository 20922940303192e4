package org.toret.app.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulerTest {

  @ParameterizedTest
  @CsvSource({
    "fare, 190, 50, 4",
    "fare, 0, 1, 1",
    "emissions, 846, 200, 5",
    "energy, 2890, 1000, 3",
    "time, 3180, 900, 4",
    "time, 299, 60, 5",
    "time, 90000, 20000, 5"
  })
  void marksAreRoundAndHoldTheGreatest(String kind, long most, long step, int steps) {
    assertThat(Ruler.over(most, kind, 5)).isEqualTo(new Ruler(step, steps));
  }

  @ParameterizedTest
  @CsvSource({"0, 52", "190, 371", "200, 388"})
  void amountsLieInProportion(long amount, int at) {
    assertThat(new Ruler(50, 4).at(amount, 52, 388)).isEqualTo(at);
  }
}
