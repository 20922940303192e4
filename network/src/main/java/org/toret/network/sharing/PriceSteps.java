package org.toret.network.sharing;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The segments of `per_min_pricing` or `per_km_pricing`, those of a plan together.
///
/// A rate is charged when its segment starts and again after each interval, until the segment's
/// end; with an interval of 0 it is charged once (GBFS, system_pricing_plans).
///
/// @param offsets the segments of plan `p` are `offsets[p] … offsets[p + 1] - 1`
/// @param starts minutes or kilometres from the start of the ride
/// @param rateMicros in millionths of the currency's unit; negative ones are discounts
/// @param intervals minutes or kilometres
/// @param ends where the segment ends, [#NO_END] where it goes on
public record PriceSteps(
    int[] offsets, int[] starts, long[] rateMicros, int[] intervals, int[] ends) {

  /// The segment goes on to the end of the ride.
  public static final int NO_END = Integer.MAX_VALUE;

  /// What a ride of this many minutes or kilometres adds to the price, in millionths.
  public long micros(int plan, double amount) {
    long sum = 0;
    for (int i = offsets[plan]; i < offsets[plan + 1]; i++) {
      sum += charges(i, amount) * rateMicros[i];
    }
    return sum;
  }

  private long charges(int segment, double amount) {
    double within = Math.min(amount, ends[segment]) - starts[segment];
    if (within <= 0) {
      return 0;
    }
    return intervals[segment] == 0 ? 1 : (long) Math.ceil(within / intervals[segment] - 1e-9);
  }

  void write(ImageWriter image, String prefix) {
    image
        .ints(prefix + ".offset", offsets)
        .ints(prefix + ".start", starts)
        .longs(prefix + ".rate", rateMicros)
        .ints(prefix + ".interval", intervals)
        .ints(prefix + ".end", ends);
  }

  static PriceSteps read(ImageFile image, String prefix) {
    return new PriceSteps(
        image.ints(prefix + ".offset"),
        image.ints(prefix + ".start"),
        image.longs(prefix + ".rate"),
        image.ints(prefix + ".interval"),
        image.ints(prefix + ".end"));
  }
}
