package org.toret.mobility.reliability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// When one arrives, with which chance: what adds up to less than 1 never does.
final class Arrivals {

  private record Share(long epochSecond, double chance) {}

  private final List<Share> shares = new ArrayList<>();

  /// Arriving at a time that delays shift.
  void add(long epochSecond, Delays delays, double chance) {
    for (int bin = 0; bin < delays.size(); bin++) {
      double share = chance * delays.probabilities()[bin];
      if (share > 0) {
        shares.add(new Share(epochSecond + delays.seconds(bin), share));
      }
    }
  }

  void add(long epochSecond, double chance) {
    if (chance > 0) {
      shares.add(new Share(epochSecond, chance));
    }
  }

  /// The time by which one has arrived in such a share of journeys; empty where one has not.
  OptionalLong by(double share) {
    double sum = 0;
    for (Share one :
        shares.stream().sorted(Comparator.comparingLong(Share::epochSecond)).toList()) {
      sum += one.chance();
      if (sum >= share - 1e-9) {
        return OptionalLong.of(one.epochSecond());
      }
    }
    return OptionalLong.empty();
  }
}
