package org.toret.feeds.gtfs.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;

/// One file of a feed, read row by row in constant memory; whatever is wrong with its form becomes
/// a notice with its line, and reading goes on with what can be used.
///
/// ```java
/// try (GtfsTable table = GtfsTable.open(source, "areas.txt", notices)) {
///   int id = table.column("area_id");
///   while (table.next()) {
///     use(table.text(id));
///   }
/// }
/// ```
///
/// A file that is missing, or lacks a column it cannot do without, reads as one without rows;
/// [#isUsable] tells them apart. A column that is absent is `-1` and reads as empty in every row.
/// Cells are trimmed. Not thread-safe.
public final class GtfsTable implements AutoCloseable {

  /// What [#seconds], [#epochDay], [#number] and [#colour] answer for an empty or unreadable cell.
  public static final int ABSENT = Integer.MIN_VALUE;

  private final String feed;
  private final String file;
  private final Notices notices;
  private final Map<String, Integer> columns = new HashMap<>();
  private String[] header = new String[0];
  private final @Nullable RowStream rows;
  private final GtfsRow row;
  private boolean usable;
  private long rowCount;

  private GtfsTable(GtfsSource source, String file, Notices notices) {
    this.feed = source.feed();
    this.file = file;
    this.notices = notices;
    rows = source.has(file) ? new RowStream(source, file, this::formFault) : null;
    row = rows == null ? new GtfsRow() : rows.row();
    usable = rows != null && readHeader(rows);
  }

  /// Opens a file of the feed, whether it is there or not.
  public static GtfsTable open(GtfsSource source, String file, Notices notices) {
    return new GtfsTable(source, file, notices);
  }

  /// Whether the file is there with every column it cannot do without.
  public boolean isUsable() {
    return usable;
  }

  /// Index of a column, -1 when the file does not have it.
  public int column(String name) {
    return columns.getOrDefault(name, -1);
  }

  /// Moves to the next row; false at the end of the file.
  public boolean next() {
    while (usable) {
      if (rows == null || !rows.advance()) {
        usable = false;
        return false;
      }
      if (row.isEmpty()) {
        add("empty_row", Severity.INFO, row.line(), "");
      } else {
        checkShape();
        rowCount++;
        return true;
      }
    }
    return false;
  }

  /// 1-based line of the file on which the current row starts.
  public long line() {
    return row.line();
  }

  /// How many rows were read so far.
  public long rowCount() {
    return rowCount;
  }

  /// Whether the cell holds anything.
  public boolean has(int column) {
    return row.length(column) > 0;
  }

  /// The cell's text, trimmed; empty when there is none.
  public String text(int column) {
    return row.text(column);
  }

  /// A time in seconds since the service day's noon minus 12 h, or [#ABSENT].
  public int seconds(int column) {
    return has(column) ? read(GtfsValue.seconds(row, column), "invalid_time", column) : ABSENT;
  }

  /// A date in days since 1970-01-01, or [#ABSENT].
  public int epochDay(int column) {
    return has(column) ? read(GtfsValue.epochDay(row, column), "invalid_date", column) : ABSENT;
  }

  /// A whole number, or [#ABSENT].
  public int number(int column) {
    return has(column)
        ? read(GtfsValue.wholeNumber(row, column), "invalid_number", column)
        : ABSENT;
  }

  /// A whole number, or the value that stands for an empty or unreadable cell.
  public int number(int column, int otherwise) {
    int value = number(column);
    return value == ABSENT ? otherwise : value;
  }

  /// A decimal number, or `NaN`.
  public double decimal(int column) {
    if (!has(column)) {
      return Double.NaN;
    }
    double value = GtfsValue.decimal(row, column);
    if (Double.isNaN(value)) {
      warn("invalid_number", column, text(column));
    }
    return value;
  }

  /// A colour as `0xRRGGBB`, or [#ABSENT].
  public int colour(int column) {
    return has(column) ? read(GtfsValue.colour(row, column), "invalid_colour", column) : ABSENT;
  }

  /// A member of an enumeration `0 … last`, or the value that stands for an empty, unreadable or
  /// unknown one.
  public int choice(int column, int last, int otherwise) {
    if (!has(column)) {
      return otherwise;
    }
    int value = GtfsValue.wholeNumber(row, column);
    if (value < 0 || value > last) {
      warn("unknown_value", column, text(column));
      return otherwise;
    }
    return value;
  }

  /// Something of the current row is left out.
  public void error(String code, int column, Object... args) {
    notices.add(Notice.of(code, Severity.ERROR, place(column), args));
  }

  /// Something of the current row was assumed or mended.
  public void warn(String code, int column, Object... args) {
    notices.add(Notice.of(code, Severity.WARNING, place(column), args));
  }

  /// Something of the current row is worth knowing.
  public void info(String code, int column, Object... args) {
    notices.add(Notice.of(code, Severity.INFO, place(column), args));
  }

  /// The current row and a column of it, or the whole row for -1.
  public Place place(int column) {
    return new Place(feed, file, row.line(), column < 0 ? "" : header[column]);
  }

  @Override
  public void close() {
    if (rows != null) {
      rows.close();
    }
  }

  private void formFault(String code, long line, Object... args) {
    Severity severity =
        switch (code) {
          case "unreadable_file" -> Severity.ERROR;
          case "mixed_line_endings" -> Severity.INFO;
          default -> Severity.WARNING;
        };
    add(code, severity, line, "", args);
  }

  private boolean readHeader(RowStream stream) {
    do {
      if (!stream.advance()) {
        add("empty_file", Severity.ERROR, 0, "");
        return false;
      }
    } while (row.isEmpty());
    stream.expectColumns(row.count());
    header = new String[row.count()];
    for (int i = 0; i < header.length; i++) {
      header[i] = row.text(i).toLowerCase(Locale.ROOT);
      define(header[i], i);
    }
    if (row.trimmed() >= 0) {
      add("spaces_around_value", Severity.INFO, row.line(), header[row.trimmed()]);
    }
    missing(GtfsSchema.expected(file))
        .forEach(name -> add("missing_expected_column", Severity.WARNING, row.line(), name, name));
    Set<String> missing = missing(GtfsSchema.required(file));
    missing.forEach(name -> add("missing_column", Severity.ERROR, row.line(), name, name));
    return missing.isEmpty();
  }

  private Set<String> missing(Set<String> wanted) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(columns.keySet());
    return missing;
  }

  private void define(String name, int index) {
    if (name.isEmpty()) {
      add("empty_column_name", Severity.WARNING, row.line(), "", index + 1);
    } else if (columns.putIfAbsent(name, index) != null) {
      add("duplicate_column", Severity.WARNING, row.line(), name, name);
    } else if (!GtfsSchema.knows(file, name)) {
      add("unknown_column", Severity.INFO, row.line(), name, name);
    }
  }

  private void checkShape() {
    if (row.count() > header.length) {
      warn("extra_cells", -1, row.count(), header.length);
    } else if (row.count() < header.length) {
      warn("missing_cells", -1, row.count(), header.length);
    }
    if (row.trimmed() >= 0 && row.trimmed() < header.length) {
      info("spaces_around_value", row.trimmed());
    }
    if (row.multiline() >= 0 && row.multiline() < header.length) {
      warn("line_break_in_value", row.multiline());
    }
  }

  private int read(int value, String code, int column) {
    if (value == GtfsValue.INVALID) {
      warn(code, column, text(column));
      return ABSENT;
    }
    return value;
  }

  private void add(String code, Severity severity, long line, String field, Object... args) {
    notices.add(Notice.of(code, severity, new Place(feed, file, line, field), args));
  }
}
