package org.toret.feeds.gtfs.fares;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.Set;
import org.toret.feeds.gtfs.table.GtfsTable;

/// Reads the cells that fare files share, with a notice for what cannot be read.
final class FareCells {

  private static final int CENTS_SCALE = 2;

  private FareCells() {}

  /// An amount in hundredths, or nothing when it cannot be read.
  static OptionalInt cents(GtfsTable table, int column, boolean mayBeNegative) {
    String text = table.text(column);
    try {
      BigDecimal amount = new BigDecimal(text).movePointRight(CENTS_SCALE);
      BigDecimal rounded = amount.setScale(0, RoundingMode.HALF_UP);
      if (rounded.compareTo(amount) != 0) {
        table.warn("fare_amount_rounded", column, text);
      }
      if (mayBeNegative || rounded.signum() >= 0) {
        return OptionalInt.of(rounded.intValueExact());
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // told below, like an amount that must not be negative
    }
    table.error("fare_amount_invalid", column, text);
    return OptionalInt.empty();
  }

  /// A currency code; one of another form is kept with a notice.
  static String currency(GtfsTable table, int column) {
    String code = table.text(column);
    if (!code.matches("[A-Z]{3}")) {
      table.warn("fare_currency_invalid", column, code);
    }
    return code;
  }

  /// Whether a reference is empty or defined; if not, the row cannot be used.
  static boolean refers(GtfsTable table, int column, Set<String> defined) {
    String id = table.text(column);
    if (id.isEmpty() || defined.contains(id)) {
      return true;
    }
    table.error("fare_undefined_reference", column, id);
    return false;
  }

  /// Whether a cell that must hold something does.
  static boolean holds(GtfsTable table, int column) {
    if (table.has(column)) {
      return true;
    }
    table.error("fare_missing_value", column);
    return false;
  }

  /// Whether the row's id is there and new; it is remembered.
  static boolean isNew(GtfsTable table, int column, Set<String> seen) {
    if (!holds(table, column)) {
      return false;
    }
    if (!seen.add(table.text(column))) {
      table.error("fare_duplicate_id", column, table.text(column));
      return false;
    }
    return true;
  }
}
