package org.toret.router.fare;

import org.jspecify.annotations.Nullable;

/// A step of the cheapest way to pay: the state of the ticket in hand after a leg, what it cost so
/// far, and the step before.
///
/// @param before the step of the leg before, none for the first
/// @param state what decides how the next leg can be paid
/// @param leg index of the leg this step pays for, -1 before the first
/// @param cents paid so far, in hundredths
/// @param bought how many things were bought so far; fewer is better at the same price
/// @param unknown legs left without a price so far
/// @param legRule rule the leg was taken under, -1 when it has no price
/// @param offer what was bought for the leg itself, -1 for nothing
/// @param transferRule rule of the transfer into the leg, -1 for a new ticket
/// @param transferOffer what was bought for the transfer, -1 for nothing
/// @param held index of the held product that pays, -1 for none; with a leg rule of -1 that of the
///   held pass, which leaves the ticket in hand as it is
record Ticket(
    @Nullable Ticket before,
    State state,
    int leg,
    int cents,
    int bought,
    int unknown,
    int legRule,
    int offer,
    int transferRule,
    int transferOffer,
    int held) {

  /// @param group leg group of the last leg, -1 where none
  /// @param departure of the leg the ticket was first used for
  /// @param arrival of that leg
  /// @param runDeparture of the first leg of the present run inside one group
  /// @param runArrival of that leg
  /// @param transfers consecutive transfers inside the group
  /// @param medium fare medium of the chain
  /// @param loneCents price of the ticket while it was used for one leg only, else -1; a transfer
  ///   of type 2 gives it back
  /// @param spentHolds bits of the unused products that are used up
  /// @param uses what is used of the ticket under its terms
  /// @param runningUses what is used of the products that ran before, see [TicketTerms]
  /// @param caps where the traveller stands with caps, see [CapLedger]
  record State(
      int group,
      long departure,
      long arrival,
      long runDeparture,
      long runArrival,
      int transfers,
      int medium,
      int loneCents,
      long spentHolds,
      long uses,
      long runningUses,
      int caps) {}

  boolean betterThan(Ticket other) {
    if (unknown != other.unknown) {
      return unknown < other.unknown;
    }
    return cents != other.cents ? cents < other.cents : bought < other.bought;
  }
}
