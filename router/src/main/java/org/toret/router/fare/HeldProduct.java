package org.toret.router.fare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.toret.router.fare.term.Carnets;

/// A product in a traveller's pocket.
///
/// Without a start it is unused and pays for one chain of transfers; with a start it is running and
/// pays for every leg it covers, as long as the time limit of its transfers allows. A carnet is as
/// many unused tickets as it has.
///
/// @param feed feed id
/// @param product product id inside the feed
/// @param validFromEpochSeconds first validation, or [#UNUSED]
/// @param carnet product it is a ticket of, empty where it is none
public record HeldProduct(String feed, String product, long validFromEpochSeconds, String carnet) {

  /// Not validated yet.
  public static final long UNUSED = Long.MIN_VALUE;

  /// What can be told apart in a pocket, in a state of 32 bits.
  private static final int MOST = 31;

  /// A product that is no ticket of a carnet.
  public HeldProduct(String feed, String product, long validFromEpochSeconds) {
    this(feed, product, validFromEpochSeconds, "");
  }

  /// What of a pocket is of use in a feed, carnets opened; as much of it as can be told apart.
  static List<HeldProduct> of(List<HeldProduct> holds, String feed, Carnets carnets) {
    List<HeldProduct> found = all(holds, feed, carnets);
    return found.size() <= MOST ? found : found.subList(0, MOST);
  }

  /// How much of it is not used, since it cannot be told apart.
  static int unused(List<HeldProduct> holds, String feed, Carnets carnets) {
    return Math.max(0, all(holds, feed, carnets).size() - MOST);
  }

  /// What of a pocket is of use in a feed, carnets opened.
  static List<HeldProduct> all(List<HeldProduct> holds, String feed, Carnets carnets) {
    List<HeldProduct> found = new ArrayList<>();
    for (HeldProduct held : holds) {
      String ticket = held.feed().equals(feed) ? carnets.ticket(held.product()) : "";
      if (!ticket.isEmpty()) {
        HeldProduct one = new HeldProduct(feed, ticket, UNUSED, held.product());
        found.addAll(Collections.nCopies(carnets.tickets(held.product()), one));
      } else if (held.feed().equals(feed)) {
        found.add(held);
      }
    }
    return found;
  }

  /// Whether an unused product may be taken: it is there, and no other like it comes first.
  ///
  /// @param spent bits of those that are used up
  static boolean isNext(List<HeldProduct> holds, int index, long spent) {
    if ((spent >> index & 1) != 0) {
      return false;
    }
    for (int before = 0; before < index; before++) {
      if ((spent >> before & 1) == 0 && holds.get(before).equals(holds.get(index))) {
        return false;
      }
    }
    return true;
  }

  /// Whether it runs already.
  public boolean running() {
    return validFromEpochSeconds != UNUSED;
  }
}
