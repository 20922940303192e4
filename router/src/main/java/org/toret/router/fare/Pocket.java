package org.toret.router.fare;

import java.util.List;
import org.toret.router.fare.term.CapLedger;

/// What one traveller brings along for one feed, for one question.
///
/// @param holds products held, carnets opened
/// @param ledger what was paid towards caps
record Pocket(List<HeldProduct> holds, CapLedger ledger) {

  /// What was paid along one way to pay.
  ///
  /// @param caps where the traveller stands with caps
  /// @param cents in all
  record Account(int caps, int cents) {}

  /// Buys what caps leave to be paid of an offer; nothing where there is none.
  Account buy(Account before, int offer, int price, long epochSeconds) {
    return offer < 0
        ? before
        : new Account(
            ledger.after(before.caps(), offer, price, epochSeconds),
            before.cents() + ledger.charge(before.caps(), offer, price, epochSeconds));
  }
}
