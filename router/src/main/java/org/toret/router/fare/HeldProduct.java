package org.toret.router.fare;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.toret.router.fare.term.Carnets;

/// A product in a traveller's pocket.
///
/// Without a start it is unused and pays for one leg of its own and what transfers allow from
/// there. With a start it has begun: a ticket was used then for one leg in one of its leg groups,
/// whichever of them is best for the traveller. What it still pays is what the feed's transfer
/// rules from that group allow, in the time that counts from the start, with all the transfers they
/// give, and for what they ask; so it is worth what an unused one is after that leg, once, and
/// nothing where no rule leads on or the time is over. A ticket for one leg group, inside which it
/// may be used without number, as a day ticket is, stays in the pocket while others are bought;
/// what a fare term counts is counted from the start where the group lies in one network. A pass
/// (`fare-pass`) is valid in the period its start lies in, without one whenever it is needed. A
/// carnet is as many unused tickets as it has.
///
/// @param feed feed id
/// @param product product id inside the feed
/// @param validFromEpochSeconds first validation; of a pass a moment in its period; or [#UNUSED]
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

  /// Reads `feed:product[@validFrom]`, an instant with its offset.
  public static HeldProduct of(String text) {
    int colon = text.indexOf(':');
    int at = text.indexOf('@', colon);
    String product = text.substring(colon + 1, at < 0 ? text.length() : at);
    long from = at < 0 ? UNUSED : OffsetDateTime.parse(text.substring(at + 1)).toEpochSecond();
    return new HeldProduct(text.substring(0, Math.max(0, colon)), product, from);
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

  /// Whether it has begun.
  public boolean running() {
    return validFromEpochSeconds != UNUSED;
  }
}
