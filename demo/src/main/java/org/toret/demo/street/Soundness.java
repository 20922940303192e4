package org.toret.demo.street;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.toret.base.columns.IntList;
import org.toret.demo.plane.Spot;

/// Makes the network one: stubs are cut off, islands are left out, and one-way streets that would
/// trap a car become two-way.
final class Soundness {

  private static final double STUB_METRES = 60;

  private final List<Spot> spots;
  private List<Way> ways;

  private Soundness(List<Spot> spots, List<Way> ways) {
    this.spots = spots;
    this.ways = ways;
  }

  static List<Way> of(List<Spot> spots, List<Way> ways) {
    Soundness sound = new Soundness(spots, ways);
    sound.trim();
    sound.trim();
    sound.keepLargest(x -> x.forCars() && x.forFeet());
    sound.keepLargest(Way::forFeet);
    sound.keepLargest(Way::forCars);
    sound.untrap();
    return sound.ways;
  }

  /// Cuts short dead ends off generated streets.
  private void trim() {
    int[] degree = new int[spots.size()];
    for (Way way : ways) {
      for (int i = 0; i < way.nodes().size(); i++) {
        degree[way.nodes().get(i)] += i == 0 || i == way.nodes().size() - 1 ? 1 : 2;
      }
    }
    List<Way> trimmed = new ArrayList<>();
    for (Way way : ways) {
      List<Integer> nodes = way.nodes();
      if (way.kind() == Draft.Kind.BLOCK) {
        nodes = trimmed(trimmed(nodes, degree).reversed(), degree).reversed();
      }
      if (nodes.size() > 1) {
        trimmed.add(way.with(nodes));
      }
    }
    ways = trimmed;
  }

  private List<Integer> trimmed(List<Integer> nodes, int[] degree) {
    int size = nodes.size();
    if (size < 2 || degree[nodes.getLast()] > 1) {
      return nodes;
    }
    Spot end = spots.get(nodes.getLast());
    boolean stub = spots.get(nodes.get(size - 2)).metresTo(end) < STUB_METRES;
    return stub ? nodes.subList(0, size - 1) : nodes;
  }

  /// Of the ways of a kind, keeps those that hang together with most others.
  private void keepLargest(Predicate<Way> kind) {
    BitSet best = new BitSet();
    BitSet seen = new BitSet();
    IntList[] links = links(kind, false, false);
    for (Way way : ways) {
      int start = way.nodes().getFirst();
      if (kind.test(way) && !seen.get(start)) {
        BitSet reached = reached(start, links);
        seen.or(reached);
        if (reached.cardinality() > best.cardinality()) {
          best = reached;
        }
      }
    }
    BitSet kept = best;
    ways = ways.stream().filter(x -> !kind.test(x) || kept.get(x.nodes().getFirst())).toList();
  }

  /// Opens one-way streets both ways until every car can get from everywhere to everywhere.
  private void untrap() {
    while (true) {
      int start = start();
      BitSet out = reached(start, links(Way::forCars, true, false));
      BitSet back = reached(start, links(Way::forCars, true, true));
      out.and(back);
      boolean changed = false;
      List<Way> opened = new ArrayList<>();
      for (Way way : ways) {
        boolean trap = way.oneWay() && way.nodes().stream().anyMatch(x -> !out.get(x));
        changed |= trap;
        opened.add(trap ? way.twoWay() : way);
      }
      ways = opened;
      if (!changed) {
        return;
      }
    }
  }

  private int start() {
    return ways.stream()
        .filter(x -> x.tag("highway").equals("primary"))
        .findFirst()
        .orElseThrow()
        .nodes()
        .getFirst();
  }

  private IntList[] links(Predicate<Way> kind, boolean oneWays, boolean backwards) {
    IntList[] links = new IntList[spots.size()];
    Arrays.setAll(links, x -> new IntList(4));
    for (Way way : ways) {
      if (!kind.test(way)) {
        continue;
      }
      for (int i = 1; i < way.nodes().size(); i++) {
        int a = way.nodes().get(backwards ? i : i - 1);
        int b = way.nodes().get(backwards ? i - 1 : i);
        links[a].add(b);
        if (!oneWays || !way.oneWay()) {
          links[b].add(a);
        }
      }
    }
    return links;
  }

  private static BitSet reached(int start, IntList[] links) {
    BitSet seen = new BitSet();
    IntList open = new IntList();
    seen.set(start);
    open.add(start);
    for (int i = 0; i < open.size(); i++) {
      IntList next = links[open.get(i)];
      for (int k = 0; k < next.size(); k++) {
        if (!seen.get(next.get(k))) {
          seen.set(next.get(k));
          open.add(next.get(k));
        }
      }
    }
    return seen;
  }
}
