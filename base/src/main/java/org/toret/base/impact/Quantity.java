package org.toret.base.impact;

import java.util.ArrayList;
import java.util.List;

/// An amount that may be unknown: never a guess, and never 0 for want of data.
///
/// @param amount the amount when known, else 0
/// @param atLeast what is known of it; equal to `amount` when known
/// @param atMost a stated upper bound, for example a legal limit; [#UNBOUNDED] when there is none
/// @param reason stable lower_snake_case code of why it is unknown; empty when known
public record Quantity(boolean known, long amount, long atLeast, long atMost, String reason) {

  /// No upper bound.
  public static final long UNBOUNDED = -1;

  /// Nothing, and known to be.
  public static final Quantity ZERO = known(0);

  public static Quantity known(long amount) {
    return new Quantity(true, amount, amount, amount, "");
  }

  public static Quantity unknown(String reason, long atLeast, long atMost) {
    return new Quantity(false, 0, atLeast, atMost, reason);
  }

  /// The sum; unknown when a part is, with what is known of it and the first reason.
  public Quantity plus(Quantity other) {
    if (known && other.known) {
      return known(Math.addExact(amount, other.amount));
    }
    long most =
        atMost == UNBOUNDED || other.atMost == UNBOUNDED ? UNBOUNDED : atMost + other.atMost;
    return unknown(known ? other.reason : reason, atLeast + other.atLeast, most);
  }

  /// The parts rounded to a larger unit so that they add up to their rounded sum: each is rounded
  /// together with those before it. Where a part is unknown the sum is rounded down, as what is
  /// known at least.
  ///
  /// @param unit a part is told as a multiple of it
  public static List<Quantity> whole(List<Quantity> parts, long unit) {
    long more = parts.stream().allMatch(Quantity::known) ? unit / 2 : 0;
    List<Quantity> whole = new ArrayList<>();
    long sum = 0;
    for (Quantity part : parts) {
      long before = Math.floorDiv(sum + more, unit);
      sum += part.atLeast;
      long rounded = unit * (Math.floorDiv(sum + more, unit) - before);
      whole.add(part.known ? known(rounded) : unknown(part.reason, rounded, part.atMost));
    }
    return whole;
  }

  /// The quantity in a larger unit: amounts rounded half up, bounds outwards.
  public Quantity in(long unit) {
    return known
        ? known(Math.floorDiv(amount + unit / 2, unit))
        : unknown(
            reason,
            Math.floorDiv(atLeast, unit),
            atMost == UNBOUNDED ? UNBOUNDED : Math.ceilDiv(atMost, unit));
  }
}
