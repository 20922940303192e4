package org.toret.app.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulerTest {

  @ParameterizedTest
  @CsvSource({
    "fare, 190, 50, 4",
    "emissions, 846, 200, 5",
    "energy, 2890, 1000, 3",
    "time, 3180, 900, 4",
    "time, 299, 60, 5",
    "time, 90000, 20000, 5"
  })
  void marksAreRoundAndHoldTheGreatest(String kind, long most, long step, int steps) {
    assertThat(Ruler.over(0, most, kind, 5)).isEqualTo(new Ruler(0, step, steps));
  }

  @Test
  void anAxisBeginsNearAmountsThatLieFarFromNothing() {
    assertThat(Ruler.over(1500, 2000, "time", 4)).isEqualTo(new Ruler(1500, 300, 2));
    assertThat(Ruler.over(900, 2000, "time", 4)).isEqualTo(new Ruler(0, 600, 4));
    assertThat(Ruler.over(190, 190, "fare", 4)).isEqualTo(new Ruler(0, 50, 4));
  }

  @Test
  void whereAllIsFreeTheOnlyMarkIsNothing() {
    Ruler ruler = Ruler.over(0, 0, "fare", 4);
    assertThat(ruler.ticks(Long::toString)).containsExactly(new Trade.Tick(0, "0"));
    assertThat(ruler.share(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"100, 0", "195, 0.475", "300, 1"})
  void amountsLieInProportion(long amount, double share) {
    assertThat(new Ruler(100, 50, 4).share(amount)).isEqualTo(share);
  }
}
