package org.toret.router.fare;

import java.util.List;

/// What the traveller says about paying.
///
/// @param rider rider category; empty, or unknown to a feed, means the feed's default one
/// @param medium fare medium; empty, or unknown to a feed, means the cheapest offered
/// @param holds products already held, unused or begun, see [HeldProduct]; each by one of the
///   party, see [FareEngine#party]
/// @param persons how many need a ticket
/// @param spent what each has paid already towards caps
/// @param carnets whether one ticket of a carnet counts at its share of the price of the carnet
public record FareOptions(
    String rider,
    String medium,
    List<HeldProduct> holds,
    int persons,
    List<Spent> spent,
    boolean carnets) {

  /// What one person has paid already towards a cap.
  ///
  /// @param feed feed id
  /// @param cap row of the rule table `fare-cap`
  /// @param cents paid in the period of the cap
  /// @param atEpochSeconds a moment in that period
  public record Spent(String feed, String cap, int cents, long atEpochSeconds) {}

  public FareOptions {
    holds = List.copyOf(holds);
    spent = List.copyOf(spent);
  }

  /// One ordinary adult without anything.
  public static FareOptions ordinary() {
    return new FareOptions("", "", List.of(), 1, List.of(), false);
  }

  public FareOptions withRider(String category) {
    return new FareOptions(category, medium, holds, persons, spent, carnets);
  }

  public FareOptions withMedium(String wanted) {
    return new FareOptions(rider, wanted, holds, persons, spent, carnets);
  }

  public FareOptions withHolds(List<HeldProduct> held) {
    return new FareOptions(rider, medium, held, persons, spent, carnets);
  }

  public FareOptions withPersons(int count) {
    return new FareOptions(rider, medium, holds, count, spent, carnets);
  }

  public FareOptions withSpent(List<Spent> paid) {
    return new FareOptions(rider, medium, holds, persons, paid, carnets);
  }

  public FareOptions withCarnets() {
    return new FareOptions(rider, medium, holds, persons, spent, true);
  }
}
