package org.toret.router.walk;

import org.toret.network.street.StreetFlags;

/// Who may use a stretch on foot, as bits.
public final class FootMask {

  static final int ANYONE = 1;
  static final int NO_STAIRS = 1 << 1;
  static final int WHEELCHAIR = 1 << 2;
  static final int EVERYONE = ANYONE | NO_STAIRS | WHEELCHAIR;

  private FootMask() {}

  public static int of(WalkOptions options) {
    if (options.wheelchair()) {
      return WHEELCHAIR;
    }
    return options.avoidStairs() ? NO_STAIRS : ANYONE;
  }

  /// The masks that may walk an edge with these flags.
  static int ofFlags(int flags) {
    if ((flags & StreetFlags.FOOT) == 0) {
      return 0;
    }
    int mask = ANYONE;
    if ((flags & StreetFlags.STEPS) == 0) {
      mask |= NO_STAIRS;
    }
    if ((flags & StreetFlags.WHEELCHAIR) != 0) {
      mask |= WHEELCHAIR;
    }
    return mask;
  }

  static int ofPassage(boolean stairs, boolean wheelchair) {
    return ANYONE | (stairs ? 0 : NO_STAIRS) | (wheelchair ? WHEELCHAIR : 0);
  }

  /// The flag an edge must have so that somebody may be linked to it.
  static int link(int mask) {
    return mask == WHEELCHAIR ? StreetFlags.WHEELCHAIR_LINK : StreetFlags.FOOT_LINK;
  }
}
