package org.toret.base.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// One row of a table: named values with the source and the days they hold for. Numbers are parsed
/// once, when the table is read. Immutable.
public final class RuleRow {

  private final RuleReference reference;
  private final Validity validity;
  private final Source source;
  private final String sourceText;
  private final Map<String, String> cells;
  private final Map<String, Double> numbers = new HashMap<>();

  /// @param cells texts by column name, without the columns that name the row, its days and source
  public RuleRow(
      RuleReference reference, Validity validity, Source source, Map<String, String> cells) {
    this.reference = reference;
    this.validity = validity;
    this.source = source;
    this.cells = Map.copyOf(cells);
    sourceText = source.text();
    cells.forEach((column, cell) -> {
      if (isNumber(cell)) {
        numbers.put(column, Double.valueOf(cell));
      }
    });
  }

  /// Whether a text is a decimal number, with or without exponent.
  static boolean isNumber(String cell) {
    return cell.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  }

  public RuleReference reference() {
    return reference;
  }

  public Validity validity() {
    return validity;
  }

  public Source source() {
    return source;
  }

  /// The citation with its year.
  public String sourceText() {
    return sourceText;
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

  /// The text of a column, empty where the row or the table has none.
  public String findText(String column) {
    return cells.getOrDefault(column, "");
  }

  /// The number of a column; a cell without one throws.
  public double number(String column) {
    Double number = numbers.get(column);
    if (number == null) {
      throw new IllegalArgumentException("No number in " + column + " of " + reference);
    }
    return number;
  }

  /// Whether a column holds a number.
  public boolean hasNumber(String column) {
    return numbers.containsKey(column);
  }

  /// The number of a column, where the row has one.
  public OptionalDouble findNumber(String column) {
    Double number = numbers.get(column);
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
