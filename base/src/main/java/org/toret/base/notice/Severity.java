package org.toret.base.notice;

/// How much a fault in somebody else's data costs the traveller.
public enum Severity {
  /// Worth knowing; nothing is lost.
  INFO,
  /// Something was assumed or repaired.
  WARNING,
  /// Something was left out, because it cannot be used.
  ERROR
}
