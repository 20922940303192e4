package org.toret.router.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.router.path.RandomStreets;

/// Weights are the same whether everything is weighed or only what has changed.
final class HierarchyWeightsTest {

  private static final int SIDE = 20;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void changingSomeArcsIsWeighingAllAnew(long seed) {
    StreetNetwork streets = RandomStreets.withCopies(seed, SIDE);
    StreetHierarchy hierarchy = hierarchy(streets);
    Random random = new Random(seed);
    int[] costs = new int[2 * streets.edges().count()];
    Arrays.setAll(costs, arc -> cost(random));
    HierarchyWeights weights = HierarchyWeights.of(hierarchy, costs);
    for (int step = 0; step < 20; step++) {
      int[] arcs = random.ints(1 + random.nextInt(30), 0, costs.length).toArray();
      int[] changed = new int[arcs.length];
      for (int i = 0; i < arcs.length; i++) {
        changed[i] = cost(random);
        costs[arcs[i]] = changed[i];
      }
      HierarchyWeights before = weights;
      int[] kept = before.out.weights().clone();
      weights = before.changed(arcs, changed);
      HierarchyWeights anew = HierarchyWeights.of(hierarchy, costs);
      assertThat(weights.out.weights()).as("seed %d", seed).isEqualTo(anew.out.weights());
      assertThat(weights.in.weights()).as("seed %d", seed).isEqualTo(anew.in.weights());
      assertThat(before.out.weights()).as("what others still read").isEqualTo(kept);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyHigherNeighbourIsAnAncestor(long seed) {
    StreetHierarchy hierarchy = hierarchy(RandomStreets.withCopies(seed, SIDE));
    for (UpEdges edges : new UpEdges[] {hierarchy.out, hierarchy.in}) {
      for (int edge = 0; edge < edges.count(); edge++) {
        int vertex = edges.lows[edge];
        while (vertex >= 0 && vertex != edges.highs[edge]) {
          vertex = hierarchy.parents[vertex];
        }
        assertThat(vertex).isEqualTo(edges.highs[edge]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderHasEveryOpenEdgeOnce(long seed) {
    StreetNetwork streets = RandomStreets.withCopies(seed, SIDE);
    int[] order = NestedDissection.of(streets, StreetFlags.CAR);
    int[] open =
        java.util.stream.IntStream.range(0, streets.edges().count())
            .filter(edge -> (streets.edges().flags()[edge] & StreetFlags.CAR) != 0)
            .toArray();
    assertThat(order).containsExactlyInAnyOrder(open);
  }

  @Test
  void theStoredOrderIsTheOneFound() {
    StreetNetwork streets = NestedDissection.ordered(RandomStreets.of(1, SIDE));
    assertThat(streets.order().car()).isEqualTo(NestedDissection.of(streets, StreetFlags.CAR));
    assertThat(streets.order().bike()).isEqualTo(NestedDissection.of(streets, StreetFlags.BIKE));
  }

  @Test
  void aCityWithoutStreetsHasNoWays() {
    StreetHierarchy hierarchy = hierarchy(StreetNetwork.EMPTY);
    HierarchySearch search = new HierarchySearch(HierarchyWeights.of(hierarchy, new int[0]));
    assertThat(hierarchy.arcCount()).isZero();
    assertThat(search.find()).isEqualTo(HierarchyWeights.CLOSED);
  }

  private static int cost(Random random) {
    return random.nextInt(5) == 0 ? HierarchyWeights.CLOSED : random.nextInt(10_000);
  }

  private static StreetHierarchy hierarchy(StreetNetwork streets) {
    int[] order = NestedDissection.of(streets, StreetFlags.CAR);
    return StreetHierarchy.of(streets, order, StreetFlags.CAR, true);
  }
}
