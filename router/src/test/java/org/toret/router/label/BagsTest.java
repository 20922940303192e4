package org.toret.router.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A bag keeps what nothing in it is as good as, and energies and emissions count in whole steps.
final class BagsTest {

  private final Bags bags = new Bags();

  @Test
  void whatLiesInOneStepIsAsGood() {
    bags.prepare(1, 100, 10, FareOrder.NONE);
    bags.add(0, 60, 1, 150, 15, 0, 0, 0);
    assertThat(bags.wants(0, 60, 1, 101, 11, 0)).as("in the same steps").isFalse();
    assertThat(bags.wants(0, 60, 1, 99, 15, 0)).as("a step less energy").isTrue();
    assertThat(bags.wants(0, 60, 1, 150, 9, 0)).as("a step less emissions").isTrue();
    assertThat(bags.wants(0, 59, 1, 250, 25, 0)).as("sooner").isTrue();
    bags.add(0, 59, 1, 199, 19, 0, 0, 0);
    assertThat(bags.size(0)).as("sooner at as little is better").isEqualTo(1);
    bags.add(0, 50, 1, 200, 19, 0, 0, 0);
    bags.add(0, 40, 1, 199, 20, 0, 0, 0);
    assertThat(bags.size(0)).as("sooner at a step more is something else").isEqualTo(3);
  }

  @Test
  void theNextSearchFindsThemEmpty() {
    for (int search = 0; search < 3; search++) {
      bags.prepare(2, 1, 1, FareOrder.NONE);
      assertThat(bags.size(1)).isZero();
      assertThat(bags.wants(1, 60, 1, 5, 5, 0)).isTrue();
      bags.add(1, 60, 1, 5, 5, 0, 0, 0);
      assertThat(bags.wants(1, 60, 1, 5, 5, 0)).isFalse();
    }
  }

  /// Each as long as it is dear, so that none is better than another; then one that beats all.
  @Test
  void thousandsAreKeptAndOneMayBeatThemAll() {
    int many = 5000;
    List<Integer> order = new ArrayList<>();
    for (int i = 1; i <= many; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    bags.prepare(1, 1, 1, FareOrder.NONE);
    for (int i : order) {
      assertThat(bags.wants(0, i, 1, 2 * many - i, 0, 0)).isTrue();
      bags.add(0, i, 1, 2 * many - i, 0, 0, 3 * i, i);
    }
    assertThat(bags.size(0)).isEqualTo(many);
    for (int i = 0; i < many; i++) {
      int id = bags.at(0, i);
      assertThat(bags.label(id)).isEqualTo(3 * bags.time(id));
      assertThat(bags.energy(id)).isEqualTo(2 * many - bags.time(id));
      assertThat(bags.stamp(id)).isEqualTo(bags.time(id));
      assertThat(bags.isDropped(id)).isFalse();
    }
    int best = bags.add(0, 1, 1, many, 0, 0, 0, 0);
    assertThat(bags.size(0)).isEqualTo(1);
    assertThat(bags.at(0, 0)).isEqualTo(best);
    assertThat(bags.isDropped(0)).isTrue();
  }
}
