package org.toret.router.transfer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.Csr;
import org.toret.network.timetable.Transfers;

/// Changes on foot, also against the direction of time. The reverse is made when first asked for.
/// Thread-safe.
public final class TransferGraph {

  private final Transfers forward;
  private volatile @Nullable Transfers reverse;

  public TransferGraph(Transfers forward) {
    this.forward = forward;
  }

  public Transfers forward() {
    return forward;
  }

  /// The changes as made, or against the direction of time.
  public Transfers of(boolean mirror) {
    if (!mirror) {
      return forward;
    }
    Transfers known = reverse;
    if (known == null) {
      known = reversed(forward);
      reverse = known;
    }
    return known;
  }

  private static Transfers reversed(Transfers given) {
    int nodes = given.offsets().length - 1;
    int count = given.count();
    int[] sources = new int[count];
    boolean[] ruled = new boolean[count];
    for (int node = 0; node < nodes; node++) {
      Arrays.fill(sources, given.offsets()[node], given.offsets()[node + 1], node);
      Arrays.fill(ruled, given.offsets()[node], given.ruleEnds()[node], true);
    }
    Csr rows = Csr.index(nodes, given.targets());
    int[] ruleEnds = new int[nodes];
    int[] order = new int[count];
    for (int node = 0; node < nodes; node++) {
      Integer[] row = Arrays.stream(rows.row(node)).boxed().toArray(Integer[]::new);
      Arrays.sort(
          row,
          (a, b) ->
              ruled[a] != ruled[b]
                  ? Boolean.compare(ruled[b], ruled[a])
                  : Integer.compare(given.walkSeconds()[a], given.walkSeconds()[b]));
      int at = rows.start(node);
      ruleEnds[node] = at;
      for (int entry : row) {
        ruleEnds[node] += ruled[entry] ? 1 : 0;
        order[at++] = entry;
      }
    }
    return new Transfers(
        rows.offsets(),
        ruleEnds,
        picked(sources, order),
        picked(given.walkSeconds(), order),
        picked(given.walkMetres(), order),
        picked(given.ruleSeconds(), order),
        given.changeSeconds());
  }

  private static int[] picked(int[] values, int[] order) {
    int[] picked = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      picked[i] = values[order[i]];
    }
    return picked;
  }
}
