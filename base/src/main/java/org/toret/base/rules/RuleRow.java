package org.toret.base.rules;

import java.util.Map;
import java.util.OptionalDouble;

/// One row of a table: named values with the source and the days they hold for.
///
/// @param cells texts by column name, without the columns that name the row, its days and source
public record RuleRow(
    RuleReference reference, Validity validity, Source source, Map<String, String> cells) {

  public RuleRow {
    cells = Map.copyOf(cells);
  }

  /// The name of the row inside its table.
  public String id() {
    return reference.row();
  }

  /// The text of a column, empty where the row has none; a column the table does not have throws.
  public String text(String column) {
    String cell = cells.get(column);
    if (cell == null) {
      throw new IllegalArgumentException("No column " + column + " in " + reference);
    }
    return cell;
  }

  /// The number of a column; an empty cell throws.
  public double number(String column) {
    return Double.parseDouble(text(column));
  }

  /// The number of a column, where the row has one.
  public OptionalDouble findNumber(String column) {
    String cell = text(column);
    return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
  }
}
