package org.toret.network.fare;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// `fare_transfer_rules.txt`, one row each: 32 bytes. [LegRules#NONE] stands for an empty cell.
///
/// @param fromGroups leg group before the change
/// @param toGroups leg group after it
/// @param products product of the transfer; empty costs nothing
/// @param counts how many consecutive transfers the rule spans, [#UNLIMITED], or empty
/// @param durationSeconds limit of time; empty where there is none
/// @param durationTypes between which events the limit runs: 0 departure to arrival, 1 departure to
///   departure, 2 arrival to departure, 3 arrival to arrival
/// @param types what is paid: 0 A + AB, 1 A + AB + B, 2 AB
/// @param lines line of the file
public record LegTransferRules(
    int[] fromGroups,
    int[] toGroups,
    int[] products,
    int[] counts,
    int[] durationSeconds,
    int[] durationTypes,
    int[] types,
    int[] lines) {

  /// `transfer_count` without limit.
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public int count() {
    return types.length;
  }

  void write(ImageWriter image, String prefix) {
    image
        .ints(prefix + "from", fromGroups)
        .ints(prefix + "to", toGroups)
        .ints(prefix + "product", products)
        .ints(prefix + "count", counts)
        .ints(prefix + "duration", durationSeconds)
        .ints(prefix + "durationType", durationTypes)
        .ints(prefix + "type", types)
        .ints(prefix + "line", lines);
  }

  static LegTransferRules read(ImageFile image, String prefix) {
    return new LegTransferRules(
        image.ints(prefix + "from"),
        image.ints(prefix + "to"),
        image.ints(prefix + "product"),
        image.ints(prefix + "count"),
        image.ints(prefix + "duration"),
        image.ints(prefix + "durationType"),
        image.ints(prefix + "type"),
        image.ints(prefix + "line"));
  }
}
