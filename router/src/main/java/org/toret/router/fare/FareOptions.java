package org.toret.router.fare;

import java.util.List;

/// What the traveller says about paying.
///
/// @param rider rider category; empty, or unknown to a feed, means the feed's default one
/// @param medium fare medium; empty, or unknown to a feed, means the cheapest offered
/// @param holds products already held
/// @param persons how many need a ticket
public record FareOptions(String rider, String medium, List<HeldProduct> holds, int persons) {

  public FareOptions {
    holds = List.copyOf(holds);
  }

  /// One ordinary adult without anything.
  public static FareOptions ordinary() {
    return new FareOptions("", "", List.of(), 1);
  }

  public FareOptions withRider(String category) {
    return new FareOptions(category, medium, holds, persons);
  }

  public FareOptions withMedium(String wanted) {
    return new FareOptions(rider, wanted, holds, persons);
  }

  public FareOptions withHolds(List<HeldProduct> held) {
    return new FareOptions(rider, medium, held, persons);
  }

  public FareOptions withPersons(int count) {
    return new FareOptions(rider, medium, holds, count);
  }
}
