package org.toret.router.flex;

import org.jspecify.annotations.Nullable;
import org.toret.network.flex.BookingType;

/// How a ride is booked.
///
/// @param type null where the feed names no rule
/// @param latest last moment at which it can be booked, epoch second
/// @param opens first such moment, epoch second; [#ALWAYS] where none is stated
/// @param message what the operator says about it, empty where nothing; the same for the others
public record FlexBooking(
    @Nullable BookingType type,
    long latest,
    long opens,
    String message,
    String phone,
    String infoUrl,
    String bookingUrl) {

  /// No beginning is stated.
  public static final long ALWAYS = Long.MIN_VALUE;
}
