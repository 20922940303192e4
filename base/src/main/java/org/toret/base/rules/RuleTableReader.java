package org.toret.base.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;

/// Reads one version of one table from text: a head of `# key: value` lines, then comma-separated
/// rows under a line of column names.
///
/// ```
/// # table: fuel
/// # version: 2012-12-01
/// # title: Energy content of fuels
/// # validFrom: 2000-01-01
/// # validTo:
/// # numbers: mjPerUnit
/// # source en16258: EN 16258:2012, annex A | standard | 2012
/// row,source,mjPerUnit
/// petrol,en16258,32.2
/// ```
///
/// `validFrom` defaults to the version and `validTo` to no end; columns `validFrom` and `validTo`
/// narrow them for a row. `source` names one of the head's sources and may be left out when there
/// is one only. `numbers` lists the columns that must hold numbers or nothing. A faulty row is left
/// out with a notice; a faulty head leaves the table out.
public final class RuleTableReader {

  private static final Set<String> FRAME = Set.of("row", "source", "validFrom", "validTo");

  private final String file;
  private final Notices notices;
  private final Map<String, String> head = new HashMap<>();
  private final Map<String, Source> sources = new HashMap<>();

  /// @param file name for notices
  public RuleTableReader(String file, Notices notices) {
    this.file = file;
    this.notices = notices;
  }

  /// The table, or nothing when its head cannot be used. For one text only.
  public Optional<RuleTable> read(String text) {
    List<String> lines = text.lines().toList();
    int at = readHead(lines);
    String id = head.getOrDefault("table", "");
    String version = head.getOrDefault("version", "");
    LocalDate versionDay = day(version, 0, "version", null);
    if (id.isEmpty() || versionDay == null || sources.isEmpty() || at >= lines.size()) {
      note("rule_head_missing", 0, "", "table, version, source");
      return Optional.empty();
    }
    LocalDate from = day(head.getOrDefault("validFrom", ""), 0, "validFrom", versionDay);
    LocalDate to = day(head.getOrDefault("validTo", ""), 0, "validTo", LocalDate.MAX);
    if (from == null || to == null || from.isAfter(to)) {
      note("rule_head_missing", 0, "", "validFrom, validTo");
      return Optional.empty();
    }
    Validity validity = new Validity(from, to);
    List<RuleRow> rows = rows(lines, at, id, version, validity);
    return Optional.of(new RuleTable(id, version, head.getOrDefault("title", id), validity, rows));
  }

  private int readHead(List<String> lines) {
    int at = 0;
    while (at < lines.size() && (lines.get(at).isBlank() || lines.get(at).startsWith("#"))) {
      String line = lines.get(at++);
      int colon = line.indexOf(':');
      if (colon > 0) {
        String key = line.substring(1, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (key.startsWith("source ")) {
          source(key.substring(7).strip(), value, at);
        } else {
          head.put(key, value);
        }
      }
    }
    return at;
  }

  private void source(String id, String value, int line) {
    String[] parts = value.split("\\|");
    if (parts.length != 3 || !parts[2].strip().matches("\\d{4}")) {
      note("rule_source_unclear", line, "source", id);
      return;
    }
    sources.put(
        id, new Source(id, parts[0].strip(), parts[1].strip(), Integer.parseInt(parts[2].strip())));
  }

  private List<RuleRow> rows(
      List<String> lines, int at, String id, String version, Validity table) {
    List<String> columns = CsvLine.split(lines.get(at));
    List<String> numbers = List.of(head.getOrDefault("numbers", "").split("\\s+"));
    List<RuleRow> rows = new ArrayList<>();
    for (int i = at + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = CsvLine.split(line);
      if (cells.size() != columns.size()) {
        note("rule_cells_count", i + 1, "", cells.size(), columns.size());
        continue;
      }
      RuleRow row = row(columns, cells, i + 1, new RuleReference(id, version, ""), table);
      if (row != null && numeric(row, numbers, i + 1) && alone(row, rows, i + 1)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private @Nullable RuleRow row(
      List<String> columns, List<String> cells, int line, RuleReference table, Validity frame) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), cells.get(i));
    }
    String name = values.getOrDefault("row", "");
    String only = sources.size() == 1 ? sources.keySet().iterator().next() : "";
    String sourceId = values.getOrDefault("source", "");
    Source source = sources.get(sourceId.isEmpty() ? only : sourceId);
    LocalDate from = day(values.getOrDefault("validFrom", ""), line, "validFrom", frame.from());
    LocalDate to = day(values.getOrDefault("validTo", ""), line, "validTo", frame.to());
    if (source == null || name.isEmpty()) {
      note("rule_source_unclear", line, "source", sourceId);
      return null;
    }
    if (from == null || to == null) {
      return null;
    }
    values.keySet().removeAll(FRAME);
    RuleReference reference = new RuleReference(table.table(), table.version(), name);
    return new RuleRow(reference, new Validity(from, to), source, values);
  }

  private boolean numeric(RuleRow row, List<String> columns, int line) {
    for (String column : columns) {
      String cell = column.isEmpty() ? "" : row.findText(column);
      if (!cell.isEmpty() && !row.hasNumber(column)) {
        note("rule_number_bad", line, column, cell);
        return false;
      }
    }
    return true;
  }

  private boolean alone(RuleRow row, List<RuleRow> rows, int line) {
    for (RuleRow other : rows) {
      if (other.id().equals(row.id()) && other.validity().overlaps(row.validity())) {
        note("rule_row_twice", line, "row", row.id());
        return false;
      }
    }
    return true;
  }

  private @Nullable LocalDate day(String text, int line, String field, @Nullable LocalDate empty) {
    if (text.isEmpty()) {
      return empty;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      note("rule_date_bad", line, field, text);
      return null;
    }
  }

  private void note(String code, int line, String field, Object... args) {
    notices.add(Notice.of(code, Severity.ERROR, new Place("", file, line, field), args));
  }
}
