package org.toret.mobility;

import org.toret.base.notice.Messages;

/// The texts of what the planner says: refusals, notices, and why a cost is not known.
public final class MobilityTexts {

  private MobilityTexts() {}

  /// Adds them to a collection of texts.
  public static Messages load(Messages target) {
    return target.load(MobilityTexts.class, "mobility", "it", "en");
  }
}
