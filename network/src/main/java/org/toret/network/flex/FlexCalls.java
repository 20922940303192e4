package org.toret.network.flex;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// Where and when trips on demand pick up and drop off, those of a trip together in travelling
/// order. 29 bytes each.
///
/// @param places index into [FlexPlaces]
/// @param startSeconds begin of the window, since the service day's noon minus 12 h
/// @param endSeconds end of the window, the same
/// @param flags bits [#PICKUP], [#DROP_OFF]
/// @param pickupRules index into [BookingRules], -1 where none is named
/// @param dropOffRules the same
/// @param factorsPermille by what the driving time is multiplied where a ride begins here, in
///   thousandths
/// @param offsetSeconds what is added to it
public record FlexCalls(
    int[] places,
    int[] startSeconds,
    int[] endSeconds,
    byte[] flags,
    int[] pickupRules,
    int[] dropOffRules,
    int[] factorsPermille,
    int[] offsetSeconds) {

  public static final byte PICKUP = 1;
  public static final byte DROP_OFF = 2;

  public boolean picksUp(int call) {
    return (flags[call] & PICKUP) != 0;
  }

  public boolean dropsOff(int call) {
    return (flags[call] & DROP_OFF) != 0;
  }

  /// What a ride from here takes that is driven in some time without detours.
  public int rideSeconds(int call, int drivingSeconds) {
    long scaled = (long) drivingSeconds * factorsPermille[call];
    return (int) Math.max(0, Math.round(scaled / 1000.0) + offsetSeconds[call]);
  }

  void write(ImageWriter image) {
    image
        .ints("flex.call.place", places)
        .ints("flex.call.start", startSeconds)
        .ints("flex.call.end", endSeconds)
        .bytes("flex.call.flags", flags)
        .ints("flex.call.pickupRule", pickupRules)
        .ints("flex.call.dropOffRule", dropOffRules)
        .ints("flex.call.factor", factorsPermille)
        .ints("flex.call.offset", offsetSeconds);
  }

  static FlexCalls read(ImageFile image) {
    return new FlexCalls(
        image.ints("flex.call.place"),
        image.ints("flex.call.start"),
        image.ints("flex.call.end"),
        image.bytes("flex.call.flags"),
        image.ints("flex.call.pickupRule"),
        image.ints("flex.call.dropOffRule"),
        image.ints("flex.call.factor"),
        image.ints("flex.call.offset"));
  }
}
