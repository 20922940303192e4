package org.toret.router.hire;

/// Why nobody rides with a type of shared vehicle, those first that say most of it.
public enum HireLack {
  /// A zone on the way is closed to it.
  CLOSED,
  /// It may be left nowhere near the destination.
  NO_PLACE_TO_LEAVE,
  /// There is one vehicle for one person, and not enough in one place for all.
  TOO_FEW,
  /// Where its vehicles stand then is not known.
  NOT_KNOWN,
  /// None stands near the start that may be taken.
  NONE_NEAR,
  /// Neither of them: the vehicle does not go as far, or nobody wants to ride as far.
  NO_WAY
}
