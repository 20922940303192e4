package org.toret.network.timetable;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// What `transfers.txt` says between two nodes, already resolved: of several published rules that
/// match, the most specific stands here. Pairs without a row follow the general rule (walk, plus
/// the slack of every change).
///
/// @param from node left by vehicle
/// @param to node boarded at
/// @param seconds least time from arrival to departure; [#WALK] where the general rule holds with
///   no slack (recommended and timed transfers), [#FORBIDDEN] where one may not change
public record TransferRules(int[] from, int[] to, int[] seconds) {

  /// One may not change here.
  public static final int FORBIDDEN = -1;

  /// One changes in the time it takes to walk, without any slack.
  public static final int WALK = -2;

  /// One changes as between any two stops: an exception to a broader rule.
  public static final int GENERAL = -3;

  public int count() {
    return from.length;
  }

  void write(ImageWriter image) {
    image
        .ints("transferRules.from", from)
        .ints("transferRules.to", to)
        .ints("transferRules.seconds", seconds);
  }

  static TransferRules read(ImageFile image) {
    return new TransferRules(
        image.ints("transferRules.from"),
        image.ints("transferRules.to"),
        image.ints("transferRules.seconds"));
  }
}
