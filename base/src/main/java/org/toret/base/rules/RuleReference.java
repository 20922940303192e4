package org.toret.base.rules;

/// The full name of one row of one version of a table, for example `gtt-fares@2024-07-01#city-100`:
/// what every result names.
public record RuleReference(String table, String version, String row) {

  /// The table and version without the row.
  public String tableAndVersion() {
    return table + "@" + version;
  }

  @Override
  public String toString() {
    return table + "@" + version + "#" + row;
  }
}
