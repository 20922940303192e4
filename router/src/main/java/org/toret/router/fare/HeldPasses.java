package org.toret.router.fare;

import java.util.ArrayList;
import java.util.List;
import org.toret.network.fare.FeedFares;
import org.toret.router.fare.term.Pass;

/// The passes a traveller holds, as far as they are valid on one feed, and the legs each is used
/// for. For the pricing of one journey; a date in `holds` says in which period the pass is valid,
/// without one it is valid whenever it is needed.
final class HeldPasses {

  private static final int NONE = -1;

  private final List<Held> held = new ArrayList<>();
  private final List<List<Integer>> legs = new ArrayList<>();

  private record Held(Pass pass, long since, long until) {}

  HeldPasses(List<Pass> passes, int feed, FareOptions options) {
    for (HeldProduct product : options.holds()) {
      for (Pass pass : passes) {
        if (pass.on() == feed
            && pass.feeds().contains(product.feed())
            && pass.product().equals(product.product())) {
          held.add(held(pass, product));
          legs.add(new ArrayList<>());
        }
      }
    }
  }

  private static Held held(Pass pass, HeldProduct product) {
    long from = product.validFromEpochSeconds();
    return product.running()
        ? new Held(pass, pass.sinceEpochSeconds(from), pass.untilEpochSeconds(from))
        : new Held(pass, Long.MIN_VALUE, FareItem.NO_END);
  }

  /// The pass that pays for a leg, -1 for none.
  int covering(FeedFares fares, FareLeg leg) {
    return covering(fares, leg.networks(), leg.fromStop(), leg.toStop(), leg.departure());
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  /// Whether a pass pays for a leg.
  boolean covers(FeedFares fares, int[] networks, int from, int to, long departure) {
    return covering(fares, networks, from, to, departure) != NONE;
  }

  /// The pass that pays for a ride, -1 for none.
  int covering(FeedFares fares, RiddenLeg ride) {
    int[] networks = fares.places().networksOfRoute().row(ride.route());
    return covering(
        fares, networks, ride.boardStop(), ride.alightStop(), ride.departureEpochSeconds());
  }

  private int covering(FeedFares fares, int[] networks, int from, int to, long departure) {
    for (int i = 0; i < held.size(); i++) {
      Held one = held.get(i);
      if (departure >= one.since()
          && departure < one.until()
          && one.pass().holds(fares.places(), networks, from, to)) {
        return i;
      }
    }
    return NONE;
  }

  /// Notes that a pass is used for legs.
  void add(int pass, List<Integer> positions) {
    legs.get(pass).addAll(positions);
  }

  /// What was noted; a pass costs nothing more.
  List<FareItem> items() {
    List<FareItem> items = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      if (!legs.get(i).isEmpty()) {
        Held one = held.get(i);
        items.add(
            new FareItem(
                "ticket",
                one.pass().product(),
                one.pass().name(),
                0,
                legs.get(i),
                "",
                one.until(),
                one.pass().row().reference().toString(),
                one.pass().row().sourceText()));
      }
    }
    return items;
  }
}
