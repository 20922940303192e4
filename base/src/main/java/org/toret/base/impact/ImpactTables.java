package org.toret.base.impact;

import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleFiles;

/// The factor tables that come with the program. A city lays its own on top with [RuleBook#with].
public final class ImpactTables {

  private ImpactTables() {}

  /// Reads the tables `vehicle`, `emission-function`, `exhaust-limit`, `fuel`, `electricity` and
  /// `effort`.
  public static RuleBook load() {
    return RuleBook.of(
        RuleFiles.resources(
            ImpactTables.class,
            "vehicle@1900-01-01.csv",
            "vehicle@2026-01-01.csv",
            "emission-function@2026-01-01.csv",
            "exhaust-limit@2026-01-01.csv",
            "fuel@2026-01-01.csv",
            "electricity@2026-01-01.csv",
            "effort@2026-01-01.csv"));
  }
}
