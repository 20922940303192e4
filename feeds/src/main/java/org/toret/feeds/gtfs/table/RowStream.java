package org.toret.feeds.gtfs.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The rows of one file, one after the other in the same [GtfsRow].
///
/// A quote that is never closed, or closed in the middle of a value, would swallow the rows behind
/// it. Such a line is read again with its quotes taken for spaces: the file is opened anew and
/// skipped up to it. After [#MOST_RESTARTS] of them, quotes mean nothing any more in the rest of
/// the file.
final class RowStream implements AutoCloseable {

  private static final int MOST_RESTARTS = 20;

  private final GtfsSource source;
  private final String file;
  private final Faults faults;
  private final GtfsRow row = new GtfsRow();
  private @Nullable GtfsText text;
  private @Nullable CsvReader<GtfsRow> reader;
  private @Nullable CloseableIterator<GtfsRow> rows;
  private long toldLine;
  private long firstLine;
  private int restarts;
  private int columns;

  /// Hears what is wrong with the form of the file.
  interface Faults {
    void found(String code, long line, Object... args);
  }

  RowStream(GtfsSource source, String file, Faults faults) {
    this.source = source;
    this.file = file;
    this.faults = faults;
    open(new Quotes());
  }

  /// The row reached.
  GtfsRow row() {
    return row;
  }

  /// Tells how many cells a row should have, by which swallowed rows are recognised.
  void expectColumns(int count) {
    columns = count;
  }

  /// Steps to the next record, which may be empty; false at the end of the file.
  boolean advance() {
    while (true) {
      try {
        if (rows == null || !rows.hasNext()) {
          return false;
        }
        rows.next();
        if (row.hasSwallowed(columns)) {
          mendQuotes();
        } else if (row.line() >= firstLine) {
          return true;
        }
      } catch (CsvParseException e) {
        mendQuotes();
      } catch (UncheckedIOException e) {
        faults.found("unreadable_file", row.line(), String.valueOf(e.getCause()));
        return false;
      }
    }
  }

  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      faults.found("unreadable_file", row.line(), String.valueOf(e.getMessage()));
    }
  }

  private void open(Quotes quotes) {
    try {
      GtfsText opened = new GtfsText(source.stream(file), quotes, this::tell);
      CsvReader<GtfsRow> fresh =
          CsvReader.builder()
              .fieldSeparator(opened.separator())
              .skipEmptyLines(false)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .build(row, opened);
      text = opened;
      reader = fresh;
      rows = fresh.iterator();
    } catch (IOException e) {
      rows = null;
      faults.found("unreadable_file", 0, String.valueOf(e.getMessage()));
    }
  }

  /// Passes a fault of the text on, once although the text may be read again.
  private void tell(String code, long line) {
    if (line > toldLine || restarts == 0) {
      faults.found(code, line);
    }
  }

  private void mendQuotes() {
    long line = row.line();
    faults.found("bad_quotes", line);
    Quotes quotes = new Quotes();
    if (text != null) {
      quotes = text.quotes();
      toldLine = Math.max(toldLine, text.line());
    }
    restarts++;
    close();
    open(restarts > MOST_RESTARTS ? quotes.withoutFrom(line) : quotes.without(line));
    firstLine = line;
  }
}
