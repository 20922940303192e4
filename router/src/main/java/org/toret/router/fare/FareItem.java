package org.toret.router.fare;

import java.util.List;

/// One thing that is bought, or that was held.
///
/// @param kind `ticket`, `fuel`, `charge` (of a battery), `parking`, `toll` (of a zone or road) or
///   `hire`
/// @param product id inside its feed, empty where there is none
/// @param name as displayed
/// @param cents for the whole party, in hundredths of the currency's unit
/// @param legs positions of the legs it pays for
/// @param medium name of the fare medium, empty where none is stated
/// @param validUntilEpochSeconds until when one may transfer with it, [#NO_END] where no limit is
///   stated
/// @param rule what says so: `feed@version#file:line` or `table@version#row`; several are separated
///   by ` + `
/// @param source citation; for tickets the feed itself
public record FareItem(
    String kind,
    String product,
    String name,
    int cents,
    List<Integer> legs,
    String medium,
    long validUntilEpochSeconds,
    String rule,
    String source) {

  /// No limit of time is stated.
  public static final long NO_END = Long.MAX_VALUE;

  public FareItem {
    legs = List.copyOf(legs);
  }

  /// The same item for so many persons.
  FareItem times(int persons) {
    return at(Math.multiplyExact(cents, persons));
  }

  /// The same item at another price.
  FareItem at(int paid) {
    return new FareItem(
        kind, product, name, paid, legs, medium, validUntilEpochSeconds, rule, source);
  }
}
