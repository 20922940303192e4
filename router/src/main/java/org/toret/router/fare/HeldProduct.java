package org.toret.router.fare;

/// A product in the traveller's pocket, one for each person of the party.
///
/// Without a start it is unused and pays for one chain of transfers; with a start it is running and
/// pays for every leg it covers, as long as the time limit of its transfers allows.
///
/// @param feed feed id
/// @param product product id inside the feed
/// @param validFromEpochSeconds first validation, or [#UNUSED]
public record HeldProduct(String feed, String product, long validFromEpochSeconds) {

  /// Not validated yet.
  public static final long UNUSED = Long.MIN_VALUE;

  /// Whether it runs already.
  public boolean running() {
    return validFromEpochSeconds != UNUSED;
  }
}
