package org.toret.base.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class QuantityTest {

  @Test
  void partsAreRoundedTogether() {
    List<Quantity> thirds = List.of(known(333), known(333), known(334));
    assertThat(Quantity.whole(thirds, 1_000)).containsExactly(known(0), known(1_000), known(0));
  }

  @Test
  void anUnknownPartRoundsDown() {
    Quantity open = Quantity.unknown("no_factor", 700, Quantity.UNBOUNDED);
    assertThat(Quantity.whole(List.of(known(600), open, known(600)), 1_000))
        .containsExactly(
            known(0), Quantity.unknown("no_factor", 1_000, Quantity.UNBOUNDED), Quantity.known(0));
  }

  @Test
  void partsAddUpToTheRoundedSumAndAreNearTheirOwn() {
    Random random = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      List<Quantity> parts =
          IntStream.range(0, 1 + random.nextInt(6))
              .mapToObj(part -> known(random.nextInt(3_000)))
              .toList();
      List<Quantity> whole = Quantity.whole(parts, 1_000);
      Quantity sum = parts.stream().reduce(Quantity.ZERO, Quantity::plus);
      assertThat(whole.stream().mapToLong(Quantity::amount).sum() / 1_000)
          .isEqualTo(sum.in(1_000).amount());
      for (int part = 0; part < parts.size(); part++) {
        assertThat(Math.abs(whole.get(part).amount() - parts.get(part).amount())).isLessThan(1_000);
        assertThat(whole.get(part).amount() % 1_000).isZero();
      }
    }
  }

  private static Quantity known(long amount) {
    return Quantity.known(amount);
  }
}
