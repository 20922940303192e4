package org.toret.feeds.gtfs.table;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Parses the value types of GTFS from the characters of a row, without making texts. Every parser
/// answers [#INVALID] (or `NaN`) for what it cannot read.
final class GtfsValue {

  /// The answer for a value that cannot be read.
  static final int INVALID = Integer.MAX_VALUE;

  /// More hours than this are taken for a slip: three days and a night.
  private static final int MAX_HOURS = 99;

  private static final int FIRST_DATE = 1970_01_01;
  private static final int LAST_DATE = 2199_12_31;

  /// Digits that a double holds for sure; more decimals say nothing about a place on earth.
  private static final int MAX_DIGITS = 15;

  private static final double[] TEN_TO_THE = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private GtfsValue() {}

  /// Seconds since the service day's noon minus 12 h of `H:MM:SS`, `HH:MM:SS` or `HH:MM`.
  static int seconds(GtfsRow row, int cell) {
    int length = row.length(cell);
    int part = 0;
    int digits = 0;
    int parts = 0;
    int total = 0;
    for (int i = 0; i <= length; i++) {
      char c = i < length ? row.charAt(cell, i) : ':';
      if (c == ':') {
        int limit = parts == 0 ? MAX_HOURS : 59;
        if (digits == 0 || digits > 2 || part > limit || parts > 2) {
          return INVALID;
        }
        total = total * 60 + part;
        part = 0;
        digits = 0;
        parts++;
      } else if (isDigit(c)) {
        part = part * 10 + (c - '0');
        digits++;
      } else {
        return INVALID;
      }
    }
    return switch (parts) {
      case 3 -> total;
      case 2 -> total * 60;
      default -> INVALID;
    };
  }

  /// Days since 1970-01-01 of `YYYYMMDD`, in the years in which a timetable can be meant.
  static int epochDay(GtfsRow row, int cell) {
    int value = wholeNumber(row, cell);
    if (row.length(cell) != 8 || value < FIRST_DATE || value > LAST_DATE) {
      return INVALID;
    }
    try {
      return Math.toIntExact(
          LocalDate.of(value / 10_000, value / 100 % 100, value % 100).toEpochDay());
    } catch (DateTimeException e) {
      return INVALID;
    }
  }

  /// A whole number with an optional sign; `3.0` is taken for 3.
  static int wholeNumber(GtfsRow row, int cell) {
    int length = row.length(cell);
    int at = length > 0 && (row.charAt(cell, 0) == '-' || row.charAt(cell, 0) == '+') ? 1 : 0;
    if (at == length) {
      return INVALID;
    }
    long value = 0;
    int first = at;
    for (; at < length && isDigit(row.charAt(cell, at)); at++) {
      value = value * 10 + (row.charAt(cell, at) - '0');
      if (value >= INVALID) {
        return INVALID;
      }
    }
    if (at == first || !onlyZeroDecimals(row, cell, at)) {
      return INVALID;
    }
    return (int) (row.charAt(cell, 0) == '-' ? -value : value);
  }

  /// A decimal number with a point.
  static double decimal(GtfsRow row, int cell) {
    int length = row.length(cell);
    int at = length > 0 && row.charAt(cell, 0) == '-' ? 1 : 0;
    long mantissa = 0;
    int digits = 0;
    int decimals = -1;
    for (; at < length; at++) {
      char c = row.charAt(cell, at);
      if (c == '.' && decimals < 0) {
        decimals = 0;
      } else if (isDigit(c) && digits < MAX_DIGITS) {
        mantissa = mantissa * 10 + (c - '0');
        decimals += decimals < 0 ? 0 : 1;
        digits++;
      } else if (!isDigit(c) || decimals < 0) {
        return slowly(row.text(cell));
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    double value = decimals > 0 ? mantissa / TEN_TO_THE[decimals] : mantissa;
    return row.charAt(cell, 0) == '-' ? -value : value;
  }

  /// `RRGGBB` as a number, a leading `#` forgiven.
  static int colour(GtfsRow row, int cell) {
    int length = row.length(cell);
    int from = length == 7 && row.charAt(cell, 0) == '#' ? 1 : 0;
    if (length - from != 6) {
      return INVALID;
    }
    int value = 0;
    for (int i = from; i < length; i++) {
      int digit = Character.digit(row.charAt(cell, i), 16);
      if (digit < 0) {
        return INVALID;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static boolean onlyZeroDecimals(GtfsRow row, int cell, int from) {
    int length = row.length(cell);
    if (from < length && row.charAt(cell, from) != '.') {
      return false;
    }
    for (int i = from + 1; i < length; i++) {
      if (row.charAt(cell, i) != '0') {
        return false;
      }
    }
    return true;
  }

  /// Exponents and the like; a decimal comma is not understood.
  private static double slowly(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
